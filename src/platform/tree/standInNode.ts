import type { NodeKind } from '../contributions/declarations.ts';
import type { ChildList } from './childList.ts';
import { ErrorKind, HintKind, LoadMoreKind } from './mechanismKinds.ts';
import type { TreeNode } from './treeNode.ts';

/** The words that the tree itself shows; given from outside, so that the mechanism stays free of VS Code. */
export interface TreeWords {
  readonly loadMore: string;
  /** What a row of the last session says of itself, as a description and as an accessible label. */
  readonly lastKnown: {
    readonly description: (description: string | undefined) => string;
    readonly spoken: (label: string) => string;
  };
  /** Label, tooltip and accessible label for a failed node. */
  describe(error: unknown): { label: string; tooltip: string; accessibleLabel: string; flags?: readonly string[] };
}

/** What follows the children that were read: the reason why there are no more, a way to more, or a word on none. */
export function standInNode(node: TreeNode, list: ChildList, words: TreeWords): TreeNode | undefined {
  if (list.error !== undefined) {
    const described = words.describe(list.error);
    return {
      ...described,
      kind: ErrorKind,
      key: '\u0000error',
      data: { error: list.error },
      icon: { id: 'error', color: 'errorForeground' },
      flags: ['retry', ...(described.flags ?? [])],
    };
  }
  if (!list.done && node.reading !== 'all') {
    return mechanismNode(LoadMoreKind, '\u0000more', words.loadMore, 'ellipsis');
  }
  if (list.done && list.entries.length === 0 && node.emptyLabel !== undefined) {
    return mechanismNode(HintKind, '\u0000empty', node.emptyLabel, 'info');
  }
  return undefined;
}

function mechanismNode(kind: NodeKind, key: string, label: string, icon: string): TreeNode {
  return { kind, key, data: {}, label, accessibleLabel: label, icon: { id: icon } };
}
