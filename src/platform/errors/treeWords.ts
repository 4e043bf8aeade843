import * as vscode from 'vscode';
import { SignInNeededError } from '../../azure/tokenSource.ts';
import { addressRefusal } from './addressRefusal.ts';
import type { BackgroundWork } from '../tree/treeModel.ts';
import type { TreeWords } from '../tree/standInNode.ts';
import { isClientRefused } from './entraCodes.ts';
import { errorWords } from './errorWords.ts';

/**
 * The tree mechanism's own words.
 * @param nameOfTenant The name of a tenant by its id, where it is known.
 */
export function treeWords(nameOfTenant: (tenantId: string) => string | undefined): TreeWords {
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
        ...labelOf(error, summary, nameOfTenant),
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

/** What matters comes first, for a sidebar is narrow. A reason of the identity provider's own says more than that. */
function labelOf(
  error: unknown,
  summary: string,
  nameOfTenant: (tenantId: string) => string | undefined,
): { label: string; description?: string } {
  if (!(error instanceof SignInNeededError) || error.reason !== undefined) return { label: summary };
  const tenant = nameOfTenant(error.request.tenantId);
  return { label: vscode.l10n.t('Sign-in needed'), ...(tenant !== undefined && { description: tenant }) };
}

/** Which of the ways out fit the error. */
function flagsOf(error: unknown): string[] {
  if (addressRefusal(error)) return ['addFirewallRule'];
  if (!(error instanceof SignInNeededError)) return [];
  return isClientRefused(error.message) ? ['chooseCredential', 'signIn'] : ['signIn'];
}
