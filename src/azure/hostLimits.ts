import pLimit, { type LimitFunction } from 'p-limit';
import { abortable } from './abort.ts';

/** Keeps the number of requests in flight to one host within a bound; further ones wait in order. */
export class HostLimits {
  readonly #perHost: number;
  readonly #hosts = new Map<string, LimitFunction>();

  constructor(perHost: number) {
    this.#perHost = perHost;
  }

  /** Runs `task` when it has its turn. Aborting while it waits rejects at once, and it is never started then. */
  run<T>(host: string, task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    let limit = this.#hosts.get(host);
    if (limit === undefined) {
      limit = pLimit(this.#perHost);
      this.#hosts.set(host, limit);
    }
    const turn = limit(async () => {
      signal?.throwIfAborted();
      return task();
    });
    return abortable(turn, signal);
  }
}
