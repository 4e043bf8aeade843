import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ErrorKind, HintKind, LoadMoreKind } from '../../../src/platform/tree/mechanismKinds.ts';
import type { NodePage, TreeNode } from '../../../src/platform/tree/treeNode.ts';
import { modelOf, pagesOf, thing } from './support/treeModel.ts';

describe('TreeModel', () => {
  it('reads nothing before it is looked at, and only once', async () => {
    let reads = 0;
    const { labels } = modelOf({
      children: () => {
        reads += 1;
        return pagesOf([thing('a')]);
      },
    });
    assert.equal(reads, 0);
    assert.deepEqual(await labels(), ['a']);
    assert.deepEqual(await labels(), ['a']);
    assert.equal(reads, 1);
  });

  it('offers more pages one by one and stops offering after the last', async () => {
    const { model, labels, changes } = modelOf({ children: () => pagesOf([thing('a')], [thing('b')]) });
    assert.deepEqual(await labels(), ['a', 'Load more']);
    const more = (await model.childrenOf(model.root)).at(-1);
    assert.equal(more?.node.kind, LoadMoreKind);
    await model.loadMore(model.root);
    assert.deepEqual(changes, [undefined], 'the root changes as "everything"');
    assert.deepEqual(await labels(), ['a', 'b']);
  });

  it('reads all pages by itself where the node says so, telling of each', async () => {
    const { labels, changes } = modelOf({
      reading: 'all',
      children: () => pagesOf([thing('b', { order: 'b' })], [thing('a', { order: 'a' })]),
    });
    assert.deepEqual(await labels(), ['b']);
    await new Promise(setImmediate);
    assert.equal(changes.length, 1);
    assert.deepEqual(await labels(), ['a', 'b'], 'kept in order, whatever page they came in');
  });

  for (const reading of ['all', 'onDemand'] as const) {
    it(`hands out all children at once where they are needed (${reading})`, async () => {
      const { model } = modelOf({ reading, children: () => pagesOf([thing('a')], [], [thing('b')], [thing('c')]) });
      const all = await model.allChildrenOf(model.root);
      assert.deepEqual(
        all.map(({ node }) => node.label),
        ['a', 'b', 'c'],
      );
    });

    it(`hands out the error behind what could be read (${reading})`, async () => {
      const { model } = modelOf({ reading, children: () => pagesOf([thing('a')], new Error('no luck')) });
      assert.equal((await model.allChildrenOf(model.root)).at(-1)?.node.kind, ErrorKind);
    });
  }

  it('shows an error below what was read, and reads again on refresh', async () => {
    let fails = true;
    const { model, labels } = modelOf({
      children: () => (fails ? pagesOf([thing('a')], new Error('no luck')) : pagesOf([thing('a'), thing('b')])),
    });
    await labels();
    await model.loadMore(model.root);
    assert.deepEqual(await labels(), ['a', 'Error: no luck']);
    assert.equal((await model.childrenOf(model.root)).at(-1)?.node.kind, ErrorKind);
    fails = false;
    model.refresh();
    assert.deepEqual(await labels(), ['a', 'b']);
  });

  it('says that there is nothing, where the node has words for it', async () => {
    const { model, labels } = modelOf({ emptyLabel: 'None', children: () => pagesOf([]) });
    assert.deepEqual(await labels(), ['None']);
    assert.equal((await model.childrenOf(model.root))[0]?.node.kind, HintKind);
    assert.deepEqual(await modelOf({ children: () => pagesOf([]) }).labels(), []);
  });

  it('keeps entries over a refresh, so that VS Code keeps rows open', async () => {
    const { model } = modelOf({ children: () => pagesOf([thing('a', { children: () => pagesOf([thing('deep')]) })]) });
    const [before] = await model.childrenOf(model.root);
    assert.ok(before);
    await model.childrenOf(before);
    model.refresh();
    const [after] = await model.childrenOf(model.root);
    assert.equal(after, before);
    assert.equal(before.list, undefined, 'but what was below is read again');
    assert.equal(before.id, '/a');
  });

  it('gives whoever waits for an old list the new one', async () => {
    const first = Promise.withResolvers<NodePage>();
    let reads = 0;
    const { model, labels } = modelOf({
      async *children(signal) {
        reads += 1;
        if (reads > 1) yield { nodes: [thing('new')], more: false };
        else {
          signal.addEventListener('abort', () => {
            first.reject(new Error('aborted'));
          });
          yield await first.promise;
        }
      },
    });
    const waiting = labels();
    await new Promise(setImmediate);
    model.refresh();
    assert.deepEqual(await waiting, ['new']);
  });

  it('takes a list that a refresh further up has broken off for no error', async () => {
    let reads = 0;
    const child = (): TreeNode<string> =>
      thing('child', {
        async *children(signal) {
          reads += 1;
          if (reads > 1) yield { nodes: [thing('fresh')], more: false };
          else
            await new Promise((_resolve, reject) =>
              signal.addEventListener('abort', () => reject(new Error('aborted'))),
            );
        },
      });
    const { model, labels } = modelOf({ children: () => pagesOf([child()]) });
    const [entry] = await model.childrenOf(model.root);
    assert.ok(entry);
    const waiting = labels(entry);
    await new Promise(setImmediate);
    model.refresh();
    assert.deepEqual(await waiting, ['fresh']);
  });

  it('answers with nothing for an entry that a refresh further up has removed', async () => {
    let gone = false;
    const child = thing('child', {
      async *children(signal) {
        yield await new Promise<NodePage>((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reject(signal.reason as Error);
          });
        });
      },
    });
    const { model } = modelOf({ children: () => pagesOf(gone ? [] : [child]) });
    const [entry] = await model.childrenOf(model.root);
    assert.ok(entry);
    const waiting = model.childrenOf(entry);
    await new Promise(setImmediate);
    gone = true;
    model.refresh();
    assert.deepEqual(await waiting, []);
  });

  it('shows an item once that two pages repeat', async () => {
    const { model, labels } = modelOf({ children: () => pagesOf([thing('a')], [thing('a'), thing('b')]) });
    await labels();
    await model.loadMore(model.root);
    assert.deepEqual(await labels(), ['a', 'b']);
  });

  it('copes with names that are no well-formed text', async () => {
    const { model } = modelOf({ children: () => pagesOf([thing('half \ud800 pair')]) });
    const [entry] = await model.childrenOf(model.root);
    assert.match(entry?.id ?? '', /^\/half/u);
  });
});

