import type { Page } from '../../../azure/restService.ts';
import type { Assignment } from '../model/access.ts';

/** One reading of all assignments of a workspace, for everybody who shows a part of them, as far as it has come. */
export class AssignmentReading {
  readonly #items: Assignment[] = [];
  #news = Promise.withResolvers<void>();
  #ended = false;
  #failure: { readonly error: unknown } | undefined;

  constructor(pages: AsyncIterable<Page<Assignment>>) {
    void this.#read(pages);
  }

  /** All of them, once they have all come; undefined before, and where they could not be read. */
  get whole(): readonly Assignment[] | undefined {
    return this.#ended && !this.#failure ? this.#items : undefined;
  }

  /** Whether it is of no use to anybody who comes later. */
  get failed(): boolean {
    return this.#failure !== undefined;
  }

  /** Waits until something is known: some assignments, that there are none, or why. @throws why they cannot be read */
  async begun(): Promise<void> {
    while (this.#items.length === 0 && !this.#ended) await this.#news.promise;
    if (this.#failure) throw this.#failure.error;
  }

  /** @throws why they could not be read */
  async all(): Promise<readonly Assignment[]> {
    while (!this.#ended) await this.#news.promise;
    if (this.#failure) throw this.#failure.error;
    return this.#items;
  }

  /** As they come. @throws why no more of them could be read */
  async *[Symbol.asyncIterator](): AsyncGenerator<Assignment, void, undefined> {
    for (let at = 0; ;) {
      const item = this.#items[at];
      if (item) {
        at += 1;
        yield item;
      } else if (!this.#ended) {
        await this.#news.promise;
      } else if (this.#failure) {
        throw this.#failure.error;
      } else {
        return;
      }
    }
  }

  async #read(pages: AsyncIterable<Page<Assignment>>): Promise<void> {
    try {
      for await (const { items } of pages) {
        this.#items.push(...items);
        this.#tell();
      }
    } catch (error) {
      this.#failure = { error };
    }
    this.#ended = true;
    this.#tell();
  }

  #tell(): void {
    const { resolve } = this.#news;
    this.#news = Promise.withResolvers();
    resolve();
  }
}
