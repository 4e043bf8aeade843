import type { Memento } from 'vscode';

/** VS Code's memory of an extension: what is kept is a copy, as if it had been written to a disk. */
export class MemoryState implements Memento {
  writes = 0;
  readonly #values = new Map<string, string>();

  keys(): readonly string[] {
    return [...this.#values.keys()];
  }

  get<T>(key: string, otherwise?: T): T {
    const text = this.#values.get(key);
    return (text === undefined ? otherwise : JSON.parse(text)) as T;
  }

  update(key: string, value: unknown): Promise<void> {
    this.writes += 1;
    if (value === undefined) this.#values.delete(key);
    else this.#values.set(key, JSON.stringify(value));
    return Promise.resolve();
  }
}
