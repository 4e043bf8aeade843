import type { ChildList } from './childList.ts';
import { inOrder } from './childList.ts';
import type { KnownRow } from './knownRow.ts';
import { Poller } from './poller.ts';
import { canBeReadBehind, readBehind } from './readBehind.ts';
import { standInNode, type TreeWords } from './standInNode.ts';
import type { Timers } from './timers.ts';
import { TreeEntry } from './treeEntry.ts';
import type { TreeNode } from './treeNode.ts';

/** What was being done when an error came that shows in no row. */
export type BackgroundWork = 'poll' | 'reread';

/** The tree of the last session, as far as it has not been confirmed in this one. */
export interface LastKnown {
  /** The rows at the top for what is connected or being connected; the same array as long as they are the same. */
  rows(): readonly KnownRow[];
  /** The top has been read: from now on there is nothing that only was known. */
  confirmed(): void;
}

export interface TreeModelOptions {
  readonly root: TreeNode;
  readonly words: TreeWords;
  /** Told that an entry's row or children have changed; undefined stands for the whole tree. */
  readonly onDidChange: (entry: TreeEntry | undefined) => void;
  /** Told of errors that show in no node: a poll that failed, a list that could not be read anew behind what is shown. */
  readonly onBackgroundError?: (error: unknown, work: BackgroundWork) => void;
  readonly lastKnown?: LastKnown;
  readonly timers?: Timers;
  /** Milliseconds since whenever. */
  readonly now?: () => number;
}

/**
 * The tree mechanism without VS Code: lazy loading, pages, errors as nodes, refresh that keeps entries, reading anew
 * behind what is shown, rows of the last session, polling. Feature code only writes `TreeNode`s; every node kind gets the
 * same behaviour from here.
 */
export class TreeModel {
  readonly root: TreeEntry;
  readonly #options: TreeModelOptions;
  readonly #poller: Poller;
  readonly #now: () => number;

