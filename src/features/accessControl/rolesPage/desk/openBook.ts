import type { Assignment } from '../../model/access.ts';
import type { DeskParts, DeskPlace } from './deskParts.ts';
import { readBook, type RoleBook } from './roleBook.ts';

/** Changes made elsewhere come in swarms; one reading is enough for all. */
const CHANGES_SETTLE_MS = 500;

export interface OpenBookOptions extends Pick<DeskParts, 'place'> {
  /** Of an item; undefined for the workspace. */
  readonly scope: string | undefined;
  /** Called when assignments were changed in this window. */
  readonly onChanged: () => void;
}

/** The workspace that a desk works with, and what was last read there. */
export class OpenBook {
  readonly #options: OpenBookOptions;
  #place: DeskPlace | undefined;
  #book: RoleBook | undefined;
  #reading: Promise<RoleBook> | undefined;
  #stopListening: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: OpenBookOptions) {
    this.#options = options;
  }

  /** As it was last opened. */
  get place(): DeskPlace | undefined {
    return this.#place;
  }

  /** @throws as `DeskParts.place` */
  async open(signal: AbortSignal): Promise<DeskPlace> {
    const before = this.#place;
    const place = await this.#options.place(signal);
    this.#place = place;
    if (before?.access !== place.access) {
      this.#stopListening();
      this.#stopListening = place.access.onDidChange(() => {
        this.#noteChange();
      });
    }
    return place;
  }

  /** What was read last, or is being read, or is read now. */
  async now(signal: AbortSignal): Promise<RoleBook> {
    const going = await this.#reading?.catch(() => undefined);
    return this.#book ?? going ?? (await this.read(signal));
  }

  /** Reads anew. @param onPage is told of each page as it arrives */
  async read(
    signal: AbortSignal,
    onPage?: (assignments: readonly Assignment[], book: Pick<RoleBook, 'roles'>) => void,
  ): Promise<RoleBook> {
    const { access } = await this.open(signal);
    const reading = readBook(access, { signal, scope: this.#options.scope, ...(onPage && { onPage }) });
    this.#reading = reading;
    try {
      return (this.#book = await reading);
    } finally {
      if (this.#reading === reading) this.#reading = undefined;
    }
  }

  /** The connection is another one: what was read over the last one is worth nothing. */
  forget(): void {
    this.#book = undefined;
    this.#place = undefined;
    this.dispose();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#stopListening();
    this.#stopListening = () => undefined;
  }

  #noteChange(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#options.onChanged, CHANGES_SETTLE_MS);
  }
}
