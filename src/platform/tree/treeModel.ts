import type { NodeKind } from '../contributions/declarations.ts';
import type { ChildList } from './childList.ts';
import { ErrorKind, HintKind, LoadMoreKind } from './mechanismKinds.ts';
import { Poller, type Timers } from './poller.ts';
import { TreeEntry } from './treeEntry.ts';
import type { TreeNode } from './treeNode.ts';

/** The words that the tree itself shows; given from outside, so that this file stays free of VS Code. */
export interface TreeWords {
  readonly loadMore: string;
  /** Label, description, tooltip and accessible label for a failed node. */
  describe(error: unknown): {
    label: string;
    description?: string;
    tooltip: string;
    accessibleLabel: string;
    flags?: readonly string[];
  };
}

export interface TreeModelOptions {
  readonly root: TreeNode;
  readonly words: TreeWords;
  /** Told that an entry's row or children have changed; undefined stands for the whole tree. */
  readonly onDidChange: (entry: TreeEntry | undefined) => void;
  /** Told of errors that show in no node: a poll that failed. */
  readonly onBackgroundError?: (error: unknown) => void;
  readonly timers?: Timers;
}

/**
 * The tree mechanism without VS Code: lazy loading, pages, errors as nodes, refresh that keeps entries, polling.
 * Feature code only writes `TreeNode`s; every node kind gets the same behaviour from here.
 */
export class TreeModel {
  readonly root: TreeEntry;
  readonly #options: TreeModelOptions;
  readonly #poller: Poller;

  constructor(options: TreeModelOptions) {
    this.#options = options;
    this.root = new TreeEntry(options.root, undefined);
    this.#poller = new Poller({
      replace: (entry, node) => {
        this.replace(entry, node);
      },
      onError: options.onBackgroundError ?? (() => undefined),
      ...(options.timers && { timers: options.timers }),
    });
  }

  /** The entries to show below an entry; reads the first page when nothing was read yet. Never rejects. */
  async childrenOf(entry: TreeEntry): Promise<readonly TreeEntry[]> {
    for (;;) {
      const list = entry.open();
      if (!list.started) list.reading = this.#readNext(entry, list);
      await list.reading;
      // A refresh in between has put another list in place; whoever waits for the old one wants the new one.
      if (entry.list === list) return this.#visible(entry, list);
      if (!(await this.#isStillThere(entry))) return [];
    }
  }

  /** Whether a refresh further up has brought the entry again; it waits for that, since the new data is what counts. */
  async #isStillThere(entry: TreeEntry): Promise<boolean> {
    return entry.parent === undefined || (await this.childrenOf(entry.parent)).includes(entry);
  }

  /** All children of an entry, whatever pages they come in; what stands in for them (an error) is the last one. Never rejects. */
  async allChildrenOf(entry: TreeEntry): Promise<readonly TreeEntry[]> {
    for (;;) {
      await this.childrenOf(entry);
      const { list } = entry;
      if (list?.done === true) return this.#visible(entry, list);
      if (list?.background) await list.background;
      else await this.loadMore(entry);
    }
  }

  /** Forgets what was read below the entry (below the root without one) and reads it again when it is shown. */
  refresh(entry: TreeEntry = this.root): void {
    this.#poller.forget(entry);
    entry.reset();
    this.#changed(entry);
  }

  /** Puts new data into an entry and keeps what was read below it. */
  replace(entry: TreeEntry, node: TreeNode): void {
    entry.node = node;
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
  }

  #changed(entry: TreeEntry): void {
    this.#options.onDidChange(entry === this.root ? undefined : entry);
  }

  async #readNext(entry: TreeEntry, list: ChildList): Promise<void> {
    await list.next();
    if (entry.list !== list) return;
    for (const child of list.entries) this.#poller.watch(child);
    if (list.done || entry.node.reading !== 'all') return;
    const rest = this.#readNext(entry, list);
    // VS Code closes a row that is missing for a moment: a list that is read anew takes the old one's place whole.
    if (entry.rereading) return rest;
    list.background = rest.then(() => {
      if (entry.list === list) this.#changed(entry);
    });
  }

  #visible(entry: TreeEntry, list: ChildList): readonly TreeEntry[] {
    const last = this.#lastNode(entry.node, list);
    return last ? [...list.entries, new TreeEntry(last, entry)] : list.entries;
  }

  /** What follows the children that were read: the reason why there are no more, a way to more, or a word on none. */
  #lastNode(node: TreeNode, list: ChildList): TreeNode | undefined {
    const { words } = this.#options;
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
}

function mechanismNode(kind: NodeKind, key: string, label: string, icon: string): TreeNode {
  return { kind, key, data: {}, label, accessibleLabel: label, icon: { id: icon } };
}
