import * as vscode from 'vscode';
import type { Targets } from '../../../platform/commands/commandHandler.ts';
import { withProgress } from '../../../platform/progress.ts';
import type { TreeEntry } from '../../../platform/tree/treeEntry.ts';
import { type InFolder, ScriptFolderKind, SqlScriptKind, SqlScriptsKind } from '../contributions.ts';
import type { ScriptParts } from '../lazyParts.ts';
import { scriptsOf } from '../scripts/scriptStores.ts';
import { askFolder } from './askFolder.ts';
import { confirmLive } from './confirmLive.ts';
import { moveScript } from './moveScript.ts';
import type { ScriptTarget } from './scriptTarget.ts';
import { forEach, sayLeftOut } from './severalScripts.ts';

type ScriptData = ScriptTarget['data'];

/** Asks for a folder and puts scripts into it; scripts of other workspaces than the first one's are left out. */
export async function moveScripts(parts: ScriptParts, { targets, leftOut }: Targets<ScriptData>): Promise<void> {
  const [first] = targets;
  if (!first) return;
  const { data } = first;
  const here = targets.filter((target) => target.data.workspace.id === data.workspace.id);
  sayLeftOut([...leftOut, ...targets.filter((target) => !here.includes(target)).map(({ node }) => node)]);
  const scripts = await scriptsOf(data.connection).of(data).list(new AbortController().signal);
  const question =
    here.length === 1
      ? vscode.l10n.t('Move “{0}” to', data.script.name)
      : vscode.l10n.t('Move {0} SQL scripts to', here.length);
  const folder = await askFolder(question, scripts, here.length === 1 ? data.script.folder : undefined);
  await moveTo(
    parts,
    here.map((target) => target.data),
    folder,
  );
}

/** What dropping rows on a folder, or on a script in it, does. */
export async function dropScripts(parts: ScriptParts, entries: readonly TreeEntry[], target: TreeEntry): Promise<void> {
  const row = target.node.kind === SqlScriptKind ? target.parent : target;
  if (row?.node.kind !== ScriptFolderKind && row?.node.kind !== SqlScriptsKind) return;
  // All three kinds of rows are only made with this data.
  const { folder, workspace } = row.node.data as InFolder;
  const scripts = entries.map(({ node }) => node.data as ScriptData);
  if (scripts.some((script) => script.workspace.id !== workspace.id)) {
    throw new Error(vscode.l10n.t('SQL scripts can be moved only within their workspace.'));
  }
  await moveTo(parts, scripts, folder);
}

async function moveTo(parts: ScriptParts, scripts: readonly ScriptData[], folder: string): Promise<void> {
  const moving = scripts.filter(({ script }) => script.folder !== folder);
  const [first] = moving;
  if (!first) return;
  await confirmLive(first, vscode.l10n.t('Move'));
  const store = scriptsOf(first.connection).of(first);
  const title = folder === '' ? vscode.l10n.t('Move out of its folder') : vscode.l10n.t('Move to folder {0}', folder);
  await withProgress(title, (signal) =>
    forEach(
      moving.map(({ script }) => script),
      parts.errors,
      (name) => vscode.l10n.t('SQL script {0} was not moved', name),
      (script) => {
        const { name } = script;
        const about =
          folder === ''
            ? vscode.l10n.t('Move SQL script {0} out of its folder', name)
            : vscode.l10n.t('Move SQL script {0} to folder {1}', name, folder);
        return moveScript(parts, store, script, { folder }, { signal, about: { title: about } });
      },
    ),
  );
}
