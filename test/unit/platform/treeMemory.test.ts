import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Expansion } from '../../../src/platform/tree/expansion.ts';
import { type KnownRow, readKnownRows } from '../../../src/platform/tree/knownRow.ts';
import { LastKnownRows } from '../../../src/platform/tree/lastKnownRows.ts';
import { HintKind } from '../../../src/platform/tree/mechanismKinds.ts';
import { snapshotOf } from '../../../src/platform/tree/snapshot.ts';
import { TreeEntry } from '../../../src/platform/tree/treeEntry.ts';
import type { TreeNode } from '../../../src/platform/tree/treeNode.ts';
import { MemoryState } from './support/memoryState.ts';
import { modelOf, pagesOf, thing } from './support/treeModel.ts';

const entry = (key: string, more: Partial<TreeNode<string>> = {}): TreeEntry =>
  new TreeEntry(thing(key, more), new TreeEntry(thing(''), undefined));

describe('Open rows', () => {
  const everywhere = new MemoryState();
  const expansionIn = (folder: MemoryState, scope: () => string | undefined = () => 'one'): Expansion =>
    new Expansion({ folder, everywhere }, scope);

  it('are remembered by whoever comes next, in the same folder', () => {
    const folder = new MemoryState();
    expansionIn(folder).note(entry('a'), true);
    assert.equal(expansionIn(folder).isOpen(entry('a')), true);
    assert.equal(expansionIn(folder).isOpen(entry('b')), false);
    assert.equal(expansionIn(new MemoryState()).isOpen(entry('a')), false);
  });

  it('are closed ones, too, where a node opens by itself', () => {
    const folder = new MemoryState();
    const node = entry('a', { expanded: true });
    const expansion = expansionIn(folder);
    assert.equal(expansion.isOpen(node), true);
    expansion.note(node, false);
    assert.equal(expansionIn(folder).isOpen(node), false);
    expansion.note(node, true);
    assert.equal(expansionIn(folder).isOpen(node), true);
  });

  it('belong to one connection', () => {
    let scope: string | undefined = 'one';
    const expansion = expansionIn(new MemoryState(), () => scope);
    expansion.note(entry('a'), true);
    scope = 'two';
    assert.equal(expansion.isOpen(entry('a')), false);
    scope = undefined;
    expansion.note(entry('b'), true);
    assert.equal(expansion.isOpen(entry('b')), false);
    scope = 'one';
    assert.equal(expansion.isOpen(entry('a')), true);
  });

  it('are bounded: the one that was touched longest ago goes first', () => {
    const folder = new MemoryState();
    const expansion = expansionIn(folder);
    for (let index = 0; index <= 1000; index += 1) expansion.note(entry(`row ${String(index)}`), true);
    assert.equal(expansion.isOpen(entry('row 0')), false);
    assert.equal(expansion.isOpen(entry('row 1')), true);
    for (const scope of ['a', 'b', 'c', 'd']) expansionIn(folder, () => scope).note(entry('x'), true);
    assert.equal(expansionIn(folder).isOpen(entry('row 1')), false);
    assert.equal(expansionIn(folder, () => 'a').isOpen(entry('x')), true);
  });

  it('are forgotten by a sign-out, in other folders as well', async () => {
    const [here, there] = [new MemoryState(), new MemoryState()];
    for (const folder of [here, there]) expansionIn(folder).note(entry('a'), true);
    const expansion = expansionIn(here);
    await expansion.forget();
    assert.equal(expansion.isOpen(entry('a')), false);
    assert.equal(expansionIn(there).isOpen(entry('a')), false);
    expansionIn(there).note(entry('b'), true);
    assert.equal(expansionIn(there).isOpen(entry('b')), true);
  });
});

