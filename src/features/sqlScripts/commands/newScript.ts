import * as vscode from 'vscode';
import { withProgress } from '../../../platform/progress.ts';
import { scriptKey, uriOfScript } from '../files/scriptPlace.ts';
import type { ScriptParts } from '../lazyParts.ts';
import { nameKey } from '../scripts/sameScript.ts';
import { scriptRoles } from '../scripts/scriptRoles.ts';
import type { ScriptStore } from '../scripts/scriptStore.ts';
import { scriptsOf } from '../scripts/scriptStores.ts';
import { documentOf } from '../scripts/sqlScript.ts';
import { askName } from './askName.ts';
import { confirmLive } from './confirmLive.ts';
import { showScript } from './openScript.ts';
import { addressOfScript, type FolderTarget, type ScriptTarget } from './scriptTarget.ts';

const never = new AbortController().signal;

/**
 * Begins a script under a new name: an empty draft, in its editor. Nobody waits for the service before the first letter,
 * and nobody else sees a script in which nothing stands; the first save publishes it.
 */
export async function createScript({ drafts }: ScriptParts, { data }: FolderTarget): Promise<void> {
  const { workspace, folder } = data;
  const store = scriptsOf(data.connection).of(data);
  const [scripts, mayWrite, begun] = await Promise.all([
    store.list(never),
    store.checkWrite(never),
    drafts.newIn(workspace.id),
  ]);
  if (mayWrite === 'no') {
    throw new Error(
      vscode.l10n.t(
        'You may not publish SQL scripts in workspace {0}. One of these roles is needed: {1}.',
        workspace.workspaceName,
        scriptRoles('write').join(', '),
      ),
    );
  }
  const title = vscode.l10n.t('New SQL script in workspace {0}', workspace.workspaceName);
  const suggested = freeName(vscode.l10n.t('SQL script'), [...scripts, ...begun]);
  const name = await askName(title, suggested, scripts);
  await requireFree(store, name);
  const address = addressOfScript(data, { name, folder });
  const key = scriptKey(address);
  // One that was begun before goes on where it was left.
  if (!(await drafts.get(key))) await drafts.keep(key, { uri: uriOfScript(address).toString(), text: '' });
  await showScript(address, false);
}

/** Publishes the same under another name, with all that the document holds, and opens it. */
export async function duplicateScript(_parts: ScriptParts, { data }: ScriptTarget): Promise<void> {
  const store = scriptsOf(data.connection).of(data);
  const [scripts, script] = await Promise.all([store.list(never), store.get(data.script.name, never, { fresh: true })]);
  const name = await askName(
    vscode.l10n.t('Duplicate SQL script {0}', script.name),
    freeName(script.name, scripts),
    scripts,
  );
  await requireFree(store, name);
  await confirmLive(data, vscode.l10n.t('Create'));
  const title = vscode.l10n.t('Create SQL script {0}', name);
  const created = await withProgress(title, (signal) =>
    store.put(name, documentOf(script, { name }), { signal, about: { title } }),
  );
  await showScript(addressOfScript(data, created), false);
}

/** A PUT would replace what somebody else has created since the list was read. @throws Error in words for people */
async function requireFree(store: ScriptStore, name: string): Promise<void> {
  const scripts = await store.list(never, { fresh: true });
  const taken = scripts.find((script) => nameKey(script.name) === nameKey(name));
  if (taken) throw new Error(vscode.l10n.t('There is a script “{0}” already.', taken.name));
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
