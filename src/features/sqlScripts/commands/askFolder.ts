import * as vscode from 'vscode';
import { plainText } from '../../../platform/plainText.ts';
import { folderPaths } from '../explorer/folderTree.ts';
import type { SqlScript } from '../scripts/sqlScript.ts';

interface FolderItem extends vscode.QuickPickItem {
  /** Undefined stands for a new one. */
  readonly folder: string | undefined;
}

/**
 * Asks for a folder: the existing ones are offered, a new one can be typed.
 * @returns its path; empty for none
 * @throws CancellationError when the user turns away
 */
export async function askFolder(placeHolder: string, scripts: readonly SqlScript[], current?: string): Promise<string> {
  const items: FolderItem[] = [
    { label: vscode.l10n.t('$(new-folder) New folder…'), folder: undefined },
    { label: vscode.l10n.t('$(files) No folder'), folder: '' },
    ...folderPaths(scripts).map((folder) => ({ label: plainText(folder), folder })),
  ].map((item) => ({ ...item, ...(item.folder === current && { description: vscode.l10n.t('current') }) }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: plainText(placeHolder) });
  if (!chosen) throw new vscode.CancellationError();
  return chosen.folder ?? (await askNewFolder());
}

async function askNewFolder(): Promise<string> {
  const path = await vscode.window.showInputBox({
    title: vscode.l10n.t('New folder'),
    prompt: vscode.l10n.t('Name of the folder; “/” makes folders within folders'),
    validateInput: (text) => (folderPath(text) === '' ? vscode.l10n.t('A folder needs a name.') : undefined),
  });
  if (path === undefined || folderPath(path) === '') throw new vscode.CancellationError();
  return folderPath(path);
}

/** A path as typed, without empty parts. */
function folderPath(text: string): string {
  return text
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/');
}
