/** What comes within a moment is told together. */
const MOMENT_MS = 300;

/** Gathers things that may come in swarms, so that a hundred of them make one message. */
export class Gathered<T> {
  readonly #tell: (all: readonly T[]) => void;
  #all: T[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(tell: (all: readonly T[]) => void) {
    this.#tell = tell;
  }

  add(one: T): void {
    this.#all.push(one);
    this.#timer ??= setTimeout(() => {
      const all = this.#all;
      this.#all = [];
      this.#timer = undefined;
      this.#tell(all);
    }, MOMENT_MS);
  }
}
