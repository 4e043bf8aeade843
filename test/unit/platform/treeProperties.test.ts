import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { KnownRow } from '../../../src/platform/tree/knownRow.ts';
import type { TreeEntry } from '../../../src/platform/tree/treeEntry.ts';
import { type LastKnown, TreeModel } from '../../../src/platform/tree/treeModel.ts';
import type { NodePage, TreeNode } from '../../../src/platform/tree/treeNode.ts';
import { ShownTree } from './support/shownTree.ts';
import { thing, words } from './support/treeModel.ts';

/** What may happen, in any order; numbers choose among what is there. */
type Event =
  | { readonly do: 'open' | 'answer' | 'fail' | 'more' | 'refresh' | 'poll' | 'remove' | 'change'; readonly at: number }
  | { readonly do: 'refreshAll' | 'connect' | 'disconnect' | 'add' | 'later' };

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('answer' as const), at: fc.nat(5) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('open', 'more', 'refresh', 'poll', 'remove', 'change', 'fail'),
      at: fc.nat(5),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('refreshAll', 'add', 'later') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('connect', 'disconnect') }) },
);

const known: readonly KnownRow[] = ['f0', 'f1', 'lost'].map((key) => ({
  key,
  label: key,
  icon: 'x',
  spoken: key,
  order: key,
  below: key === 'f0' ? [{ key: 'f0-1', label: 'f0-1', icon: 'x', spoken: '' }] : [],
}));

/** Azure in small: folders with items, answers that come when they are let through, and what may be done with the tree. */
class World {
  readonly model: TreeModel;
  readonly shown: ShownTree;
  readonly #folders = new Map<string, Map<string, number>>();
  readonly #pending: PromiseWithResolvers<void>[] = [];
  #connected = false;
  #now = 0;
  #count = 0;

  constructor(pageSize: number, reading: 'all' | 'onDemand') {
    for (let index = 0; index < 3; index += 1) this.#add();
    let rows = known;
    const none: readonly KnownRow[] = [];
    const lastKnown: LastKnown = { rows: () => rows, confirmed: () => (rows = this.#connected ? none : rows) };
    this.model = new TreeModel({
      root: thing('', {
        reading: 'all',
        children: () => {
          if (!this.#connected) return unanswered();
          return this.#pages(pageSize, () =>
            [...this.#folders.keys()].map((key) =>
              thing(key, {
                order: key,
                reading,
                children: () => this.#pages(pageSize, () => this.#items(key)),
              }),
            ),
          );
        },
      }),
      words,
      lastKnown,
      onDidChange: (entry) => {
        this.shown.changed(entry);
      },
      now: () => this.#now,
    });
    this.shown = new ShownTree(this.model);
    this.shown.changed(undefined);
  }

  happen(what: Event): void {
    switch (what.do) {
      case 'answer':
      case 'fail':
        this.#answer(what.at, what.do === 'fail');
        break;
      case 'open': {
        const opened = this.shown.open(what.at);
        if (opened) void this.model.opened(opened);
        break;
      }
      case 'more':
        this.#on(what.at, (entry) => void this.model.loadMore(entry));
        break;
      case 'refresh':
        this.#on(what.at, (entry) => {
          this.model.refresh(entry);
        });
        break;
      case 'poll':
        this.#on(what.at, (entry) => {
          const [item] = entry.list?.entries ?? [];
          const folder = this.#folders.get(entry.node.key);
          const version = item && folder?.get(item.node.key);
          if (item && version !== undefined) this.model.replace(item, itemNode(item.node.key, version));
        });
        break;
      case 'remove':
        this.#folders.delete([...this.#folders.keys()][what.at] ?? '');
        break;
      case 'change': {
        const [key, items] = [...this.#folders][what.at] ?? [];
        items?.set(`${String(key)}-${String(what.at)}`, (this.#count += 1));
        break;
      }
      case 'add':
        this.#add();
        break;
      case 'later':
        this.#now += 10_000;
        break;
      case 'connect':
      case 'disconnect':
        this.#connected = what.do === 'connect';
        this.model.refresh();
        break;
      case 'refreshAll':
        this.model.refresh();
    }
  }

  /** Lets everything through until nothing more comes. */
  async rest(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet += this.#pending.length === 0 ? 1 : 0) {
      for (const { resolve } of this.#pending.splice(0)) resolve();
      await new Promise(setImmediate);
    }
  }

  /** What there is, as a tree that shows it would say it. */
  truth(): string[] {
    return [...this.#folders.keys()].sort();
  }

  #on(at: number, act: (entry: TreeEntry) => void): void {
    const entries = this.model.root.list?.entries ?? [];
    const entry = entries[at % Math.max(1, entries.length)];
    if (entry) act(entry);
  }

  #answer(at: number, fails: boolean): void {
    const [answer] = this.#pending.splice(at % Math.max(1, this.#pending.length), 1);
    if (fails) answer?.reject(new Error('down'));
    else answer?.resolve();
  }

