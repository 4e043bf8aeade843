import * as vscode from 'vscode';
import { AzureError } from '../../azure/azureError.ts';
import { SignInNeededError } from '../../azure/tokenSource.ts';
import { isClientRefused } from './entraCodes.ts';
import { firewallWords } from './firewallWords.ts';
import { networkWords } from './networkWords.ts';

/** An error in words for people. */
export interface ErrorWords {
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** What to do about it, where that is known. */
  readonly advice?: string;
  /** Status, code and request ids, for those who must look further. */
  readonly facts: readonly string[];
}

/** Turns whatever was thrown into words. The service's own message is kept: it is often the only explanation. */
export function errorWords(error: unknown): ErrorWords {
  if (error instanceof AzureError) return azureWords(error);
  if (error instanceof SignInNeededError) return signInWords(error);
  return { summary: error instanceof Error && error.message !== '' ? error.message : String(error), facts: [] };
}

function signInWords(error: SignInNeededError): ErrorWords {
  const { tenantId, audience } = error.request;
  return {
    summary: error.message,
    advice: isClientRefused(error.message)
      ? vscode.l10n.t(
          'The tenant does not let this client ask for {0}. An administrator can give consent, or choose another credential with “Synapse: Choose credential…”.',
          audience,
        )
      : vscode.l10n.t('Use “Sign in” on this node, or “Synapse: Sign in to Azure…”.'),
    facts: [vscode.l10n.t('Tenant {0}', tenantId), vscode.l10n.t('Audience {0}', audience)],
  };
}

function azureWords(error: AzureError): ErrorWords {
  const network = error.reason === 'network' ? networkWords(error.code) : undefined;
  if (network) return { ...network, facts: factsOf(error) };
  const firewall = firewallWords(error);
  if (firewall) return { ...firewall, facts: [error.message, ...factsOf(error)] };
  const advice = adviceFor(error);
  return { summary: error.message, ...(advice !== undefined && { advice }), facts: factsOf(error) };
}

function adviceFor(error: AzureError): string | undefined {
  switch (error.status) {
    case 401:
      return vscode.l10n.t('Sign in again with “Synapse: Sign in to Azure”.');
    case 403:
      return vscode.l10n.t('Ask an administrator of the workspace or the subscription for the missing role.');
    case 404:
      return vscode.l10n.t('It may have been deleted or renamed. Refresh the list.');
    case 409:
      return vscode.l10n.t('Another change may still be running. Refresh, and try again when it has ended.');
    case 429:
      return error.retryAfterSeconds === undefined
        ? vscode.l10n.t('Azure limits how often it can be asked. Try again in a minute.')
        : vscode.l10n.t('Azure limits how often it can be asked. Try again in {0} seconds.', error.retryAfterSeconds);
    default:
      return (error.status ?? 0) >= 500 ? vscode.l10n.t('Azure has a problem of its own. Try again later.') : undefined;
  }
}

function factsOf(error: AzureError): string[] {
  return [
    vscode.l10n.t('Operation {0}', error.operation),
    ...(error.status === undefined ? [] : [vscode.l10n.t('Status {0}', error.status)]),
    ...(error.code === undefined ? [] : [vscode.l10n.t('Code {0}', error.code)]),
    ...(error.requestId === undefined ? [] : [vscode.l10n.t('Request id {0}', error.requestId)]),
    ...(error.clientRequestId === undefined ? [] : [vscode.l10n.t('Client request id {0}', error.clientRequestId)]),
  ];
}
