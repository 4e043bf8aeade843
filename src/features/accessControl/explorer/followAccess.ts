import type { Connection } from '../../../platform/connection.ts';
import { shownBelow } from '../../../platform/tree/shownBelow.ts';
import type { TreeModel } from '../../../platform/tree/treeModel.ts';
import type { InWorkspace, Workspace } from '../../explorer/public.ts';
import { AccessControlKind } from '../contributions.ts';
import { readingsOf } from './readings.ts';

/** Changes of several assignments come one after the other; the rows are read anew once. */
const settleMs = 300;

const followed = new WeakSet<Connection>();

/**
 * Reads "Access control" anew wherever it shows assignments that were changed from here, by whatever command. A connection
 * that is followed already needs no second time.
 */
export function followAccess(model: TreeModel, connection: Connection): void {
  if (followed.has(connection)) return;
  followed.add(connection);
  const waiting = new Map<string, NodeJS.Timeout>();
  readingsOf(connection).onDidChange(({ workspace }) => {
    clearTimeout(waiting.get(workspace.id));
    const refresh = (): void => {
      waiting.delete(workspace.id);
      refreshAccess(model, workspace);
    };
    waiting.set(workspace.id, setTimeout(refresh, settleMs));
  });
}

/** Reads "Access control" of a workspace anew where it has been read; of every workspace without one. */
export function refreshAccess(model: TreeModel, workspace?: Workspace): void {
  for (const entry of [...shownBelow(model.root)]) {
    if (entry.node.kind !== AccessControlKind || !entry.list) continue;
    // The one cast: nodes of a kind are only ever made with that kind's data (`TreeNode<Data>.kind`).
    const place = entry.node.data as InWorkspace;
    if (!workspace || place.workspace.id.toLowerCase() === workspace.id.toLowerCase()) model.refresh(entry);
  }
}