describe('polling', () => {
  function changing(states: readonly (string | Error)[]) {
    let next = 0;
    const read = async (): Promise<TreeNode<string>> => {
      await Promise.resolve();
      const state = states[next] ?? 'settled';
      next += 1;
      if (state instanceof Error) throw state;
      return node(state);
    };
    const node = (state: string): TreeNode<string> =>
      thing('pool', { description: state, ...(state !== 'settled' && { poll: { seconds: 5, read } }) });
    return node('start');
  }

  it('follows a changing node until it has settled', async () => {
    const { model, tick, pending, changes } = modelOf({ children: () => pagesOf([changing(['half', 'settled'])]) });
    const [entry] = await model.childrenOf(model.root);
    assert.deepEqual(await tick(), [5000]);
    assert.equal(entry?.node.description, 'half');
    await tick();
    assert.equal(entry.node.description, 'settled');
    assert.equal(pending.size, 0);
    assert.deepEqual(changes, [entry, entry]);
  });

  it('waits longer after each failure and gives up in the end', async () => {
    const failure = new Error('down');
    const { model, tick, errors } = modelOf({
      children: () => pagesOf([changing([failure, failure, failure, failure, failure, failure])]),
    });
    await model.childrenOf(model.root);
    const waits: number[] = [];
    for (let round = 0; round < 8; round += 1) waits.push(...(await tick()));
    assert.deepEqual(waits, [5000, 10_000, 20_000, 40_000, 80_000]);
    assert.equal(errors.length, 5);
  });

  it('rests while nobody sees the tree', async () => {
    const { model, pending } = modelOf({ children: () => pagesOf([changing(['half'])]) });
    await model.childrenOf(model.root);
    model.setVisible(false);
    assert.equal(pending.size, 0);
    model.setVisible(true);
    assert.equal(pending.size, 1);
  });

  it('ends with a refresh of what stands above, and with the tree', async () => {
    const { model, pending } = modelOf({ children: () => pagesOf([changing(['half'])]) });
    await model.childrenOf(model.root);
    model.refresh();
    assert.equal(pending.size, 0);
    await model.childrenOf(model.root);
    assert.equal(pending.size, 1);
    model.dispose();
    assert.equal(pending.size, 0);
  });
});
