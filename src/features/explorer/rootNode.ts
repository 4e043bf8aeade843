import type { Connection } from '../../platform/connection.ts';
import { nodeKind } from '../../platform/contributions/declarations.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';
import type { WorkspaceSection } from './public.ts';

const RootKind = nodeKind<Record<never, never>>()({ name: 'root', flags: [] });

/**
 * The invisible root. Without a connection there is nothing below it, and VS Code shows a welcome view.
 * @param sections Loads what stands below each workspace.
 */
export function rootNode(
  current: () => Connection | undefined,
  sections: () => Promise<readonly WorkspaceSection[]>,
): TreeNode {
  return {
    kind: RootKind,
    key: '',
    data: {},
    label: '',
    accessibleLabel: '',
    icon: { id: 'blank' },
    reading: 'all',
    async *children(signal) {
      const connection = current();
      if (!connection) return;
      const { subscriptionPages } = await import('./subscriptionNodes.ts');
      yield* subscriptionPages(connection, await sections(), signal);
    },
  };
}
