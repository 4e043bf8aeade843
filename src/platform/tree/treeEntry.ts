import { ChildList, inOrder } from './childList.ts';
import type { KnownRow } from './knownRow.ts';
import { lastKnownNode } from './lastKnownNode.ts';
import { LastKnownKind } from './mechanismKinds.ts';
import { showsTheSame } from './sameRow.ts';
import type { TreeNode } from './treeNode.ts';

/**
 * A place in the tree. VS Code remembers rows by these objects, so an entry outlives the node that it shows: after a
 * refresh the same place gets new data.
 */
export class TreeEntry {
  readonly parent: TreeEntry | undefined;
  /** Unique in the whole tree and the same after a refresh or a restart. */
  readonly id: string;
  #node: TreeNode;
  #list: ChildList | undefined;
  /** Entries that were shown before, to be used again for the nodes that come back. */
  #previous = new Map<string, TreeEntry>();
  #rereading = false;
  /** Rows of the last session below this place, and the entries that stand for them. */
  #expected: readonly KnownRow[] = [];
  #standIns: TreeEntry[] | undefined;
  #decided: PromiseWithResolvers<void> | undefined;
  #gone = false;

  constructor(node: TreeNode, parent: TreeEntry | undefined) {
    this.#node = node;
    this.parent = parent;
    this.id = parent ? `${parent.id}/${encodeURIComponent(node.key.toWellFormed())}` : '';
  }

  get node(): TreeNode {
    return this.#node;
  }

  /** What was read below; undefined before the first look and after a reset. */
  get list(): ChildList | undefined {
    return this.#list;
  }

  /** Whether the list takes the place of one that was shown. */
  get rereading(): boolean {
    return this.#rereading;
  }

  /** Whether this is a row of the last session that nothing has confirmed yet. */
  get isLastKnown(): boolean {
    return this.#node.kind === LastKnownKind;
  }

  /** Puts fresh data in this place; what was read below it stays. */
  become(node: TreeNode): void {
    this.#node = node;
    this.#gone = false;
    this.#decide();
  }

  /** Whether the row is there for certain; a last known one waits until it is confirmed or known to be gone. */
  async confirmed(): Promise<boolean> {
    if (this.isLastKnown && !this.#gone) {
      this.#decided ??= Promise.withResolvers<void>();
      await this.#decided.promise;
    }
    return !this.isLastKnown;
  }

  /** Whether somebody waits for a last known row below to be confirmed. */
  get awaited(): boolean {
    return this.#standIns?.some((entry) => entry.#decided !== undefined || entry.awaited) === true;
  }

  /** The list, begun when there is none. */
  open(): ChildList {
    if (this.#list) return this.#list;
    this.unconfirmed();
    this.#list = new ChildList(this.#node);
    this.#list.putInPlace((node) => this.#entryFor(node));
    return this.#list;
  }

  /** Forgets what was read below and ends what is being read. */
  reset(): void {
    if (!this.#list) return;
    this.#list.abort();
    // A list that was broken off while it was read anew does not count: what is shown is still the one before.
    this.#rereading = this.#list.entries.length > 0 || (this.#rereading && !this.#list.done);
    if (this.#rereading) this.settle();
    for (const entry of this.#list.entries) this.#previous.set(entry.node.key, entry);
    this.#list = undefined;
  }

  /**
   * Puts what was read anew behind the list in that list's place. Entries stay with what was read below them; one that
   * has got another node since `before` keeps it, for that is newer than what was read.
   */
  takeOver(fresh: ChildList, before: ReadonlyMap<TreeEntry, TreeNode>): TakenOver {
    const old = this.#list;
    const known = new Map(old?.entries.map((entry) => [entry.node.key, entry]));
    let changed = old?.done !== fresh.done || old.error !== undefined;
    fresh.putInPlace((node) => {
      const entry = known.get(node.key);
      if (!entry) return this.#entryFor(node);
      known.delete(node.key);
      if (before.get(entry) !== entry.node) return entry;
      changed ||= !showsTheSame(entry.node, node);
      entry.become(node);
      if (!node.children) entry.reset();
      return entry;
    });
    const gone = [...known.values()];
    known.clear(); // should one of them come with a later page, it is found among those that were shown before
    for (const entry of gone) {
      entry.reset();
      this.#previous.set(entry.node.key, entry);
    }
    changed ||= !sameEntries(old?.entries ?? [], fresh.entries);
    old?.end();
    this.#list = fresh;
    return { changed, gone };
  }

  /** Rows of the last session stand below until what is read takes their places; not where newer ones were shown. */
  expect(rows: readonly KnownRow[]): void {
    if (rows === this.#expected || this.#rereading) return;
    this.settle();
    this.#expected = rows;
    this.#standIns = undefined;
  }

  /** The rows of the last session below that nothing has confirmed yet. */
  unconfirmed(): readonly TreeEntry[] {
    this.#standIns ??= inOrder(this.#expected.map((row) => this.#standInFor(row)));
    return this.#standIns.filter((entry) => entry.isLastKnown);
  }

  /** What is below has been read: rows of the last session that are not there are gone. */
  settle(): void {
    for (const entry of this.#standIns ?? []) entry.#giveUp();
    this.#expected = [];
    this.#standIns = [];
  }

  #standInFor(row: KnownRow): TreeEntry {
    const entry = new TreeEntry(lastKnownNode(row), this);
    entry.#expected = row.below ?? [];
    this.#previous.set(row.key, entry);
    return entry;
  }

  #giveUp(): void {
    if (!this.isLastKnown) return;
    this.#gone = true;
    this.#decide();
    for (const entry of this.#standIns ?? []) entry.#giveUp();
  }

  #decide(): void {
    this.#decided?.resolve();
    this.#decided = undefined;
  }

  #entryFor(node: TreeNode): TreeEntry {
    const known = this.#previous.get(node.key);
    if (!known) return new TreeEntry(node, this);
    this.#previous.delete(node.key);
    // The same place with fresh data: what was read below belongs to the old data.
    known.reset();
    known.become(node);
    return known;
  }
}

/** What a list that was read behind has changed. */
export interface TakenOver {
  /** Whether anything looks different now. */
  readonly changed: boolean;
  /** Entries that are no longer there. */
  readonly gone: readonly TreeEntry[];
}

function sameEntries(some: readonly TreeEntry[], others: readonly TreeEntry[]): boolean {
  return some.length === others.length && some.every((entry, index) => entry === others[index]);
}
