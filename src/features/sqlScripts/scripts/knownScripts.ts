import { nameKey, sameVersion } from './sameScript.ts';
import type { SqlScript } from './sqlScript.ts';

/** What is known of a workspace's scripts, and who wants to hear of changes. It reads and sends nothing. */
export class KnownScripts {
  #scripts = new Map<string, SqlScript>();
  #complete = false;
  /** What was written or read by itself while a list is being read: the list may still have what was before. */
  readonly #news = new Set<Map<string, SqlScript | undefined>>();
  readonly #listeners = new Set<(names: readonly string[]) => void>();

  /** Whether a list has been read, so that `all` is all. */
  get complete(): boolean {
    return this.#complete;
  }

  get all(): readonly SqlScript[] {
    return [...this.#scripts.values()];
  }

  get(name: string): SqlScript | undefined {
    return this.#scripts.get(nameKey(name));
  }

  /** Notes how a script is now; undefined when there is none any more. */
  wrote(name: string, script: SqlScript | undefined): void {
    for (const news of this.#news) news.set(nameKey(name), script);
    this.saw(name, script);
  }

  /** As `wrote`, for what was only read: a list that is on its way is as good. */
  saw(name: string, script: SqlScript | undefined): void {
    const before = this.get(name);
    if (sameVersion(before, script)) return;
    if (script) this.#scripts.set(nameKey(name), script);
    else this.#scripts.delete(nameKey(name));
    this.#tell([script?.name ?? before?.name ?? name]);
  }

  /** Puts the list that `read` brings in place of what is known; what is written meanwhile counts more. */
  async replaceBy(read: () => Promise<readonly SqlScript[]>): Promise<readonly SqlScript[]> {
    const news = new Map<string, SqlScript | undefined>();
    this.#news.add(news);
    try {
      const now = new Map((await read()).map((script) => [nameKey(script.name), script]));
      for (const [key, script] of news) {
        if (script) now.set(key, script);
        else now.delete(key);
      }
      this.#replace(now);
    } finally {
      this.#news.delete(news);
    }
    return this.all;
  }

  onDidChange(listener: (names: readonly string[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #replace(now: Map<string, SqlScript>): void {
    const before = this.#scripts;
    this.#scripts = now;
    const first = !this.#complete;
    this.#complete = true;
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter((key) => {
      // On the first reading everything is new to us, but only what was known before can have changed.
      if (first && !before.has(key)) return false;
      return !sameVersion(before.get(key), now.get(key));
    });
    if (changed.length > 0) this.#tell(changed.map((key) => now.get(key)?.name ?? before.get(key)?.name ?? key));
  }

  #tell(names: readonly string[]): void {
    for (const listener of [...this.#listeners]) listener(names);
  }
}
