import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { KnownRow } from '../../../src/platform/tree/knownRow.ts';
import { LastKnownKind } from '../../../src/platform/tree/mechanismKinds.ts';
import type { TreeEntry } from '../../../src/platform/tree/treeEntry.ts';
import type { NodePage, TreeNode } from '../../../src/platform/tree/treeNode.ts';
import { modelOf, pagesOf, thing } from './support/treeModel.ts';

function known(key: string, more: Partial<KnownRow> = {}): KnownRow {
  return { key, label: `old ${key}`, icon: 'x', spoken: key, order: key, ...more };
}

function fresh(key: string, more: Partial<TreeNode<string>> = {}): TreeNode<string> {
  return thing(key, { order: key, ...more });
}

const moment = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A tree of which some rows are known from before; its pages come when the test sends them. */
function remembered(rows: readonly KnownRow[]) {
  let current: readonly KnownRow[] = rows;
  let connected = false;
  let next = Promise.withResolvers<NodePage>();
  const made = modelOf(
    {
      reading: 'all',
      async *children() {
        if (!connected) {
          yield { nodes: [], more: false, unanswered: true };
          return;
        }
        for (let page = await next.promise; ; page = await next.promise) {
          yield page;
          if (!page.more) return;
        }
      },
    },
    {
      rows: () => current,
      confirmed: () => {
        current = [];
      },
    },
  );
  return {
    ...made,
    connect: () => {
      connected = true;
      made.model.refresh();
    },
    disconnect: () => {
      connected = false;
      made.model.refresh();
    },
    know: (others: readonly KnownRow[]) => (current = others),
    send: async (nodes: readonly TreeNode[], more = false) => {
      const { resolve } = next;
      next = Promise.withResolvers();
      resolve({ nodes, more });
      await moment();
    },
    fail: async (error: Error) => {
      const { reject } = next;
      next = Promise.withResolvers();
      reject(error);
      await moment();
    },
  };
}

async function rootOf({ model }: ReturnType<typeof remembered>, index = 0): Promise<TreeEntry> {
  const entry = (await model.childrenOf(model.root))[index];
  assert.ok(entry);
  return entry;
}

describe('Last known rows', () => {
  it('stand there while the connection is being made, and until it has answered', async () => {
    const tree = remembered([known('a'), known('b')]);
    assert.deepEqual(await tree.labels(), ['old a', 'old b']);
    tree.connect();
    assert.deepEqual(await tree.labels(), ['old a', 'old b']);
    const entry = await rootOf(tree);
    assert.equal(entry.node.kind, LastKnownKind);
    assert.deepEqual(entry.node.flags ?? [], []);
    tree.changes.length = 0;
    await tree.send([fresh('a'), fresh('b')]);
    assert.equal(tree.changes.length, 1);
    assert.deepEqual(await tree.labels(), ['a', 'b']);
    assert.equal(await rootOf(tree), entry, 'the same place');
  });

  it('are confirmed page by page, and are gone after the last one', async () => {
    const tree = remembered([known('a'), known('b'), known('c')]);
    tree.connect();
    await tree.labels();
    await tree.send([fresh('b')], true);
    assert.deepEqual(await tree.labels(), ['old a', 'b', 'old c']);
    await tree.send([fresh('a')]);
    assert.deepEqual(await tree.labels(), ['a', 'b']);
  });

  it('open at once as far as they are known, with the same places later', async () => {
    const tree = remembered([known('a', { below: [known('deep', { below: [known('deeper')] })] })]);
    const a = await rootOf(tree);
    const [deep] = await tree.model.childrenOf(a);
    assert.ok(deep);
    assert.deepEqual(await tree.labels(deep), ['old deeper']);
    const answer = Promise.withResolvers<readonly TreeNode[]>();
    tree.connect();
    await tree.labels();
    await tree.send([
      fresh('a', {
        async *children() {
          yield { nodes: await answer.promise, more: false };
        },
      }),
    ]);
    assert.deepEqual(await tree.labels(a), ['old deep'], 'confirmed itself, but not what is below');
    tree.changes.length = 0;
    answer.resolve([fresh('deep', { children: () => pagesOf([fresh('deeper')]) })]);
    await moment();
    assert.deepEqual(tree.changes, [a]);
    assert.deepEqual(await tree.model.childrenOf(a), [deep]);
    await tree.labels(deep);
    await moment();
    assert.deepEqual(await tree.labels(deep), ['deeper']);
  });

  it('are waited for where nothing is known below, and go on with the real ones', async () => {
    const tree = remembered([known('a', { below: [] })]);
    const below = tree.labels(await rootOf(tree));
    assert.equal(await Promise.race([below, moment().then(() => 'waits')]), 'waits');
    tree.connect();
    await tree.labels();
    await tree.send([fresh('a', { children: () => pagesOf([fresh('real')]) })]);
    assert.deepEqual(await below, ['real']);
  });

  it('have nothing below them when they turn out to be gone', async () => {
    const tree = remembered([known('a', { below: [] }), known('b')]);
    const below = tree.labels(await rootOf(tree));
    tree.connect();
    await tree.labels();
    await tree.send([fresh('b')]);
    assert.deepEqual(await below, []);
  });

  it('give way to an error', async () => {
    const tree = remembered([known('a')]);
    tree.connect();
    await tree.labels();
    await tree.fail(new Error('down'));
    assert.deepEqual(await tree.labels(), ['Error: down']);
  });

  it('go when there is no connection after all', async () => {
    const tree = remembered([known('a', { below: [] })]);
    const below = tree.labels(await rootOf(tree));
    tree.know([]);
    tree.disconnect();
    assert.deepEqual(await tree.labels(), []);
    assert.deepEqual(await below, []);
  });

  it('give way to those of another connection', async () => {
    const tree = remembered([known('a')]);
    await tree.labels();
    tree.know([known('z')]);
    tree.disconnect();
    assert.deepEqual(await tree.labels(), ['old z']);
  });

  it('never come back once the tree has been read', async () => {
    const tree = remembered([known('a', { below: [known('deep')] })]);
    tree.connect();
    await tree.labels();
    const branch = (): TreeNode<string> => fresh('a', { children: () => pagesOf([fresh('real')]) });
    await tree.send([branch()]);
    const a = await rootOf(tree);
    await tree.labels(a);
    await moment();
    assert.deepEqual(await tree.labels(a), ['real']);
    tree.model.refresh();
    const again = tree.labels();
    await tree.send([branch()]);
    assert.deepEqual(await again, ['a']);
    assert.deepEqual(await tree.labels(a), ['real']);
  });

  it('are no answer for whoever needs all that there is', async () => {
    const tree = remembered([known('a'), known('b')]);
    tree.connect();
    const all = tree.model.allChildrenOf(tree.model.root);
    assert.deepEqual(await tree.labels(), ['old a', 'old b']);
    await tree.send([fresh('b')]);
    assert.deepEqual(
      (await all).map(({ node }) => node.label),
      ['b'],
    );
  });

  it('do not turn as if something were going on', async () => {
    const tree = remembered([known('a', { icon: 'loading~spin' })]);
    assert.equal((await rootOf(tree)).node.icon.id, 'circle-outline');
  });
});
