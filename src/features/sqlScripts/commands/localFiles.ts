import * as vscode from 'vscode';
import type { Targets } from '../../../platform/commands/commandHandler.ts';
import { confirm } from '../../../platform/confirm.ts';
import { plainText } from '../../../platform/plainText.ts';
import { publishedViewOf } from '../files/folders.ts';
import { uriOfScript } from '../files/scriptPlace.ts';
import type { ScriptParts } from '../lazyParts.ts';
import { scriptsOf } from '../scripts/scriptStores.ts';
import { addressOfScript, type ScriptTarget } from './scriptTarget.ts';
import { namesOf, sayLeftOut } from './severalScripts.ts';

const filters = { SQL: ['sql'] };

/** Shows the difference between what is published and a file on this computer. */
export async function compareWithFile(_parts: ScriptParts, { data }: ScriptTarget): Promise<void> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Compare SQL script {0} with', data.script.name),
      openLabel: vscode.l10n.t('Compare'),
      filters,
    })) ?? [];
  if (!file) return;
  const published = publishedViewOf(uriOfScript(addressOfScript(data, data.script)));
  const title = vscode.l10n.t('{0} (published) ↔ {1}', data.script.name, file.path.split('/').at(-1) ?? '');
  await vscode.commands.executeCommand('vscode.diff', published, file, plainText(title));
}

/** Writes scripts as .sql files: one where the user says, several into a folder. */
export async function downloadScripts(
  _parts: ScriptParts,
  { targets, leftOut }: Targets<ScriptTarget['data']>,
): Promise<void> {
  sayLeftOut(leftOut);
  const files = fileNames(targets.map(({ data }) => data.script.name));
  const folder = targets.length === 1 ? undefined : await askForFolder();
  const wanted = new Map<vscode.Uri, ScriptTarget['data']>();
  for (const [at, { data }] of targets.entries()) {
    const name = files[at] ?? '';
    const uri = folder ? vscode.Uri.joinPath(folder, name) : await askForFile(name);
    wanted.set(uri, data);
  }
  // The dialog for one file has asked already.
  if (folder) await confirmOverwriting([...wanted.keys()]);
  await Promise.all(
    [...wanted].map(async ([uri, data]) => {
      const store = scriptsOf(data.connection).of(data);
      const { query } = await store.get(data.script.name, new AbortController().signal, { fresh: true });
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(query));
    }),
  );
  const text =
    targets.length === 1
      ? vscode.l10n.t('SQL script “{0}” is downloaded.', targets[0]?.data.script.name ?? '')
      : vscode.l10n.t('{0} SQL scripts are downloaded.', targets.length);
  void vscode.window.showInformationMessage(plainText(text));
}

async function askForFolder(): Promise<vscode.Uri> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Download to'),
      openLabel: vscode.l10n.t('Download'),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  if (!folder) throw new vscode.CancellationError();
  return folder;
}

async function askForFile(name: string): Promise<vscode.Uri> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const file = await vscode.window.showSaveDialog({
    saveLabel: vscode.l10n.t('Download'),
    filters,
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
  });
  if (!file) throw new vscode.CancellationError();
  return file;
}

async function confirmOverwriting(files: readonly vscode.Uri[]): Promise<void> {
  const there = await Promise.all(
    files.map((file) =>
      vscode.workspace.fs.stat(file).then(
        () => true,
        () => false,
      ),
    ),
  );
  const existing = files.filter((_file, at) => there[at]).map(({ path }) => ({ name: path.split('/').at(-1) ?? '' }));
  if (existing.length === 0) return;
  await confirm({
    message: vscode.l10n.t('Overwrite {0} files?', existing.length),
    detail: namesOf(existing),
    action: vscode.l10n.t('Overwrite'),
  });
}

/** File names that every system takes, each once, whatever the scripts are called. */
export function fileNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const safe = name
      .toWellFormed()
      .replace(/[<>:"/\\|?*\p{Cc}]/gu, '_')
      .replace(/^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu, '_$1')
      .replace(/^[. ]+|[. ]+$/gu, '_')
      .slice(0, 200);
    for (let number = 1; ; number++) {
      const file = number === 1 ? `${safe}.sql` : `${safe} (${number}).sql`;
      if (taken.has(file.toLowerCase())) continue;
      taken.add(file.toLowerCase());
      return file;
    }
  });
}
