import * as vscode from 'vscode';
import { withProgress } from '../../../platform/progress.ts';
import type { ScriptParts } from '../lazyParts.ts';
import { scriptsOf } from '../scripts/scriptStores.ts';
import { askName } from './askName.ts';
import { confirmLive } from './confirmLive.ts';
import { moveScript } from './moveScript.ts';
import type { ScriptTarget } from './scriptTarget.ts';

/** Renames a script. */
export async function renameScript(parts: ScriptParts, { data }: ScriptTarget): Promise<void> {
  const store = scriptsOf(data.connection).of(data);
  const { name } = data.script;
  const others = (await store.list(new AbortController().signal)).filter((script) => script.name !== name);
  const newName = await askName(vscode.l10n.t('Rename SQL script {0}', name), name, others);
  if (newName === name) return;
  await confirmLive(data, vscode.l10n.t('Rename'));
  const title = vscode.l10n.t('Rename SQL script {0} to {1}', name, newName);
  await withProgress(title, (signal) =>
    moveScript(parts, store, data.script, { name: newName }, { signal, about: { title } }),
  );
}
