import * as vscode from 'vscode';
import { parseScriptUri } from '../scripts/scriptUri.ts';
import type { Drafts } from './drafts.ts';
import { scriptKey } from './scriptPlace.ts';

/** Takes back a script that was begun and left without a word: it was never published, and holds nothing to keep. */
export function forgetEmptyDrafts(drafts: Drafts): vscode.Disposable {
  return vscode.workspace.onDidCloseTextDocument(async ({ uri }) => {
    const address = parseScriptUri(uri);
    const draft = address && (await drafts.get(scriptKey(address)));
    // One that goes along to another address, or into another language, is closed and opened again.
    const isOpen = vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri.toString());
    if (!draft || isOpen || draft.text !== '' || draft.base !== undefined || draft.uri !== uri.toString()) return;
    await drafts.discard(scriptKey(address));
  });
}
