import { uriOfScript } from '../files/scriptPlace.ts';
import type { ScriptParts } from '../lazyParts.ts';
import type { ScriptStore, WriteOptions } from '../scripts/scriptStore.ts';
import { parseScriptUri } from '../scripts/scriptUri.ts';
import type { SqlScript } from '../scripts/sqlScript.ts';
import { openUri } from './openScript.ts';
import { addressOfScript } from './scriptTarget.ts';

const never = new AbortController().signal;

/** What of a script's address is to be different. */
export type NewAddress = { readonly name: string } | { readonly folder: string };

/**
 * Gives a script another name or another folder. An open editor, also one with unsaved changes, goes along.
 * @throws as `ScriptStore`; Error in words when VS Code refuses to rename the editor
 */
export async function moveScript(
  { renames }: Pick<ScriptParts, 'renames'>,
  store: ScriptStore,
  script: Pick<SqlScript, 'name' | 'folder'>,
  change: NewAddress,
  options: WriteOptions,
): Promise<void> {
  const open = openUri(addressOfScript(store.place, script));
  const address = open && parseScriptUri(open);
  if (open && address) {
    // Row and editor may both stand where the script was before somebody else moved it.
    const { folder } = await store.get(script.name, options.signal ?? never, { fresh: true });
    const target = uriOfScript({ ...address, folder, ...change });
    if (open.toString() !== target.toString()) {
      await renames.ask(open, target, options);
      return;
    }
  }
  if ('name' in change) await store.rename(script.name, change.name, options);
  else await store.move(script.name, change.folder, options);
}
