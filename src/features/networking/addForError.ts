import * as vscode from 'vscode';
import { AzureError } from '../../azure/azureError.ts';
import { addressRefusal } from '../../platform/errors/addressRefusal.ts';
import type { TreeEntry } from '../../platform/tree/treeEntry.ts';
import type { TreeModel } from '../../platform/tree/treeModel.ts';
import { addMyAddress } from './addMyAddress.ts';
import { workspaceAbove, workspaceAt } from './treePlaces.ts';

/**
 * The way out of a refusal by a workspace's firewall, wherever it was met.
 *
 * @param entry the row that shows the error, if one does; else the address of the refused request tells the workspace
 * @throws CancellationError when the user turns away
 */
export async function addForError(model: TreeModel, error: unknown, entry?: TreeEntry): Promise<void> {
  const url = error instanceof AzureError ? error.url : undefined;
  const place = (entry && workspaceAbove(entry)) ?? (url === undefined ? undefined : await workspaceAt(model, url));
  if (!place) {
    throw new Error(
      vscode.l10n.t('The workspace is not among those that are shown. Change the filter, and try again.'),
    );
  }
  await addMyAddress(model, place, addressRefusal(error));
}
