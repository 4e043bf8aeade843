import { realTimers, type Timers } from './timers.ts';
import type { TreeEntry } from './treeEntry.ts';
import type { TreeNode } from './treeNode.ts';

interface PollerOptions {
  readonly replace: (entry: TreeEntry, node: TreeNode) => void;
  readonly onError: (error: unknown) => void;
  readonly timers?: Timers;
}

/** Failed polls in a row after which an entry is left as it is; a refresh starts anew. */
const patience = 5;

interface Watched {
  cancelTimer?: () => void;
  abort?: AbortController;
  failures: number;
}

/** Re-reads nodes whose state is changing, one timer a node, and only while somebody looks. */
export class Poller {
  readonly #options: PollerOptions;
  readonly #watched = new Map<TreeEntry, Watched>();
  #active = true;

  constructor(options: PollerOptions) {
    this.#options = options;
  }

  /** Follows the entry as long as its node asks for it. */
  watch(entry: TreeEntry): void {
    if (!entry.node.poll) {
      this.#stop(entry);
    } else if (!this.#watched.has(entry)) {
      this.#watched.set(entry, { failures: 0 });
      this.#schedule(entry);
    }
  }

  /** Stops following everything below the entry. */
  forget(parent: TreeEntry): void {
    for (const entry of [...this.#watched.keys()]) {
      if (isBelow(entry, parent)) this.#stop(entry);
    }
  }

  /** Stops following an entry that is gone, and everything below it. */
  drop(entry: TreeEntry): void {
    this.#stop(entry);
    this.forget(entry);
  }

  setActive(active: boolean): void {
    if (this.#active === active) return;
    this.#active = active;
    for (const [entry, watched] of this.#watched) {
      if (active) this.#schedule(entry);
      else watched.cancelTimer?.();
    }
  }

  dispose(): void {
    for (const entry of [...this.#watched.keys()]) this.#stop(entry);
  }

  #stop(entry: TreeEntry): void {
    const watched = this.#watched.get(entry);
    watched?.cancelTimer?.();
    watched?.abort?.abort();
    this.#watched.delete(entry);
  }

  #schedule(entry: TreeEntry): void {
    const watched = this.#watched.get(entry);
    const { poll } = entry.node;
    if (!watched || !poll || !this.#active) return;
    watched.cancelTimer?.();
    const milliseconds = poll.seconds * 1000 * 2 ** watched.failures;
    watched.cancelTimer = (this.#options.timers ?? realTimers)(() => void this.#read(entry, watched), milliseconds);
  }

  async #read(entry: TreeEntry, watched: Watched): Promise<void> {
    const { poll } = entry.node;
    if (!poll) return;
    watched.abort = new AbortController();
    try {
      const node = await poll.read(watched.abort.signal);
      if (this.#watched.get(entry) !== watched) return;
      watched.failures = 0;
      this.#options.replace(entry, node);
    } catch (error) {
      if (this.#watched.get(entry) !== watched) return;
      watched.failures += 1;
      this.#options.onError(error);
      if (watched.failures >= patience) {
        this.#stop(entry);
        return;
      }
    }
    this.#schedule(entry);
  }
}

function isBelow(entry: TreeEntry, ancestor: TreeEntry): boolean {
  for (let at = entry.parent; at; at = at.parent) if (at === ancestor) return true;
  return false;
}
