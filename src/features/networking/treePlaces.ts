import { addressRefusal } from '../../platform/errors/addressRefusal.ts';
import { shownBelow } from '../../platform/tree/shownBelow.ts';
import type { TreeEntry } from '../../platform/tree/treeEntry.ts';
import type { TreeModel } from '../../platform/tree/treeModel.ts';
import { type InWorkspace, type Workspace, WorkspaceKind } from '../explorer/public.ts';
import { NetworkingKind } from './contributions.ts';

/** The workspace that a row stands for or lies in. */
export function workspaceAbove(entry: TreeEntry): InWorkspace | undefined {
  for (let at: TreeEntry | undefined = entry; at; at = at.parent) {
    if (at.node.kind === WorkspaceKind) return placeOf(at);
  }
  return undefined;
}

/**
 * The workspace whose URL it is, among those that the tree has; what has not been read yet is read. That is one below its
 * development endpoint, or Azure Resource Manager's for the workspace or something in it.
 */
export async function workspaceAt(model: TreeModel, url: string): Promise<InWorkspace | undefined> {
  const search = async (entry: TreeEntry): Promise<InWorkspace | undefined> => {
    if (entry.node.kind === WorkspaceKind) {
      const place = placeOf(entry);
      const { endpoint, id } = place.workspace;
      return isBelow(url, endpoint) || isBelow(url, place.connection.cloud.resourceManager.endpoint + id)
        ? place
        : undefined;
    }
    if (!entry.node.children) return undefined;
    for (const child of await model.allChildrenOf(entry)) {
      const found = await search(child);
      if (found) return found;
    }
    return undefined;
  };
  return await search(model.root);
}

/** Reads anew what the firewall of the workspace has refused. */
export function retryRefused(model: TreeModel, workspace: Workspace): void {
  for (const entry of [...shownBelow(model.root)]) {
    if (!addressRefusal(entry.list?.error)) continue;
    if (workspaceAbove(entry)?.workspace.id === workspace.id) model.refresh(entry);
  }
}

/** Reads "Networking" of the workspace anew where it has been read. */
export function refreshNetworking(model: TreeModel, workspace: Workspace): void {
  for (const entry of [...shownBelow(model.root)]) {
    if (entry.node.kind !== NetworkingKind || !entry.list) continue;
    if (workspaceAbove(entry)?.workspace.id === workspace.id) model.refresh(entry);
  }
}

/** The one cast: nodes of a kind are only ever made with that kind's data (`TreeNode<Data>.kind`). */
function placeOf(entry: TreeEntry): InWorkspace {
  return entry.node.data as InWorkspace;
}

/** Host names are compared without regard to case; URL has written them small already. */
function isBelow(url: string, endpoint: string): boolean {
  const [inner, outer] = [URL.parse(url), URL.parse(endpoint)];
  if (!outer || inner?.origin !== outer.origin) return false;
  const path = outer.pathname.replace(/\/+$/u, '').toLowerCase();
  return `${inner.pathname.toLowerCase()}/`.startsWith(`${path}/`);
}
