import { ChildList } from './childList.ts';
import type { TreeNode } from './treeNode.ts';

/**
 * A place in the tree. VS Code remembers rows by these objects, so an entry outlives the node that it shows: after a
 * refresh the same place gets new data.
 */
export class TreeEntry {
  node: TreeNode;
  readonly parent: TreeEntry | undefined;
  /** Unique in the whole tree and the same after a refresh or a restart. */
  readonly id: string;
  #list: ChildList | undefined;
  /** The entries from before a refresh, to be used again for the nodes that come back. */
  #previous = new Map<string, TreeEntry>();
  #rereading = false;

  constructor(node: TreeNode, parent: TreeEntry | undefined) {
    this.node = node;
    this.parent = parent;
    this.id = parent ? `${parent.id}/${encodeURIComponent(node.key.toWellFormed())}` : '';
  }

  /** What was read below; undefined before the first look and after a reset. */
  get list(): ChildList | undefined {
    return this.#list;
  }

  /** Whether the list takes the place of one that was shown. */
  get rereading(): boolean {
    return this.#rereading;
  }

  /** The list, begun when there is none. */
  open(): ChildList {
    this.#list ??= new ChildList(this.node, (node) => this.#entryFor(node));
    return this.#list;
  }

  /** Forgets what was read below and ends what is being read. */
  reset(): void {
    if (!this.#list) return;
    this.#list.abort();
    // A list that was broken off while it was read anew does not count: what is shown is still the one before.
    this.#rereading = this.#list.entries.length > 0 || (this.#rereading && !this.#list.done);
    for (const entry of this.#list.entries) this.#previous.set(entry.node.key, entry);
    this.#list = undefined;
  }

  #entryFor(node: TreeNode): TreeEntry {
    const known = this.#previous.get(node.key);
    if (!known) return new TreeEntry(node, this);
    this.#previous.delete(node.key);
    // The same place with fresh data: what was read below belongs to the old data.
    known.reset();
    known.node = node;
    return known;
  }
}
