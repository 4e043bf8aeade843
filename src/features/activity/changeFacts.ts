import * as vscode from 'vscode';
import type { Change } from '../../platform/changes/changes.ts';
import { errorWords } from '../../platform/errors/errorWords.ts';
import { placeOf } from './changePlace.ts';
import { exactTime, stateWords, titleOf } from './changeWords.ts';

/** Something that is known about a change, as one line. */
export interface ChangeFact {
  readonly key: string;
  readonly text: string;
}

/** What is known about a change, the most telling first. */
export function factsOf(change: Change): ChangeFact[] {
  const { write, account, began, ended, requestId, error } = change;
  const { workspace } = placeOf(write);
  const words = error === undefined ? undefined : errorWords(error);
  const facts: Readonly<Record<string, string | undefined>> = {
    state: vscode.l10n.t('State: {0}', stateWords(change)),
    reason: words && vscode.l10n.t('Reason: {0}', words.summary),
    advice: words?.advice,
    workspace: workspace === undefined ? undefined : vscode.l10n.t('Workspace: {0}', workspace),
    account: account === '' ? undefined : vscode.l10n.t('Account: {0}', account),
    began: vscode.l10n.t('Began: {0}', exactTime(began)),
    ended: ended && vscode.l10n.t('Ended: {0}', exactTime(ended)),
    requestId: requestId === undefined ? undefined : vscode.l10n.t('Request id: {0}', requestId),
    operation: vscode.l10n.t('Operation: {0}', write.operation),
  };
  return Object.entries(facts).flatMap(([key, text]) => (text === undefined ? [] : [{ key, text }]));
}

/** All of it as text, for those who must look further. */
export function detailsOf(change: Change): string {
  return [titleOf(change), ...factsOf(change).map(({ text }) => text)].join('\n');
}
