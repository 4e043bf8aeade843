import type { Connection } from '../../platform/connection.ts';
import { nodeKind } from '../../platform/contributions/declarations.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';
import type { ExplorerFilter } from './explorerFilter.ts';
import type { WorkspaceSection } from './public.ts';

const RootKind = nodeKind<Record<never, never>>()({ name: 'root', flags: [] });

export interface RootParts {
  readonly current: () => Connection | undefined;
  /** Whether a connection is being made. */
  readonly connecting: () => boolean;
  readonly filter: ExplorerFilter;
  /** Loads what stands below each workspace. */
  readonly sections: () => Promise<readonly WorkspaceSection[]>;
}

/** The invisible root. Without a connection there is nothing below it, and VS Code shows a welcome view. */
export function rootNode({ current, connecting, filter, sections }: RootParts): TreeNode {
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
      if (!connection) {
        if (connecting()) yield { nodes: [], more: false, unanswered: true };
        return;
      }
      const { subscriptionPages } = await import('./subscriptionPages.ts');
      yield* subscriptionPages({ connection, filter, sections: await sections() }, signal);
    },
  };
}
