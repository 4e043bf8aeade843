/** Azure's names keep the case that they were written in and are compared without it. */
export class CaseInsensitiveMap<Value> implements Iterable<Value> {
  readonly #entries = new Map<string, Value>();

  get size(): number {
    return this.#entries.size;
  }

  get(name: string): Value | undefined {
    return this.#entries.get(name.toLowerCase());
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  set(name: string, value: Value): void {
    this.#entries.set(name.toLowerCase(), value);
  }

  delete(name: string): void {
    this.#entries.delete(name.toLowerCase());
  }

  /** Deletes the entry if it is still this value: what ends late must not take away what has the name by then. */
  deleteValue(name: string, value: Value): void {
    if (this.get(name) === value) this.delete(name);
  }

  [Symbol.iterator](): Iterator<Value> {
    return this.#entries.values();
  }
}
