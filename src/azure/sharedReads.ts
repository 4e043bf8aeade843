import { abortable } from './abort.ts';
import type { CallOptions, ThrottledWait } from './restService.ts';

interface Flight {
  readonly result: Promise<unknown>;
  readonly controller: AbortController;
  /** Callers that wait for the result, each with what it wants to be told. */
  readonly callers: Set<(wait: ThrottledWait) => void>;
}

/**
 * Lets equal reads that are in flight at the same time share one request. A caller that aborts only leaves; the
 * request ends when the last one has left.
 */
export class SharedReads<T> {
  readonly #flights = new Map<string, Flight & { readonly result: Promise<T> }>();

  /** @param key Equal for requests whose answers are interchangeable: tenant, URL and headers. */
  async join(key: string, start: (options: CallOptions) => Promise<T>, options: CallOptions = {}): Promise<T> {
    options.signal?.throwIfAborted();
    const flight = this.#flights.get(key) ?? this.#depart(key, start);
    const caller = (wait: ThrottledWait): void => options.onThrottled?.(wait);
    const leave = (): void => {
      flight.callers.delete(caller);
      if (flight.callers.size > 0) return;
      this.#close(key, flight);
      flight.controller.abort();
    };
    flight.callers.add(caller);
    // At once, so that a caller that gives up and asks again does not join what it has just given up.
    options.signal?.addEventListener('abort', leave, { once: true });
    try {
      return await abortable(flight.result, options.signal);
    } finally {
      options.signal?.removeEventListener('abort', leave);
      leave();
    }
  }

  /**
   * To be called when something has been written: reads under way may bring what was true before, so later callers get
   * a request of their own.
   */
  forget(): void {
    this.#flights.clear();
  }

  #depart(key: string, start: (options: CallOptions) => Promise<T>): Flight & { readonly result: Promise<T> } {
    const controller = new AbortController();
    const callers: Flight['callers'] = new Set();
    const onThrottled = (wait: ThrottledWait): void => callers.forEach((caller) => caller(wait));
    const flight = { result: start({ signal: controller.signal, onThrottled }), controller, callers };
    this.#flights.set(key, flight);
    const close = (): void => this.#close(key, flight);
    flight.result.then(close, close);
    return flight;
  }

  #close(key: string, flight: Flight): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}
