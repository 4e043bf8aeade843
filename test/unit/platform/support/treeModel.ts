import { nodeKind } from '../../../../src/platform/contributions/declarations.ts';
import type { Timers } from '../../../../src/platform/tree/timers.ts';
import type { TreeEntry } from '../../../../src/platform/tree/treeEntry.ts';
import { type LastKnown, TreeModel } from '../../../../src/platform/tree/treeModel.ts';
import type { NodePage, TreeNode } from '../../../../src/platform/tree/treeNode.ts';

const Kind = nodeKind<string>()({ name: 'thing', flags: [] });

export function thing(key: string, more: Partial<TreeNode<string>> = {}): TreeNode<string> {
  return { kind: Kind, key, data: key, label: key, accessibleLabel: key, icon: { id: 'x' }, ...more };
}

export const words = {
  loadMore: 'Load more',
  lastKnown: { description: (text = '') => `${text} (last known)`, spoken: (label: string) => `${label} (last known)` },
  describe: (error: unknown) => ({ label: String(error), tooltip: '', accessibleLabel: String(error) }),
};

/** A model over one root, with its change events, its timers and a clock that tests turn by hand. */
export function modelOf(root: Partial<TreeNode<string>>, lastKnown?: LastKnown) {
  const changes: (TreeEntry | undefined)[] = [];
  const errors: unknown[] = [];
  const clock = { now: 0 };
  const pending = new Set<{ run: () => void; milliseconds: number }>();
  const timers: Timers = (run, milliseconds) => {
    const timer = { run, milliseconds };
    pending.add(timer);
    return () => pending.delete(timer);
  };
  const model = new TreeModel({
    root: thing('', root),
    words,
    onDidChange: (entry) => changes.push(entry),
    onBackgroundError: (error) => errors.push(error),
    timers,
    now: () => clock.now,
    ...(lastKnown && { lastKnown }),
  });
  const tick = async (): Promise<number[]> => {
    const due = [...pending];
    pending.clear();
    for (const { run } of due) run();
    await new Promise(setImmediate);
    return due.map(({ milliseconds }) => milliseconds);
  };
  const labels = async (entry: TreeEntry = model.root): Promise<string[]> =>
    (await model.childrenOf(entry)).map(({ node }) => node.label);
  return { model, clock, changes, errors, pending, tick, labels };
}

export async function* pagesOf(...pages: (readonly TreeNode[] | Error)[]): AsyncGenerator<NodePage> {
  for (const [index, page] of pages.entries()) {
    await Promise.resolve();
    if (page instanceof Error) throw page;
    yield { nodes: page, more: index < pages.length - 1 };
  }
}
