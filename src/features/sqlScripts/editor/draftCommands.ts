import * as vscode from 'vscode';
import { confirm } from '../../../platform/confirm.ts';
import { plainText } from '../../../platform/plainText.ts';
import { confirmLive } from '../commands/confirmLive.ts';
import { publishedViewOf } from '../files/folders.ts';
import { standsOn } from '../files/drafts.ts';
import type { OpenScript } from '../files/openScripts.ts';
import { scriptKey } from '../files/scriptPlace.ts';
import { tabsOf } from '../files/tabs.ts';
import type { ScriptParts } from '../lazyParts.ts';
import { parseScriptUri } from '../scripts/scriptUri.ts';

/** The script that a lens names, or that the active editor shows; VS Code has looked at it when it was opened. */
export async function scriptInEditor({ opened }: ScriptParts, argument: unknown): Promise<OpenScript> {
  const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  if (uri) await vscode.workspace.fs.stat(uri);
  const script = uri && opened.get(uri);
  if (!script) throw new Error(vscode.l10n.t('No SQL script is open.'));
  return script;
}

/** Publishes a draft in place of what is published now, after questions where that is dangerous. */
export async function publishDraft(parts: ScriptParts, argument: unknown): Promise<void> {
  const script = await scriptInEditor(parts, argument);
  const { uri, address, published, store } = script;
  const draft = await parts.drafts.get(scriptKey(address));
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  const text = document?.isDirty === true ? document.getText() : (draft?.text ?? document?.getText());
  if (text === undefined) return;
  await confirmLive(store.place, vscode.l10n.t('Publish'));
  if (draft && published && !standsOn(draft, published)) {
    await confirm({
      message: vscode.l10n.t('Overwrite what somebody else has published as “{0}”?', published.name),
      detail: vscode.l10n.t(
        'It was published after your draft was begun. “Compare” above the text shows the difference.',
      ),
      action: vscode.l10n.t('Overwrite'),
    });
  }
  await parts.files.publishDraft(script, text);
  if (document?.isDirty === true) await document.save();
}

export async function compareDraft(parts: ScriptParts, argument: unknown): Promise<void> {
  const { uri, address, published } = await scriptInEditor(parts, argument);
  if (!published) throw new Error(vscode.l10n.t('SQL script {0} is not published.', address.name));
  const title = vscode.l10n.t('{0}: published ↔ draft', address.name);
  await vscode.commands.executeCommand('vscode.diff', publishedViewOf(uri), uri, plainText(title));
}

export async function discardDraft(parts: ScriptParts, argument: unknown): Promise<void> {
  const { uri, address, published } = await scriptInEditor(parts, argument);
  await confirm({
    message: vscode.l10n.t('Discard the draft of “{0}”?', address.name),
    detail: published
      ? vscode.l10n.t('The editor shows what is published. The draft cannot be brought back.')
      : vscode.l10n.t('The script is not published: its editor is closed. The draft cannot be brought back.'),
    action: vscode.l10n.t('Discard'),
  });
  await parts.drafts.discard(scriptKey(address));
  const active = vscode.window.activeTextEditor?.document;
  if (active?.uri.toString() === uri.toString() && active.isDirty) {
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  if (!published) {
    await vscode.window.tabGroups.close(tabsOf(uri));
    return;
  }
  parts.opened.lookAgain(uri);
}

/** Offers the drafts that are kept on this computer. */
export async function showDrafts({ drafts }: ScriptParts): Promise<void> {
  const items = (await drafts.all()).flatMap((draft) => {
    const uri = vscode.Uri.parse(draft.uri);
    const address = parseScriptUri(uri);
    if (!address) return [];
    const workspace = address.workspaceId.split('/').at(-1) ?? '';
    return [
      { uri, label: plainText(address.name), description: plainText(workspace), detail: plainText(address.folder) },
    ];
  });
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There are no drafts of SQL scripts.'));
    return;
  }
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Select a draft to open') });
  if (chosen) await vscode.window.showTextDocument(chosen.uri, { preview: false });
}
