import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TreeEntry } from '../../../src/platform/tree/treeEntry.ts';
import type { NodePage, TreeNode } from '../../../src/platform/tree/treeNode.ts';
import { modelOf, pagesOf, thing } from './support/treeModel.ts';

const aMoment = () => new Promise((resolve) => setImmediate(resolve));

/** A tree with one row whose list the test sets; `open` is the user opening that row again, `later` seconds after. */
async function rowOver(first: readonly TreeNode[], more: Partial<TreeNode<string>> = {}) {
  let pages: readonly (readonly TreeNode[] | Error)[] = [first];
  let gate: Promise<unknown> = Promise.resolve();
  let reads = 0;
  const folder = thing('folder', {
    async *children(): AsyncGenerator<NodePage> {
      reads += 1;
      await gate;
      yield* pagesOf(...pages);
    },
    ...more,
  });
  const made = modelOf({ children: () => pagesOf([folder]) });
  const [row] = await made.model.childrenOf(made.model.root);
  assert.ok(row);
  await made.model.childrenOf(row);
  made.changes.length = 0;
  return {
    ...made,
    row,
    reads: () => reads,
    set: (...next: (readonly TreeNode[] | Error)[]) => (pages = next),
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    open: (seconds = 60) => {
      made.clock.now += seconds * 1000;
      return made.model.opened(row);
    },
    rows: () => made.labels(row),
  };
}

describe('Opening a row again', () => {
  it('shows at once what was read, and then what has changed', async () => {
    const { open, set, hold, rows, changes, row } = await rowOver([thing('a'), thing('b')]);
    const release = hold();
    set([thing('b', { description: 'new' }), thing('c')]);
    const reading = open();
    assert.deepEqual(await rows(), ['a', 'b']);
    assert.deepEqual(changes, []);
    release();
    await reading;
    assert.deepEqual(changes, [row]);
    assert.deepEqual(await rows(), ['b', 'c']);
  });

  it('keeps places and what was read below them, unless they are gone', async () => {
    let deepReads = 0;
    const child = (key: string, description = ''): TreeNode =>
      thing(key, {
        description,
        children: () => {
          deepReads += 1;
          return pagesOf([thing(`below ${key}`)]);
        },
      });
    const { open, set, model, row, labels } = await rowOver([child('a'), child('b')]);
    const [a, b] = await model.childrenOf(row);
    assert.ok(a && b);
    await labels(a);
    await labels(b);
    set([child('a', 'changed')]);
    await open();
    assert.deepEqual(await model.childrenOf(row), [a]);
    assert.equal(a.node.description, 'changed');
    assert.deepEqual(await labels(a), ['below a']);
    assert.equal(deepReads, 2, 'nothing below was read again');
    assert.equal(b.list, undefined);
  });

  it('says nothing when nothing has changed', async () => {
    const { open, changes, reads } = await rowOver([thing('a')]);
    await open();
    assert.equal(reads(), 2);
    assert.deepEqual(changes, []);
  });

  it('reads nothing within seconds of the last read, nor twice at a time', async () => {
    const { open, hold, reads } = await rowOver([thing('a')]);
    await open(4);
    assert.equal(reads(), 1);
    const release = hold();
    const first = open(2);
    await open();
    assert.equal(reads(), 2);
    release();
    await first;
    await open(4);
    assert.equal(reads(), 2);
  });

  it('never puts an error in place of good rows, and tries again later', async () => {
    const { open, set, rows, errors, changes } = await rowOver([thing('a')], { reading: 'all' });
    const failure = new Error('down');
    set([thing('x')], failure);
    await open();
    assert.deepEqual(await rows(), ['a'], 'not even by half');
    set(failure);
    await open();
    assert.deepEqual(await rows(), ['a']);
    assert.deepEqual(errors, [failure, failure]);
    assert.deepEqual(changes, []);
    set([thing('b')]);
    await open();
    assert.deepEqual(await rows(), ['b']);
  });

  it('puts rows in place of an error', async () => {
    const { model, open, set, rows, row, changes } = await rowOver([thing('a')]);
    set(new Error('down'));
    model.refresh(row);
    assert.deepEqual(await rows(), ['Error: down']);
    changes.length = 0;
    set([thing('a')]);
    await open();
    assert.deepEqual(changes, [row]);
    assert.deepEqual(await rows(), ['a']);
  });

  it('reads as many pages as were shown, and offers the rest', async () => {
    const { open, set, rows, model, row } = await rowOver([]);
    set([thing('a')], [thing('b')], [thing('c')]);
    model.refresh(row);
    await rows();
    await model.loadMore(row);
    assert.deepEqual(await rows(), ['a', 'b', 'Load more']);
    set([thing('new')], [thing('b')], [thing('c')]);
    await open();
    assert.deepEqual(await rows(), ['new', 'b', 'Load more']);
    await model.loadMore(row);
    assert.deepEqual(await rows(), ['new', 'b', 'c']);
  });

  it('finds again on a later page what has moved there', async () => {
    const { open, set, rows, model, row } = await rowOver([]);
    set([thing('a')], [thing('b')]);
    model.refresh(row);
    const [a] = await model.childrenOf(row);
    set([thing('new')], [thing('a')]);
    await open();
    assert.deepEqual(await rows(), ['new', 'Load more']);
    await model.loadMore(row);
    assert.deepEqual(await rows(), ['new', 'a']);
    assert.equal((await model.childrenOf(row))[1], a);
  });

  it('has the page that was asked for in the meantime', async () => {
    const { open, set, rows, hold, model, row } = await rowOver([]);
    set([thing('a')], [thing('b')], [thing('c')]);
    model.refresh(row);
    await rows();
    const release = hold();
    const reading = open();
    await model.loadMore(row);
    assert.deepEqual(await rows(), ['a', 'b', 'Load more']);
    release();
    await reading;
    assert.deepEqual(await rows(), ['a', 'b', 'Load more']);
  });

  it('gives way to a refresh', async () => {
    const { open, set, rows, hold, model, row, errors } = await rowOver([thing('old')]);
    const release = hold();
    const reading = open();
    set([thing('refreshed')]);
    model.refresh(row);
    const shown = rows();
    release();
    await reading;
    assert.deepEqual(await shown, ['refreshed']);
    assert.deepEqual(await rows(), ['refreshed']);
    assert.deepEqual(errors, []);
  });

  it('leaves alone what was followed in the meantime: that is newer', async () => {
    const { open, set, hold, model, row } = await rowOver([thing('pool', { description: 'Resuming' })]);
    const release = hold();
    set([thing('pool', { description: 'Resuming' })]);
    const reading = open();
    const [pool] = (await model.childrenOf(row)) as [TreeEntry];
    model.replace(pool, thing('pool', { description: 'Online' }));
    release();
    await reading;
    assert.equal(pool.node.description, 'Online');
  });

  it('begins and ends to follow rows with what it finds', async () => {
    const poll = { seconds: 5, read: () => Promise.resolve(thing('a')) };
    const { open, set, pending } = await rowOver([thing('a')]);
    set([thing('a', { poll }), thing('b', { poll })]);
    await open();
    assert.equal(pending.size, 2);
    set([thing('a')]);
    await open();
    assert.equal(pending.size, 0);
  });

  it('reads nothing of a row that was never read or is being read', async () => {
    const { model, open, row, reads } = await rowOver([thing('a')]);
    model.refresh(row);
    await open();
    assert.equal(reads(), 1);
    const first = model.childrenOf(row);
    await open();
    await first;
    assert.equal(reads(), 2);
    await aMoment();
  });
});
