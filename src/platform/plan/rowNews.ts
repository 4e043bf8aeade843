/** News of rows are told together: 300 rows take a thousand steps. */
const TELL_EVERY_MS = 100;

/** How each row of a plan goes, kept for a page that may be away meanwhile, and told to one that is there. */
export class RowNews<Progress extends { readonly key: string }> {
  readonly #tell: (news: readonly Progress[]) => void;
  readonly #progress = new Map<string, Progress>();
  readonly #news = new Map<string, Progress>();
  #timer: NodeJS.Timeout | undefined;

  constructor(tell: (news: readonly Progress[]) => void) {
    this.#tell = tell;
  }

  of(key: string): Progress | undefined {
    return this.#progress.get(key);
  }

  note(progress: Progress): void {
    this.#progress.set(progress.key, progress);
    this.#news.set(progress.key, progress);
    this.#timer ??= setTimeout(() => {
      this.tellNow();
    }, TELL_EVERY_MS);
  }

  /** Forgets rows: all, or those that need not be kept. */
  forget(isKept: (progress: Progress) => boolean = () => false): void {
    for (const [key, progress] of this.#progress) if (!isKept(progress)) this.#progress.delete(key);
    this.#news.clear();
  }

  /** Tells what has not been told yet: before an end is told, for instance. */
  tellNow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const news = [...this.#news.values()];
    this.#news.clear();
    if (news.length > 0) this.#tell(news);
  }
}
