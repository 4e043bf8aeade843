import { createHash } from 'node:crypto';
import type { KeptFiles } from './keptFiles.ts';

/** How VS Code tells one version of a file from another. */
export interface Stamp {
  /** Milliseconds. */
  readonly mtime: number;
  /** Bytes, or one more; see `Stamps`. */
  readonly size: number;
}

/** Tells texts apart, in storage. */
export function textVersion(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Modification times of files that have none. The same text keeps its time, also across restarts, and another text gets
 * a later one: by that VS Code notices that somebody else has changed a script, and offers Compare and Overwrite.
 *
 * VS Code takes a file for the same whose time is later but whose size is not. So of two versions after each other with
 * the same length, the later one counts one byte more.
 */
export class Stamps {
  readonly #files: Pick<KeptFiles, 'read' | 'write'>;
  readonly #now: () => number;

  constructor(files: Pick<KeptFiles, 'read' | 'write'>, now: () => number = Date.now) {
    this.#files = files;
    this.#now = now;
  }

  async of(key: string, text: string): Promise<Stamp> {
    const version = textVersion(text);
    const kept = (await this.#files.read(key)) ?? {};
    const { mtime: before, size: sizeBefore } = kept;
    if (kept['version'] === version && typeof before === 'number' && typeof sizeBefore === 'number') {
      return { mtime: before, size: sizeBefore };
    }
    const bytes = Buffer.byteLength(text);
    const stamp = {
      mtime: Math.max(this.#now(), typeof before === 'number' ? before + 1 : 0),
      size: bytes === sizeBefore ? bytes + 1 : bytes,
    };
    await this.#files.write(key, { version, ...stamp });
    return stamp;
  }
}
