import type { TreeEntry } from './treeEntry.ts';
import type { NodePage, TreeNode } from './treeNode.ts';

/** The children of one entry as far as they were read: pages so far, where to go on, and what went wrong. */
export class ChildList {
  /** The read that is under way or was last; awaited by everybody who wants the list. */
  reading: Promise<void> | undefined;
  /** The read of the next page that goes on by itself; nobody who wants what is there already waits for it. */
  background: Promise<void> | undefined;
  started = false;
  done = false;
  error: unknown;

  readonly #byKey = new Map<string, TreeEntry>();
  readonly #pages: AsyncIterator<NodePage> | undefined;
  readonly #abort = new AbortController();
  readonly #entryFor: (node: TreeNode) => TreeEntry;
  #entries: readonly TreeEntry[] = [];

  constructor(node: TreeNode, entryFor: (node: TreeNode) => TreeEntry) {
    this.#pages = node.children?.(this.#abort.signal)[Symbol.asyncIterator]();
    this.#entryFor = entryFor;
  }

  get entries(): readonly TreeEntry[] {
    return this.#entries;
  }

  /** Reads one more page. Never rejects: a failure ends the list and is kept in `error`. */
  async next(): Promise<void> {
    this.started = true;
    try {
      const page = await this.#pages?.next();
      if (page === undefined || page.done === true) {
        this.done = true;
      } else {
        this.#add(page.value.nodes);
        this.done = !page.value.more;
      }
    } catch (error) {
      this.error = error;
      this.done = true;
    }
  }

  /** Ends what is being read for this list and below it; what was read below is forgotten with it. */
  abort(): void {
    for (const entry of this.#entries) entry.reset();
    this.#abort.abort();
  }

  #add(nodes: readonly TreeNode[]): void {
    for (const node of nodes) {
      // A list that changed between two pages repeats items; the first one stays.
      if (!this.#byKey.has(node.key)) this.#byKey.set(node.key, this.#entryFor(node));
    }
    this.#entries = [...this.#byKey.values()].sort((a, b) => compareOrder(a.node.order, b.node.order));
  }
}

function compareOrder(a: string | undefined, b: string | undefined): number {
  return a === undefined || b === undefined ? 0 : a.localeCompare(b);
}
