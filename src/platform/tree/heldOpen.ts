import type { Timers } from './timers.ts';
import type { TreeEntry } from './treeEntry.ts';

/** VS Code waits 200 ms after a change before it asks, and asks level by level: then all is drawn, or nearly. */
const quietAfterMs = 1000;

/**
 * Rows that are opened while VS Code reads a row above them anew. It draws such a row closed again when all that is above
 * has come, and tells nobody (`asTreeElement` of its `asyncDataTree.ts`: a row is closed as long as what is below it is
 * not known). For whoever opened it the click was lost, so it is opened once more: when VS Code asks what is below, which
 * it does when the row above is there, or when it has asked for nothing for a while.
 */
export class HeldOpen {
  readonly #reopen: (entry: TreeEntry) => void;
  readonly #timers: Timers;
  /** Where VS Code may be reading anew: undefined stands for the whole tree. */
  readonly #changed = new Set<TreeEntry | undefined>();
  readonly #opened = new Set<TreeEntry>();
  #unanswered = 0;
  #cancelTimer: (() => void) | undefined;

  /** @param reopen Opens a row as VS Code shows it; there is nothing to do where it is open. */
  constructor(reopen: (entry: TreeEntry) => void, timers: Timers) {
    this.#reopen = reopen;
    this.#timers = timers;
  }

  /** VS Code has been told that an entry, or the whole tree, has changed. */
  changed(entry: TreeEntry | undefined): void {
    this.#changed.add(entry);
    this.#waitForQuiet();
  }

  /** VS Code asks what is below an entry; undefined is the top. */
  async asked<Answer>(entry: TreeEntry | undefined, answer: Promise<Answer>): Promise<Answer> {
    this.#unanswered += 1;
    this.#waitForQuiet();
    if (entry && this.#opened.delete(entry)) this.#reopen(entry);
    try {
      return await answer;
    } finally {
      this.#unanswered -= 1;
      this.#waitForQuiet();
    }
  }

  /** The user has opened a row. */
  opened(entry: TreeEntry): void {
    if (this.#isBelowChange(entry)) this.#opened.add(entry);
  }

  /** The user has closed a row. */
  closed(entry: TreeEntry): void {
    this.#opened.delete(entry);
  }

  dispose(): void {
    this.#cancelTimer?.();
    this.#changed.clear();
    this.#opened.clear();
  }

  #isBelowChange(entry: TreeEntry): boolean {
    if (this.#changed.has(undefined)) return true;
    for (let above = entry.parent; above; above = above.parent) {
      if (this.#changed.has(above)) return true;
    }
    return false;
  }

  #waitForQuiet(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    if (this.#unanswered > 0 || this.#changed.size === 0) return;
    this.#cancelTimer = this.#timers(() => {
      this.#changed.clear();
      for (const entry of this.#opened) this.#reopen(entry);
      this.#opened.clear();
    }, quietAfterMs);
  }
}
