import { abortable } from '../../../../src/azure/abort.ts';
import type { Clock } from '../../../../src/azure/clock.ts';

/** Time that passes only by being slept, and then at once. */
export class VirtualClock implements Clock {
  /** Every sleep's length in milliseconds. */
  readonly sleeps: number[] = [];
  #now = Date.UTC(2026, 0, 1);

  now(): number {
    return this.#now;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.sleeps.push(ms);
    this.#now += ms;
    // Longer than a microtask, as real sleeps are, so that others get their turn.
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }
}

/** Time that stands still: a sleep ends only by being aborted. */
export class StoppedClock implements Clock {
  readonly #asleep = Promise.withResolvers<number>();
  /** Resolves with its milliseconds when the first sleep begins. */
  readonly asleep = this.#asleep.promise;

  now(): number {
    return 0;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.#asleep.resolve(ms);
    return abortable(new Promise<never>(() => undefined), signal);
  }
}
