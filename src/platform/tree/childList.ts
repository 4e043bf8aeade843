import type { TreeEntry } from './treeEntry.ts';
import type { NodePage, TreeNode } from './treeNode.ts';

/** The children of one entry as far as they were read: pages so far, where to go on, and what went wrong. */
export class ChildList {
  /** The read that is under way or was last; awaited by everybody who wants the list. */
  reading: Promise<void> | undefined;
  /** The read of the next page that goes on by itself; nobody who wants what is there already waits for it. */
  background: Promise<void> | undefined;
  /** The list that is being read to take this one's place. */
  behind: ChildList | undefined;
  /** When the last read ended, in milliseconds; undefined before that. */
  readAt: number | undefined;
  started = false;
  done = false;
  error: unknown;

  readonly #nodes = new Map<string, TreeNode>();
  readonly #pages: AsyncIterator<NodePage> | undefined;
  readonly #abort = new AbortController();
  #entryFor: ((node: TreeNode) => TreeEntry) | undefined;
  #entries: readonly TreeEntry[] = [];
  #pageCount = 0;

  constructor(node: TreeNode) {
    this.#pages = node.children?.(this.#abort.signal)[Symbol.asyncIterator]();
  }

  /** Empty until the list has been put in place. */
  get entries(): readonly TreeEntry[] {
    return this.#entries;
  }

  /** Pages that said something. */
  get pageCount(): number {
    return this.#pageCount;
  }

  /** Whether the source has said anything, be it that it failed. */
  get answered(): boolean {
    return this.#pageCount > 0 || this.error !== undefined;
  }

  /** Makes entries of the nodes that were read and of those that will be. */
  putInPlace(entryFor: (node: TreeNode) => TreeEntry): void {
    this.#entryFor = entryFor;
    this.#enter([...this.#nodes.values()], entryFor);
  }

  /** Reads one more page. Never rejects: a failure ends the list and is kept in `error`. */
  async next(): Promise<void> {
    this.started = true;
    try {
      const page = await this.#pages?.next();
      // Nobody waits for a list that was broken off, and its rows may be in another one by now.
      if (this.#abort.signal.aborted) return;
      if (page === undefined || page.done === true) {
        this.done = true;
        this.#pageCount += 1;
      } else {
        this.done = !page.value.more;
        if (page.value.unanswered !== true) this.#pageCount += 1;
        this.#add(page.value.nodes);
      }
    } catch (error) {
      this.error = error;
      this.done = true;
    }
  }

  /** Ends what is being read for this list and below it; what was read below is forgotten with it. */
  abort(): void {
    for (const entry of this.#entries) entry.reset();
    this.end();
  }

  /** Ends what is being read for this list alone. */
  end(): void {
    this.#abort.abort();
    this.behind?.end();
  }

  #add(nodes: readonly TreeNode[]): void {
    const fresh: TreeNode[] = [];
    for (const node of nodes) {
      // A list that changed between two pages repeats items; the first one stays.
      if (this.#nodes.has(node.key)) continue;
      this.#nodes.set(node.key, node);
      fresh.push(node);
    }
    if (this.#entryFor) this.#enter(fresh, this.#entryFor);
  }

  #enter(nodes: readonly TreeNode[], entryFor: (node: TreeNode) => TreeEntry): void {
    this.#entries = inOrder([...this.#entries, ...nodes.map(entryFor)]);
  }
}

/** Entries in the order that their nodes ask for; those without one stay as they come. */
export function inOrder(entries: readonly TreeEntry[]): TreeEntry[] {
  return entries.toSorted((a, b) => compareOrder(a.node.order, b.node.order));
}

function compareOrder(a: string | undefined, b: string | undefined): number {
  return a === undefined || b === undefined ? 0 : a.localeCompare(b);
}
