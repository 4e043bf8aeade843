import * as vscode from 'vscode';
import type { ScriptStore } from '../scripts/scriptStore.ts';
import { formatScriptUri, parseFolderUri, type ScriptAddress } from '../scripts/scriptUri.ts';

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

/** Names and types of what is in a folder. */
export async function listFolder(
  uri: vscode.Uri,
  storeOf: (address: ScriptAddress) => Promise<ScriptStore>,
): Promise<[string, vscode.FileType][]> {
  const folder = parseFolderUri(uri);
  if (!folder) throw vscode.FileSystemError.FileNotFound(uri);
  const store = await storeOf({ ...folder, name: '' });
  const entries = new Map<string, vscode.FileType>();
  for (const script of await store.list(new AbortController().signal, { fresh: true })) {
    const { path } = formatScriptUri({ ...folder, folder: script.folder, name: script.name });
    const parent = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    if (!path.startsWith(parent)) continue;
    const [name = '', ...deeper] = path.slice(parent.length).split('/');
    entries.set(name, deeper.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
  }
  return [...entries];
}
