import type { KnownRow } from './knownRow.ts';
import { LastKnownKind } from './mechanismKinds.ts';
import { onePage } from './onePage.ts';
import type { TreeNode } from './treeNode.ts';

/** A row of the last session as a node; it looks as it did, and `ExplorerTree` adds the words that say so. */
export function lastKnownNode(row: KnownRow): TreeNode<KnownRow> {
  const { key, label, description, icon, spoken, order, expanded, below } = row;
  return {
    kind: LastKnownKind,
    key,
    data: row,
    label,
    ...(description !== undefined && { description }),
    // What was changing then may have settled long ago: nothing turns until somebody looks again.
    icon: { id: icon.endsWith('~spin') ? 'circle-outline' : icon, color: 'descriptionForeground' },
    accessibleLabel: spoken,
    ...(order !== undefined && { order }),
    ...(expanded === true && { expanded }),
    // Says that the row can be opened; it is never read, for the tree waits for the real row.
    ...(below && { children: onePage(() => []) }),
  };
}
