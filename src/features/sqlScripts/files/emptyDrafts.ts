import * as vscode from 'vscode';
import { parseScriptUri } from '../scripts/scriptUri.ts';
import type { Drafts } from './drafts.ts';
import { scriptKey } from './scriptPlace.ts';
import { tabsOf } from './tabs.ts';

/** Takes back a script that was begun and left without a word: it was never published, and holds nothing to keep. */
export function forgetEmptyDrafts(drafts: Drafts): vscode.Disposable {
  return vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    for (const { input } of closed) {
      if (input instanceof vscode.TabInputText && tabsOf(input.uri).length === 0) void forget(drafts, input.uri);
    }
  });
}

async function forget(drafts: Drafts, uri: vscode.Uri): Promise<void> {
  const address = parseScriptUri(uri);
  if (!address) return;
  const key = scriptKey(address);
  const draft = await drafts.get(key);
  // One that goes along to another address is kept under that one.
  if (draft?.text !== '' || draft.base !== undefined || draft.uri !== uri.toString()) return;
  await drafts.discard(key);
}