  constructor(options: TreeModelOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => Date.now());
    this.root = new TreeEntry(options.root, undefined);
    this.#poller = new Poller({
      replace: (entry, node) => {
        this.replace(entry, node);
      },
      onError: (error) => options.onBackgroundError?.(error, 'poll'),
      ...(options.timers && { timers: options.timers }),
    });
  }

  /**
   * The entries to show below an entry; reads the first page when nothing was read yet. Rows of the last session are
   * there at once, and change when the read has answered. Never rejects.
   */
  async childrenOf(entry: TreeEntry): Promise<readonly TreeEntry[]> {
    for (;;) {
      if (entry.isLastKnown) {
        const known = entry.unconfirmed();
        if (known.length > 0) return known;
        if (!(await entry.confirmed())) return [];
      }
      const list = this.#begin(entry);
      if (!list.answered && entry.unconfirmed().length > 0) return this.#visible(entry, list);
      await list.reading;
      // A refresh in between has put another list in place; whoever waits for the old one wants the new one.
      if (entry.list === list) return this.#visible(entry, list);
      if (!(await this.#isStillThere(entry))) return [];
    }
  }

  /** All children of an entry, whatever pages they come in; what stands in for them (an error) is the last one. Never rejects. */
  async allChildrenOf(entry: TreeEntry): Promise<readonly TreeEntry[]> {
    for (;;) {
      if (!(await entry.confirmed())) return [];
      const list = this.#begin(entry);
      await list.reading;
      if (entry.list !== list) {
        if (!(await this.#isStillThere(entry))) return [];
      } else if (list.done) {
        return this.#withStandIn(entry, list, list.entries);
      } else if (list.background) {
        await list.background;
      } else {
        await this.loadMore(entry);
      }
    }
  }

  /** Forgets what was read below the entry (below the root without one) and reads it again when it is shown. */
  refresh(entry: TreeEntry = this.root): void {
    this.#poller.forget(entry);
    entry.reset();
    this.#readForWaiting(entry);
    this.#changed(entry);
  }

  /**
   * To be told of every row that is opened: what was read below it shows at once, and is read anew behind. Rows keep their
   * places and what was read below them; a failure changes nothing.
   */
  async opened(entry: TreeEntry): Promise<void> {
    if (!canBeReadBehind(entry, this.#now())) return;
    const taken = await readBehind(entry, this.#now, (error) => this.#options.onBackgroundError?.(error, 'reread'));
    if (!taken) return;
    for (const gone of taken.gone) this.#poller.drop(gone);
    for (const child of entry.list?.entries ?? []) this.#poller.watch(child);
    if (taken.changed) this.#changed(entry);
  }

  /** Puts new data into an entry and keeps what was read below it. */
  replace(entry: TreeEntry, node: TreeNode): void {
    entry.become(node);
    this.#poller.watch(entry);
    this.#changed(entry);
  }

  /** Reads the next page of the entry's children. */
  async loadMore(entry: TreeEntry): Promise<void> {
    const { list } = entry;
    if (!list || list.done) return;
    list.reading = this.#readNext(entry, list);
    await list.reading;
    if (entry.list === list) this.#changed(entry);
  }

  /** Polling waits while nobody sees the tree. */
  setVisible(visible: boolean): void {
    this.#poller.setActive(visible);
  }

  dispose(): void {
    this.#poller.dispose();
    this.root.reset();
    this.root.settle();
  }

  #changed(entry: TreeEntry): void {
    this.#options.onDidChange(entry === this.root ? undefined : entry);
  }

  /** Whether a refresh further up has brought the entry again; it waits for that, since the new data is what counts. */
  async #isStillThere(entry: TreeEntry): Promise<boolean> {
    return entry.parent === undefined || (await this.childrenOf(entry.parent)).includes(entry);
  }

  /** The entry's list, with its first page being read at least. */
  #begin(entry: TreeEntry): ChildList {
    const { lastKnown } = this.#options;
    if (lastKnown && entry === this.root && entry.list?.answered !== true) entry.expect(lastKnown.rows());
    const list = entry.open();
    if (list.started) return list;
    const reading = this.#readNext(entry, list);
    list.reading = reading;
    // What was known stands there in the meantime: whoever shows it is told when there is more.
    if (entry.unconfirmed().length > 0) {
      void reading.then(() => {
        if (entry.list === list && list.answered) this.#changed(entry);
      });
    }
    return list;
  }

  /**
   * Whoever waits for a row further down needs this level read. VS Code does not ask for it: it reads a row again only
   * when nothing below is being read any more.
   */
  #readForWaiting(entry: TreeEntry): void {
    if (entry.awaited && !entry.isLastKnown) this.#begin(entry);
  }

  async #readNext(entry: TreeEntry, list: ChildList): Promise<void> {
    list.readAt = undefined;
    await list.next();
    if (entry.list !== list) return;
    for (const child of list.entries) {
      this.#poller.watch(child);
      this.#readForWaiting(child);
    }
    const goesOn = !list.done && entry.node.reading === 'all';
    if (list.answered && !goesOn) this.#settle(entry);
    if (!goesOn) list.readAt = this.#now();
    if (!goesOn) return;
    const rest = this.#readNext(entry, list);
    // VS Code closes a row that is missing for a moment: a list that is read anew takes the old one's place whole.
    if (entry.rereading) return rest;
    list.background = rest.then(() => {
      if (entry.list === list) this.#changed(entry);
    });
  }

  #settle(entry: TreeEntry): void {
    entry.settle();
    if (entry === this.root) this.#options.lastKnown?.confirmed();
  }

  #visible(entry: TreeEntry, list: ChildList): readonly TreeEntry[] {
    const unconfirmed = entry.unconfirmed();
    // Rows of the last session are in place of a word on what there is: that comes with the answer.
    return unconfirmed.length > 0
      ? inOrder([...list.entries, ...unconfirmed])
      : this.#withStandIn(entry, list, list.entries);
  }

  #withStandIn(entry: TreeEntry, list: ChildList, entries: readonly TreeEntry[]): readonly TreeEntry[] {
    const last = standInNode(entry.node, list, this.#options.words);
    return last ? [...entries, new TreeEntry(last, entry)] : entries;
  }
}
