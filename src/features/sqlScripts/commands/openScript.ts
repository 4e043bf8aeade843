import * as vscode from 'vscode';
import { textMember } from '../../../azure/json.ts';
import { plainText } from '../../../platform/plainText.ts';
import { TreeEntry } from '../../../platform/tree/treeEntry.ts';
import { type InWorkspace, WorkspaceKind } from '../../explorer/public.ts';
import { SqlScriptKind } from '../contributions.ts';
import { connectionWords } from '../editor/connectionWords.ts';
import { scriptKey, type ScriptPlaces, uriOfScript } from '../files/scriptPlace.ts';
import type { ScriptParts } from '../lazyParts.ts';
import { splitScriptId } from '../scripts/scriptId.ts';
import { parseScriptUri, type ScriptAddress } from '../scripts/scriptUri.ts';
import { scriptsOf } from '../scripts/scriptStores.ts';
import { addressOfScript, type ScriptTarget } from './scriptTarget.ts';

const never = new AbortController().signal;

/**
 * Opens a script as a file: a row's, the one that a link names, or one that the user is asked for.
 * @param argument a `TreeEntry`, a `ScriptLink`, or nothing
 * @throws TypeError for a link that names no script
 */
export async function openScript(parts: ScriptParts, argument: unknown): Promise<void> {
  const address = await addressFrom(parts, argument);
  if (address) await showWhereItIs(parts.places, address);
}

/** Shows the editor of a script; one that is open already keeps its place, whatever folder the script was in then. */
export async function showScript(address: ScriptAddress, preview = true): Promise<void> {
  await vscode.window.showTextDocument(openUri(address) ?? uriOfScript(address), { preview });
}

/** As `showScript`, for an address that may be of before somebody else has moved the script. */
async function showWhereItIs(places: ScriptPlaces, address: ScriptAddress): Promise<void> {
  try {
    await showScript(address);
  } catch (error) {
    const store = await places.storeOf(address);
    const { name, folder } = await store.get(address.name, never, { fresh: true });
    if (folder === address.folder) throw error;
    await showScript({ ...address, name, folder });
  }
}

/** The URI under which a script is open in an editor. */
export function openUri(address: ScriptAddress): vscode.Uri | undefined {
  const key = scriptKey(address);
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const uris = tabs.map(({ input }) => (input instanceof vscode.TabInputText ? input.uri : undefined));
  return uris.find((uri) => {
    const open = uri && parseScriptUri(uri);
    return open !== undefined && scriptKey(open) === key;
  });
}

async function addressFrom(parts: ScriptParts, argument: unknown): Promise<ScriptAddress | undefined> {
  if (argument instanceof TreeEntry) {
    if (argument.node.kind !== SqlScriptKind) throw new TypeError('This row is no SQL script.');
    // Nodes of this kind are only made with this data.
    const { workspace, script } = argument.node.data as ScriptTarget['data'];
    return addressOfScript({ workspace }, script);
  }
  if (argument !== undefined) return await addressFromLink(parts, argument);
  const entry = await parts.picker.pick(WorkspaceKind, () => true);
  return entry && (await askForScript(entry.node.data as InWorkspace));
}

/** A link tells no folder: the script itself does. */
async function addressFromLink({ places }: ScriptParts, link: unknown): Promise<ScriptAddress> {
  const id = textMember(link, 'id');
  const tenantId = textMember(link, 'tenantId');
  const accountId = textMember(link, 'accountId');
  const script = splitScriptId(id ?? '');
  if (!script || tenantId === undefined) {
    throw new TypeError(vscode.l10n.t('This link names no SQL script.'));
  }
  const identity = { tenantId, ...(accountId !== undefined && { accountId }) };
  const address = { ...identity, ...script, folder: '' };
  const store = await places.storeOf(address);
  const { name, folder } = await store.get(script.name, never, { fresh: true });
  return { ...address, name, folder };
}

async function askForScript(place: InWorkspace): Promise<ScriptAddress | undefined> {
  const scripts = scriptsOf(place.connection).of(place).list(never, { fresh: true });
  const items = scripts.then((all) =>
    all.map((script) => ({
      script,
      label: plainText(script.name),
      description: plainText(connectionWords(script) ?? ''),
      ...(script.folder !== '' && { detail: plainText(script.folder) }),
    })),
  );
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Select a SQL script'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen && addressOfScript(place, chosen.script);
}
