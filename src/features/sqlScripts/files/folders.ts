import * as vscode from 'vscode';
import { formatScriptUri, parseFolderUri, parseScriptUri, type ScriptAddress } from '../scripts/scriptUri.ts';

type FolderAddress = Omit<ScriptAddress, 'name'>;

/** Whether the URI names a workspace or a folder of its scripts, which VS Code can open as a folder of its own. */
export function isFolderUri(uri: vscode.Uri): boolean {
  return parseFolderUri(uri) !== undefined;
}

const publishedView = '&view=published';

/** A read-only document with what is published, for comparing: a draft never stands before it. */
export function publishedViewOf(uri: vscode.Uri): vscode.Uri {
  return uri.with({ query: `${uri.query}${publishedView}` });
}

export function isPublishedView(uri: vscode.Uri): boolean {
  return uri.query.endsWith(publishedView);
}

/** @throws FileNotADirectory for a script, FileNotFound for what is neither */
export function requireFolder(uri: vscode.Uri): FolderAddress {
  const folder = parseFolderUri(uri);
  if (folder) return folder;
  throw parseScriptUri(uri) ? vscode.FileSystemError.FileNotADirectory(uri) : vscode.FileSystemError.FileNotFound(uri);
}

/** @throws NoPermissions for a folder: it comes with its first script and goes with its last */
export function requireScript(uri: vscode.Uri): void {
  if (!isFolderUri(uri)) return;
  const text = vscode.l10n.t(
    'A folder of SQL scripts is only a part of their names. Move or delete the scripts in it.',
  );
  throw vscode.FileSystemError.NoPermissions(text);
}

/** Names and types of what is in a folder, given all scripts of its workspace. */
export function listFolder(
  uri: vscode.Uri,
  folder: FolderAddress,
  scripts: readonly Pick<ScriptAddress, 'folder' | 'name'>[],
): [string, vscode.FileType][] {
  const entries = new Map<string, vscode.FileType>();
  const parent = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
  for (const script of scripts) {
    const { path } = formatScriptUri({ ...folder, folder: script.folder, name: script.name });
    if (!path.startsWith(parent)) continue;
    const [name = '', ...deeper] = path.slice(parent.length).split('/');
    entries.set(name, deeper.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
  }
  return [...entries];
}
