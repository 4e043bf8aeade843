import * as vscode from 'vscode';
import type { SqlScript } from '../scripts/sqlScript.ts';
import type { FolderPlanWords } from './folderPlan.ts';

/** The plan's sentences. */
export const folderPlanWords: FolderPlanWords = {
  difference: (difference, before, after) => {
    switch (difference) {
      case 'text':
        return vscode.l10n.t('Text');
      case 'endings':
        return vscode.l10n.t('Line endings only');
      case 'folder':
        return vscode.l10n.t('Folder: {0} → {1}', folder(before), folder(after));
      case 'connection':
        return vscode.l10n.t('Connection: {0} → {1}', connection(before), connection(after));
      case 'description':
        return vscode.l10n.t('Description');
      case 'resultLimit':
        return vscode.l10n.t('Rows of a result: {0} → {1}', limit(before), limit(after));
      case 'other':
        return vscode.l10n.t('Other properties');
    }
  },
  problem: (problem) => {
    switch (problem) {
      case 'tooLarge':
        return vscode.l10n.t('The file is larger than 10 MB.');
      case 'unreadable':
        return vscode.l10n.t('The file could not be read.');
      case 'notText':
        return vscode.l10n.t('The file is no text in UTF-8 or UTF-16.');
      case 'notJson':
        return vscode.l10n.t('The file is no JSON document of a script.');
      case 'noName':
        return vscode.l10n.t('The document has no name.');
      case 'empty':
        return vscode.l10n.t('The file is empty.');
    }
  },
  duplicate: (name, otherFiles) =>
    vscode.l10n.t(
      '“{0}” is also the name of {1}; the service does not tell upper from lower case.',
      name,
      otherFiles.join(', '),
    ),
};

function folder({ folder: name }: SqlScript): string {
  return name === '' ? vscode.l10n.t('(top)') : name;
}

function connection({ connection: { poolName, databaseName } }: SqlScript): string {
  return [poolName, databaseName].filter((part) => part !== undefined && part !== '').join(' / ') || '—';
}

function limit({ resultLimit }: SqlScript): string {
  if (resultLimit === undefined) return '—';
  return resultLimit === -1 ? vscode.l10n.t('all') : String(resultLimit);
}
