import { channel } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

interface RequestTime {
  readonly start: number;
  end: number;
}

/** Notes when each http request of this process began and when its answer was complete, whatever library sent it. */
export class RequestTimes implements Disposable {
  readonly #times = new Map<ClientRequest, RequestTime>();

  constructor() {
    started.subscribe(this.#begin);
    finished.subscribe(this.#end);
  }

  get count(): number {
    return this.#times.size;
  }

  /**
   * Requests on the critical path: the longest chain in which each began only after the one before was answered. That is
   * the most that can have waited for each other, so it is never too low; a client that limits how many it sends at a time
   * counts what waited for its turn.
   */
  longestChain(): number {
    const times = [...this.#times.values()].sort((a, b) => a.start - b.start);
    const lengths: number[] = [];
    for (const { start } of times) {
      const before = lengths.filter((_, index) => (times[index]?.end ?? Infinity) <= start);
      lengths.push(Math.max(0, ...before) + 1);
    }
    return Math.max(0, ...lengths);
  }

  [Symbol.dispose](): void {
    started.unsubscribe(this.#begin);
    finished.unsubscribe(this.#end);
  }

  readonly #begin = (message: unknown): void => {
    this.#times.set((message as Message).request, { start: performance.now(), end: Infinity });
  };

  readonly #end = (message: unknown): void => {
    const { request, response } = message as Message;
    const time = this.#times.get(request);
    if (!time) return;
    response.once('end', () => {
      time.end = performance.now();
    });
  };
}

interface Message {
  readonly request: ClientRequest;
  readonly response: NodeJS.EventEmitter;
}

/** Node publishes here what its http and https clients send, and the head of each answer. */
const started = channel('http.client.request.start');
const finished = channel('http.client.response.finish');