describe('The last known tree', () => {
  const rows: readonly KnownRow[] = [{ key: 'a', label: 'A', icon: 'x', spoken: 'A', below: [] }];

  it('is there for whoever comes next, until it is confirmed', async () => {
    const memory = new MemoryState();
    await new LastKnownRows(memory, () => 'one').keep(rows);
    const next = new LastKnownRows(memory, () => 'one');
    assert.deepEqual(next.rows(), rows);
    assert.equal(next.rows(), next.rows(), 'the same array: nothing has changed');
    next.confirmed();
    assert.deepEqual(next.rows(), []);
    await next.keep(rows);
    assert.deepEqual(next.rows(), [], 'what this session has kept is for the next one');
  });

  it('belongs to one connection, of three at most', async () => {
    const memory = new MemoryState();
    for (const scope of ['one', 'two', 'three', 'four']) await new LastKnownRows(memory, () => scope).keep(rows);
    assert.deepEqual(new LastKnownRows(memory, () => 'one').rows(), []);
    assert.deepEqual(new LastKnownRows(memory, () => 'two').rows(), rows);
    assert.deepEqual(new LastKnownRows(memory, () => undefined).rows(), []);
  });

  it('is written when it has changed, not each time', async () => {
    const memory = new MemoryState();
    const lastKnown = new LastKnownRows(memory, () => 'one');
    await lastKnown.keep(rows);
    await lastKnown.keep([...rows]);
    assert.equal(memory.writes, 1);
    await lastKnown.keep([]);
    assert.equal(memory.writes, 2);
  });

  it('is forgotten by a sign-out', async () => {
    const memory = new MemoryState();
    const lastKnown = new LastKnownRows(memory, () => 'one');
    await lastKnown.keep(rows);
    await lastKnown.forget();
    assert.deepEqual(new LastKnownRows(memory, () => 'one').rows(), []);
    assert.deepEqual(memory.keys(), []);
  });

  it('is what can be read of what was stored', () => {
    assert.deepEqual(readKnownRows([...rows, { key: 1 }, null, { ...rows[0], below: ['no'] }]), rows);
    assert.deepEqual(readKnownRows({ other: 'thing' }), []);
  });
});

describe('A snapshot of the tree', () => {
  const deep = thing('deep', { description: 'Online', order: '1' });
  const tree = (...more: TreeNode[]) =>
    modelOf({
      children: () =>
        pagesOf([
          thing('open', { children: () => pagesOf([deep]) }),
          thing('closed', { children: () => pagesOf([deep]) }),
          thing('leaf'),
          ...more,
        ]),
    });

  it('holds the texts of what can be seen, and what is below open rows', async () => {
    const { model } = tree(thing('an error', { passing: true }), { ...thing('a word'), kind: HintKind });
    assert.equal(
      snapshotOf(model.root, () => true),
      undefined,
      'nothing was read',
    );
    for (const child of await model.childrenOf(model.root)) await model.childrenOf(child);
    assert.deepEqual(
      snapshotOf(model.root, ({ node }) => node.key === 'open'),
      [
        {
          key: 'open',
          label: 'open',
          icon: 'x',
          spoken: 'open',
          below: [
            {
              key: 'deep',
              label: 'deep',
              description: 'Online',
              icon: 'x',
              spoken: 'deep',
              order: '1',
              below: undefined,
            },
          ],
        },
        { key: 'closed', label: 'closed', icon: 'x', spoken: 'closed', below: [] },
        { key: 'leaf', label: 'leaf', icon: 'x', spoken: 'leaf', below: undefined },
      ],
    );
  });

  it('comes back as the rows that it was made of', async () => {
    const { model } = tree();
    for (const child of await model.childrenOf(model.root)) await model.childrenOf(child);
    const rows = readKnownRows(JSON.parse(JSON.stringify(snapshotOf(model.root, () => true))));
    const next = modelOf(
      {
        async *children() {
          yield* [];
          await new Promise<never>(() => undefined);
        },
      },
      { rows: () => rows, confirmed: () => undefined },
    );
    assert.deepEqual(await next.labels(), ['open', 'closed', 'leaf']);
    const [open] = await next.model.childrenOf(next.model.root);
    assert.deepEqual(await next.labels(open), ['deep']);
  });

  it('is bounded, and rather holds what is further up', async () => {
    const many = Array.from({ length: 1500 }, (_, index) => thing(`row ${String(index)}`));
    const { model } = modelOf({
      children: () => pagesOf(['a', 'b'].map((key) => thing(key, { children: () => pagesOf(many) }))),
    });
    for (const child of await model.childrenOf(model.root)) await model.childrenOf(child);
    const [a, b] = snapshotOf(model.root, () => true) ?? [];
    assert.equal(a?.below?.length, 1500);
    assert.equal(b?.below?.length, 498);
  });

  it('is bounded by what it weighs, too', async () => {
    const long = Array.from({ length: 100 }, (_, index) => thing(`${'x'.repeat(5000)}${String(index)}`));
    const { model } = modelOf({ children: () => pagesOf(long) });
    await model.childrenOf(model.root);
    const text = JSON.stringify(snapshotOf(model.root, () => true));
    assert.ok(text.length > 50_000 && text.length <= 150_000, String(text.length));
  });
});
