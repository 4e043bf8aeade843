import * as vscode from 'vscode';
import { markdownText, planReport, reportLine } from '../../../platform/plan/planReport.ts';
import type { RowView } from './contract.ts';

/** What was done, failed and left of a plan to publish a folder. */
export function reportOf(rows: readonly RowView[], where: { folder: string; workspaceName: string }): string {
  const section = (title: string, fits: (row: RowView) => boolean) => ({ title, lines: rows.filter(fits).map(line) });
  return planReport(
    vscode.l10n.t('{0} → workspace {1}', markdownText(where.folder), markdownText(where.workspaceName)),
    [
      section(vscode.l10n.t('Failed'), ({ state }) => state === 'failed'),
      section(vscode.l10n.t('Done'), ({ state }) => state === 'done'),
      section(vscode.l10n.t('Not sent'), ({ state }) => state === 'notSent'),
      section(vscode.l10n.t('Refused'), ({ action }) => action === 'refused'),
      section(
        vscode.l10n.t('Left out'),
        ({ action, state }) => state === 'planned' && action !== 'refused' && action !== 'unchanged',
      ),
    ],
    vscode.l10n.t('{0} scripts were the same already.', rows.filter(({ action }) => action === 'unchanged').length),
  );
}

function line({ action, name, folder, file, reasons, words }: RowView): string {
  const where = [folder, name].filter((part) => part !== '').join('/');
  const what = `${markdownText(where)}${file === undefined ? '' : ` (${markdownText(file)})`}`;
  return reportLine(actionWord(action), what, [...reasons, words]);
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
