import * as vscode from 'vscode';
import { Dialogs } from './dialogs.ts';
import type { EmulatedAzure } from './emulatedAzure.ts';
import { childrenOf, entryAt } from './explorer.ts';

/** Before a test that changes what the tree shows: no faults, the children of these rows read anew, no requests yet. */
export async function freshStart(azure: EmulatedAzure, ...groups: readonly (readonly string[])[]): Promise<Dialogs> {
  azure.faults.clear();
  const dialogs = new Dialogs();
  for (const group of groups) {
    const entry = await entryAt(...group);
    await vscode.commands.executeCommand('synapse.refreshNode', entry);
    await childrenOf(entry);
  }
  azure.requests.take();
  return dialogs;
}
