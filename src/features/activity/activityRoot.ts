import type { Changes } from '../../platform/changes/changes.ts';
import { nodeKind } from '../../platform/contributions/declarations.ts';
import { onePage } from '../../platform/tree/onePage.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';

const RootKind = nodeKind<Record<never, never>>()({ name: 'activityRoot', flags: [] });

/** The invisible root: the changes, newest first. Without any there is nothing below it, and VS Code shows a welcome view. */
export function activityRoot(changes: Changes): TreeNode {
  return {
    kind: RootKind,
    key: '',
    data: {},
    label: '',
    accessibleLabel: '',
    icon: { id: 'blank' },
    children: onePage(async () => {
      const { changeNode } = await import('./changeNodes.ts');
      return changes.all.map(changeNode).reverse();
    }),
  };
}
