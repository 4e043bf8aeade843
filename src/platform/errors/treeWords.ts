import * as vscode from 'vscode';
import { SignInNeededError } from '../../azure/tokenSource.ts';
import type { TreeWords } from '../tree/treeModel.ts';
import { isClientRefused } from './entraCodes.ts';
import { errorWords } from './errorWords.ts';

/**
 * The tree mechanism's own words.
 * @param nameOfTenant The name of a tenant by its id, where it is known.
 */
export function treeWords(nameOfTenant: (tenantId: string) => string | undefined): TreeWords {
  return {
    loadMore: vscode.l10n.t('Load more…'),
    describe(error) {
      const { summary, advice, facts } = errorWords(error);
      return {
        ...labelOf(error, summary, nameOfTenant),
        tooltip: [summary, ...(advice === undefined ? [] : [advice]), '', ...facts].join('\n'),
        accessibleLabel: vscode.l10n.t('Error: {0} {1}', summary, advice ?? ''),
        flags: flagsOf(error),
      };
    },
  };
}

/** What matters comes first: a sidebar is narrow, and Microsoft Entra's sentences are long. */
function labelOf(
  error: unknown,
  summary: string,
  nameOfTenant: (tenantId: string) => string | undefined,
): { label: string; description?: string } {
  if (!(error instanceof SignInNeededError) || isClientRefused(error.message)) return { label: summary };
  const tenant = nameOfTenant(error.request.tenantId);
  return { label: vscode.l10n.t('Sign-in needed'), ...(tenant !== undefined && { description: tenant }) };
}

/** Which of the ways out fit the error. */
function flagsOf(error: unknown): string[] {
  if (!(error instanceof SignInNeededError)) return [];
  return isClientRefused(error.message) ? ['chooseCredential', 'signIn'] : ['signIn'];
}
