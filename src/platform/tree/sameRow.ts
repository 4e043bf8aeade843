import type { TreeNode } from './treeNode.ts';

/** Whether two nodes give the same row: its texts, its icon, its commands, and whether it can be opened. */
export function showsTheSame(one: TreeNode, other: TreeNode): boolean {
  return appearance(one) === appearance(other);
}

function appearance(node: TreeNode): string {
  const { kind, label, description, icon, tooltip, accessibleLabel, flags = [], children } = node;
  return JSON.stringify([
    kind.name,
    label,
    description,
    icon.id,
    icon.color,
    tooltip,
    accessibleLabel,
    flags,
    children !== undefined,
  ]);
}
