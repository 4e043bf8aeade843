import * as vscode from 'vscode';
import type { RowView } from './contract.ts';

/** What was done, failed and left, as a Markdown document for a pull request or a colleague. */
export function reportOf(rows: readonly RowView[], where: { folder: string; workspaceName: string }): string {
  const tried = rows.filter(({ state }) => state !== 'planned');
  const section = (title: string, found: readonly RowView[]): string[] =>
    found.length === 0 ? [] : ['', `## ${title} (${String(found.length)})`, '', ...found.map(line)];
  const ofState = (state: RowView['state']): RowView[] => tried.filter((row) => row.state === state);
  return [
    `# ${vscode.l10n.t('{0} → workspace {1}', asText(where.folder), asText(where.workspaceName))}`,
    '',
    new Date().toISOString(),
    ...section(vscode.l10n.t('Failed'), ofState('failed')),
    ...section(vscode.l10n.t('Done'), ofState('done')),
    ...section(vscode.l10n.t('Not sent'), ofState('notSent')),
    ...section(
      vscode.l10n.t('Refused'),
      rows.filter(({ action }) => action === 'refused'),
    ),
    ...section(
      vscode.l10n.t('Left out'),
      rows.filter(({ action, state }) => state === 'planned' && action !== 'refused' && action !== 'unchanged'),
    ),
    '',
    vscode.l10n.t('{0} scripts were the same already.', rows.filter(({ action }) => action === 'unchanged').length),
    '',
  ].join('\n');
}

function line({ action, name, folder, file, reasons, words }: RowView): string {
  const where = [folder, name].filter((part) => part !== '').join('/');
  const why = [...reasons, ...(words === undefined ? [] : [words])].join('; ');
  return [
    `- ${actionWord(action)}: ${asText(where)}`,
    ...(file === undefined ? [] : [` (${asText(file)})`]),
    why && ` — ${asText(why)}`,
  ].join('');
}

/** What to do with a script, as a word. */
export function actionWord(action: RowView['action']): string {
  switch (action) {
    case 'create':
      return vscode.l10n.t('Create');
    case 'change':
      return vscode.l10n.t('Replace');
    case 'remove':
      return vscode.l10n.t('Delete');
    case 'unchanged':
      return vscode.l10n.t('Unchanged');
    case 'refused':
      return vscode.l10n.t('Refused');
  }
}

/** Text of files and the service as itself: what Markdown would read is escaped. */
function asText(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>()#|]/gu, '\\$&');
}
