import process from 'node:process';
import { textMember } from '../../../azure/json.ts';
import { type Draft, draftIn } from './drafts.ts';
import type { KeptFiles } from './keptFiles.ts';

/** A text that is being published. */
export interface Publishing extends Draft {
  /** The text of the draft that there was; what is published is newer. */
  readonly replaces?: string;
}

/**
 * What is being published right now, on disk: when the window is closed in the middle, the next one can say what has
 * become of it, and has the text.
 */
export class Journal {
  readonly #files: KeptFiles;

  constructor(files: KeptFiles) {
    this.#files = files;
  }

  /** Runs a task and keeps what it publishes until it has ended, however it ends. */
  async during<T>(key: string, entry: Publishing, task: () => Promise<T>): Promise<T> {
    await this.#files.write(key, { ...entry, process: String(process.pid) });
    try {
      return await task();
    } finally {
      await this.#files.remove(key);
    }
  }

  /** What processes that are no more have left in the middle. */
  async left(): Promise<ReadonlyMap<string, Publishing>> {
    const left = new Map<string, Publishing>();
    for (const [key, kept] of await this.#files.all()) {
      const draft = draftIn(kept);
      const { replaces } = kept;
      if (!draft || isRunning(Number(textMember(kept, 'process')))) continue;
      left.set(key, { ...draft, ...(typeof replaces === 'string' && { replaces }) });
    }
    return left;
  }

  async settled(key: string): Promise<void> {
    await this.#files.remove(key);
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
