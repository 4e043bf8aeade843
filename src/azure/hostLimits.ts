import { abortable } from './abort.ts';

/** How a request waits for its turn. `patient`: it gives way to others, as polls do to what has not begun yet. */
export type Patience = 'ordinary' | 'patient';

/** Turns that others may have in a row while something patient waits. */
const mostPassedOver = 8;

/**
 * Keeps the number of requests in flight to one host within a bound; further ones wait in order. Who follows many
 * operations at a time would otherwise spend the bound on asking how the first ones are, while the last ones have not
 * begun; what is asked later is also more likely to be done.
 */
export class HostLimits {
  readonly #perHost: number;
  readonly #hosts = new Map<string, Turns>();

  constructor(perHost: number) {
    this.#perHost = perHost;
  }

  /** Runs `task` when it has its turn. Aborting while it waits rejects at once, and it is never started then. */
  run<T>(host: string, task: () => Promise<T>, signal?: AbortSignal, patience: Patience = 'ordinary'): Promise<T> {
    let turns = this.#hosts.get(host);
    if (turns === undefined) {
      turns = new Turns(this.#perHost);
      this.#hosts.set(host, turns);
    }
    const turn = turns.take(patience, async () => {
      signal?.throwIfAborted();
      return task();
    });
    return abortable(turn, signal);
  }
}

class Turns {
  #free: number;
  #passedOver = 0;
  readonly #waiting: Readonly<Record<Patience, (() => void)[]>> = { ordinary: [], patient: [] };

  constructor(atATime: number) {
    this.#free = atATime;
  }

  async take<T>(patience: Patience, task: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting[patience].push(resolve));
    try {
      return await task();
    } finally {
      this.#handOn();
    }
  }

  #handOn(): void {
    const next = this.#next();
    if (next === undefined) this.#free += 1;
    else next();
  }

  #next(): (() => void) | undefined {
    const { ordinary, patient } = this.#waiting;
    if (patient.length === 0 || (ordinary.length > 0 && this.#passedOver < mostPassedOver)) {
      this.#passedOver = patient.length === 0 ? 0 : this.#passedOver + 1;
      return ordinary.shift();
    }
    this.#passedOver = 0;
    return patient.shift();
  }
}
