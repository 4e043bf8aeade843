import type { ReadChildren, TreeNode } from './treeNode.ts';

/** Children that are known, or read, all at once. */
export function onePage(
  read: (signal: AbortSignal) => Promise<readonly TreeNode[]> | readonly TreeNode[],
): ReadChildren {
  return async function* (signal) {
    yield { nodes: await read(signal), more: false };
  };
}
