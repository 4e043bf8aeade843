import * as vscode from 'vscode';
import { SignInNeededError } from '../../azure/tokenSource.ts';
import { addressRefusal } from './addressRefusal.ts';
import type { BackgroundWork } from '../tree/treeModel.ts';
import type { TreeWords } from '../tree/standInNode.ts';
import { isClientRefused } from './entraCodes.ts';
import { errorWords } from './errorWords.ts';

/** The tree mechanism's own words. */
export function treeWords(): TreeWords {
  return {
    loadMore: vscode.l10n.t('Load more…'),
    lastKnown: {
      description: (description) =>
        description === undefined ? vscode.l10n.t('last known') : vscode.l10n.t('{0} · last known', description),
      spoken: (label) => vscode.l10n.t('{0}, last known', label),
    },
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

/** What did not work, for the log. */
export function backgroundWords(work: BackgroundWork): string {
  return work === 'poll'
    ? vscode.l10n.t('A pool could not be followed')
    : vscode.l10n.t('A list could not be read anew; what was there before still shows');
}

/** Which of the ways out fit the error. */
function flagsOf(error: unknown): string[] {
  if (addressRefusal(error)) return ['addFirewallRule'];
  if (!(error instanceof SignInNeededError)) return [];
  return isClientRefused(error.message) ? ['chooseCredential', 'signIn'] : ['signIn'];
}
