import * as vscode from 'vscode';
import { SignInNeededError } from '../../azure/tokenSource.ts';
import type { TreeWords } from '../tree/treeModel.ts';
import { addressRefusal } from './addressRefusal.ts';
import { isClientRefused } from './entraCodes.ts';
import { errorWords } from './errorWords.ts';

/** The tree mechanism's own words. */
export function treeWords(): TreeWords {
  return {
    loadMore: vscode.l10n.t('Load more…'),
    describe(error) {
      const { summary, advice, facts } = errorWords(error);
      return {
        label: summary,
        tooltip: [summary, ...(advice === undefined ? [] : [advice]), '', ...facts].join('\n'),
        accessibleLabel: vscode.l10n.t('Error: {0} {1}', summary, advice ?? ''),
        flags: flagsOf(error),
      };
    },
  };
}

/** Which of the ways out fit the error. */
function flagsOf(error: unknown): string[] {
  if (addressRefusal(error)) return ['addFirewallRule'];
  if (!(error instanceof SignInNeededError)) return [];
  return isClientRefused(error.message) ? ['chooseCredential', 'signIn'] : ['signIn'];
}
