import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nodeKind } from '../../../src/platform/contributions/declarations.ts';
import type { TreeEntry } from '../../../src/platform/tree/treeEntry.ts';
import { TreeModel } from '../../../src/platform/tree/treeModel.ts';
import type { NodePage, TreeNode } from '../../../src/platform/tree/treeNode.ts';
import { words } from './support/treeModel.ts';

const Kind = nodeKind<Record<never, never>>()({ name: 'thing', flags: [] });

function thing(key: string, more: Partial<TreeNode<Record<never, never>>> = {}): TreeNode {
  return { kind: Kind, key, data: {}, label: key, accessibleLabel: key, icon: { id: 'x' }, ...more };
}

/** A root with two pages, of which the second one arrives when the test says so. */
function slowRoot() {
  let release: () => void = () => undefined;
  let pages: readonly string[] = ['first', 'second'];
  const changes: (TreeEntry | undefined)[] = [];
  const root = thing('', {
    reading: 'all',
    async *children(): AsyncGenerator<NodePage> {
      const { promise, resolve } = Promise.withResolvers<void>();
      release = resolve;
      for (const [index, key] of pages.entries()) {
        if (index > 0) await promise;
        yield { nodes: [thing(key)], more: index < pages.length - 1 };
      }
    },
  });
  const model = new TreeModel({ root, words, onDidChange: (entry) => changes.push(entry) });
  const labels = async (): Promise<string[]> => (await model.childrenOf(model.root)).map(({ node }) => node.label);
  return {
    model,
    labels,
    changes,
    release: () => {
      release();
    },
    set: (...keys: string[]) => (pages = keys),
  };
}

const soon = () => new Promise<'not yet'>((resolve) => setImmediate(resolve, 'not yet'));

describe('A refresh of a list that is read whole', () => {
  it('shows each page as it arrives the first time', async () => {
    const { labels, release } = slowRoot();
    assert.deepEqual(await labels(), ['first']);
    release();
    await soon();
    assert.deepEqual(await labels(), ['first', 'second']);
  });

  it('takes the place of the old rows when it is complete, with no row missing in between', async () => {
    const { model, labels, release, changes } = slowRoot();
    await labels();
    release();
    await soon();
    model.refresh();
    const before = changes.length;
    const again = labels();
    assert.equal(await Promise.race([again, soon()]), 'not yet');
    release();
    assert.deepEqual(await again, ['first', 'second']);
    assert.equal(changes.length, before); // nothing else needs to be shown
  });

  it('does so also when it was begun twice', async () => {
    const { model, labels, release } = slowRoot();
    await labels();
    release();
    await soon();
    model.refresh();
    void labels();
    model.refresh();
    const again = labels();
    assert.equal(await Promise.race([again, soon()]), 'not yet');
    release();
    assert.deepEqual(await again, ['first', 'second']);
  });

  it('shows pages as they arrive where the list was empty before', async () => {
    const { model, labels, set } = slowRoot();
    set();
    assert.deepEqual(await labels(), []);
    set('first', 'second');
    model.refresh();
    assert.deepEqual(await labels(), ['first']);
  });
});
