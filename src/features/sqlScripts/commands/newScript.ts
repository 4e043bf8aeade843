import * as vscode from 'vscode';
import { withProgress } from '../../../platform/progress.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { ExactDocument } from '../../../azure/exactJson.ts';
import type { ScriptParts } from '../lazyParts.ts';
import { nameKey } from '../scripts/sameScript.ts';
import type { ScriptStore } from '../scripts/scriptStore.ts';
import { scriptsOf } from '../scripts/scriptStores.ts';
import { documentOf, newScript } from '../scripts/sqlScript.ts';
import { askName } from './askName.ts';
import { confirmLive } from './confirmLive.ts';
import { showScript } from './openScript.ts';
import { addressOfScript, type FolderTarget, type ScriptTarget } from './scriptTarget.ts';

const never = new AbortController().signal;

/** Publishes an empty script under a new name, and opens it. */
export async function createScript(_parts: ScriptParts, { data }: FolderTarget): Promise<void> {
  const store = scriptsOf(data.connection).of(data);
  const scripts = await store.list(never);
  const title = vscode.l10n.t('New SQL script in workspace {0}', data.workspace.workspaceName);
  const name = await askName(title, freeName(vscode.l10n.t('SQL script'), scripts), scripts);
  await publishNew(data, store, name, newScript(name, { folder: data.folder }).document);
}

/** Publishes the same under another name, with all that the document holds, and opens it. */
export async function duplicateScript(_parts: ScriptParts, { data }: ScriptTarget): Promise<void> {
  const store = scriptsOf(data.connection).of(data);
  const [scripts, script] = await Promise.all([store.list(never), store.get(data.script.name, never, { fresh: true })]);
  const title = vscode.l10n.t('Duplicate SQL script {0}', script.name);
  const name = await askName(title, freeName(script.name, scripts), scripts);
  await publishNew(data, store, name, documentOf(script, { name }));
}

async function publishNew(
  place: InWorkspace,
  store: ScriptStore,
  name: string,
  document: ExactDocument,
): Promise<void> {
  // A PUT would replace what somebody else has created since the list was read.
  const scripts = await store.list(never, { fresh: true });
  const taken = scripts.find((script) => nameKey(script.name) === nameKey(name));
  if (taken) throw new Error(vscode.l10n.t('There is a script “{0}” already.', taken.name));
  await confirmLive(place, vscode.l10n.t('Create'));
  const title = vscode.l10n.t('Create SQL script {0}', name);
  const created = await withProgress(title, (signal) => store.put(name, document, { signal, about: { title } }));
  await showScript(addressOfScript(place, created), false);
}

/** `SQL script 2` where `SQL script` and `SQL script 1` are taken. */
export function freeName(wanted: string, scripts: readonly { readonly name: string }[]): string {
  const taken = new Set(scripts.map(({ name }) => nameKey(name)));
  const base = wanted.replace(/ \d+$/u, '');
  for (let number = 1; ; number++) {
    const name = `${base} ${number}`;
    if (!taken.has(nameKey(name))) return name;
  }
}
