import * as vscode from 'vscode';
import { plainText } from '../../../platform/plainText.ts';
import type { Draft } from '../files/drafts.ts';
import type { OpenScript } from '../files/openScripts.ts';
import { connectionWords, resultLimitWords } from './connectionWords.ts';

const longestDescription = 60;

/** The line above a script: what is published, as what, and what can be done about a draft. */
export function lensesOf({ uri, published, store }: OpenScript, draft: Draft | undefined): vscode.CodeLens[] {
  const range = new vscode.Range(0, 0, 0, 0);
  const lens = (title: string, command: string, ...more: unknown[]): vscode.CodeLens =>
    new vscode.CodeLens(range, { title: plainText(title), command, arguments: [uri, ...more] });
  const { repository } = store.place.workspace;
  return [
    ...(draft
      ? [
          lens(
            published
              ? vscode.l10n.t('Draft, not published: publish…')
              : draft.base === undefined
                ? vscode.l10n.t('Not published yet: publish…')
                : vscode.l10n.t('No longer published: publish…'),
            'synapse.sqlScript.publishDraft',
          ),
          ...(published ? [lens(vscode.l10n.t('Compare'), 'synapse.sqlScript.compareDraft')] : []),
          lens(vscode.l10n.t('Discard…'), 'synapse.sqlScript.discardDraft'),
        ]
      : []),
    ...(repository === undefined || draft
      ? []
      : [lens(vscode.l10n.t('Git mode: saving keeps a draft'), 'synapse.sqlScript.change')]),
    ...(published
      ? [
          lens(connectionWords(published) ?? vscode.l10n.t('No connection'), 'synapse.sqlScript.change', 'connection'),
          lens(
            published.folder === '' ? vscode.l10n.t('No folder') : vscode.l10n.t('Folder {0}', published.folder),
            'synapse.sqlScript.change',
            'folder',
          ),
          // Beside a draft there is no room for the rest; "Change connection and properties…" has all.
          ...(draft
            ? []
            : [
                lens(resultLimitWords(published.resultLimit), 'synapse.sqlScript.change', 'resultLimit'),
                lens(shortened(published.description), 'synapse.sqlScript.change', 'description'),
              ]),
        ]
      : []),
  ];
}

function shortened(description: string): string {
  const line = description.replace(/\s+/gu, ' ').trim();
  if (line === '') return vscode.l10n.t('Add a description');
  return line.length > longestDescription ? `${line.slice(0, longestDescription)}…` : line;
}
