import * as vscode from 'vscode';
import { withProgress } from '../../../platform/progress.ts';
import { uriOfScript } from '../files/scriptFileSystem.ts';
import type { ScriptParts } from '../lazyParts.ts';
import { parseScriptUri } from '../scripts/scriptUri.ts';
import { scriptsOf } from '../scripts/scriptStores.ts';
import { askName } from './askName.ts';
import { confirmLive } from './confirmLive.ts';
import { openUri } from './openScript.ts';
import { addressOfScript, type ScriptTarget } from './scriptTarget.ts';

/** Renames a script. An open editor, also one with unsaved changes, goes along. */
export async function renameScript({ files }: ScriptParts, { data }: ScriptTarget): Promise<void> {
  const store = scriptsOf(data.connection).of(data);
  const { name } = data.script;
  const others = (await store.list(new AbortController().signal)).filter((script) => script.name !== name);
  const newName = await askName(vscode.l10n.t('Rename SQL script {0}', name), name, others);
  if (newName === name) return;
  await confirmLive(data, vscode.l10n.t('Rename'));
  const title = vscode.l10n.t('Rename SQL script {0} to {1}', name, newName);
  const open = openUri(addressOfScript(data, data.script));
  const address = open && parseScriptUri(open);
  await withProgress(title, async (signal) => {
    if (!open || !address) {
      await store.rename(name, newName, { signal, about: { title } });
      return;
    }
    const target = uriOfScript({ ...address, name: newName });
    await files.renaming(open, { signal, about: { title } }, async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(open, target);
      if (!(await vscode.workspace.applyEdit(edit)))
        throw new Error(vscode.l10n.t('VS Code refused to rename the editor.'));
    });
  });
}