  #add(): void {
    const key = `f${this.#folders.size}`;
    if (this.#folders.has(key)) return;
    this.#folders.set(key, new Map([1, 2, 3].map((number) => [`${key}-${String(number)}`, 0])));
  }

  #items(folder: string): TreeNode[] {
    return [...(this.#folders.get(folder) ?? [])].map(([key, version]) => itemNode(key, version));
  }

  async *#pages(size: number, read: () => readonly TreeNode[]): AsyncGenerator<NodePage> {
    for (let from = 0; ; from += size) {
      const gate = Promise.withResolvers<void>();
      gate.promise.catch(() => undefined);
      this.#pending.push(gate);
      await gate.promise;
      const nodes = read();
      yield { nodes: nodes.slice(from, from + size), more: from + size < nodes.length };
      if (from + size >= nodes.length) return;
    }
  }
}

async function* unanswered(): AsyncGenerator<NodePage> {
  yield await Promise.resolve({ nodes: [], more: false, unanswered: true as const });
}

function itemNode(key: string, version: number): TreeNode {
  return thing(key, { description: String(version) });
}

async function labelsAtTop(model: TreeModel): Promise<string[]> {
  return (await model.childrenOf(model.root)).map(({ node }) => node.label);
}

const worlds = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('all' as const, 'onDemand' as const));

describe('The tree, whatever happens in whatever order', () => {
  it('shows in the end what the model has, without being asked again', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.array(event, { maxLength: 40 }), async ([pageSize, reading], events) => {
        const world = new World(pageSize, reading);
        for (const what of events) {
          world.happen(what);
          await new Promise(setImmediate);
        }
        await world.rest();
        const before = world.shown.outline();
        world.shown.changed(undefined); // asks for everything that is open once more
        await world.rest();
        assert.equal(before, world.shown.outline());
        world.model.dispose();
      }),
      { numRuns: 300 },
    );
  });

  it('shows what there is after a refresh, each row once, and no row of the last session', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.array(event, { maxLength: 40 }), async ([pageSize, reading], events) => {
        const world = new World(pageSize, reading);
        const places = new Map<string, TreeEntry>();
        for (const what of events) {
          world.happen(what);
          await new Promise(setImmediate);
        }
        world.happen({ do: 'connect' });
        await world.rest();
        for (const entry of world.model.root.list?.entries ?? []) places.set(entry.node.key, entry);
        world.happen({ do: 'refreshAll' });
        await world.rest();
        assert.deepEqual(await labelsAtTop(world.model), world.truth());
        assert.doesNotMatch(world.shown.outline(), /lastKnown|error/);
        assert.equal(world.shown.waits, false);
        for (const entry of world.model.root.list?.entries ?? []) assert.equal(places.get(entry.node.key), entry);
        world.model.dispose();
      }),
      { numRuns: 300 },
    );
  });
});
