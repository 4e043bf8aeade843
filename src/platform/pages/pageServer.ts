import { type HostMessage, pageMessage } from './messages.ts';
import type {
  EventName,
  EventOf,
  PageContract,
  ParamsOf,
  ProgressOf,
  RequestName,
  RequestSchemas,
  ResultOf,
} from './pageContract.ts';

export interface RequestContext<Progress> {
  /** Aborted when the page cancels, starts anew, or is closed. */
  readonly signal: AbortSignal;
  readonly progress: (value: Progress) => void;
}

/** Answers to a page's requests. What a handler throws reaches the page as words, and nothing else of it. */
export type PageHandlers<C extends PageContract> = {
  readonly [Name in RequestName<C>]: (
    params: ParamsOf<C, Name>,
    context: RequestContext<ProgressOf<C, Name>>,
  ) => PromiseLike<ResultOf<C, Name>> | ResultOf<C, Name>;
};

export interface PageServerOptions<C extends PageContract> {
  readonly contract: C;
  readonly handlers: PageHandlers<C>;
  readonly send: (message: HostMessage) => void;
  readonly welcome: () => { readonly input: unknown; readonly texts: unknown };
  /** An error in words for people; undefined for a cancellation, which is none. */
  readonly describe: (request: string, error: unknown) => string | undefined;
  /** Told of messages that fit no schema, in words for the log. */
  readonly onRefused: (why: string) => void;
}

/** The types of all handlers at once; `PageHandlers` has checked each of them against its schemas. */
type AnyHandler = (params: unknown, context: RequestContext<unknown>) => unknown;

/** The extension's end of the conversation with one page. Knows nothing of VS Code. */
export class PageServer<C extends PageContract> {
  readonly #options: PageServerOptions<C>;
  readonly #running = new Map<number, AbortController>();

  constructor(options: PageServerOptions<C>) {
    this.#options = options;
  }

  /** Takes a message from the page. Never rejects. */
  async receive(data: unknown): Promise<void> {
    const read = pageMessage.safeParse(data);
    if (!read.success) {
      this.#options.onRefused('a message of no known kind');
      return;
    }
    const message = read.data;
    switch (message.type) {
      case 'begin':
        this.#endAll();
        this.#options.send({ type: 'welcome', ...this.#options.welcome() });
        return;
      case 'cancel':
        this.#running.get(message.id)?.abort(cancelled());
        return;
      case 'request':
        await this.#answer(message.id, message.name, message.params);
    }
  }

  /** Tells the page something. */
  emit<Name extends EventName<C>>(name: Name, value: EventOf<C, Name>): void {
    this.#options.send({ type: 'event', name, value });
  }

  dispose(): void {
    this.#endAll();
  }

  async #answer(id: number, name: string, params: unknown): Promise<void> {
    const { contract, handlers, send, describe, onRefused } = this.#options;
    const schemas: RequestSchemas | undefined = Object.hasOwn(contract.requests, name)
      ? contract.requests[name]
      : undefined;
    const read = schemas?.params.safeParse(params);
    if (read?.success !== true || this.#running.has(id)) {
      const why = `a request “${name}” that does not fit`;
      onRefused(why);
      send({ type: 'error', id, message: why });
      return;
    }
    const abort = new AbortController();
    this.#running.set(id, abort);
    try {
      const value = await (handlers[name as RequestName<C>] as AnyHandler)(read.data, {
        signal: abort.signal,
        progress: (progress) => {
          if (!abort.signal.aborted) send({ type: 'progress', id, value: progress });
        },
      });
      if (this.#running.get(id) === abort) send({ type: 'result', id, value });
    } catch (error) {
      const words = abort.signal.aborted ? undefined : describe(name, error);
      if (this.#running.get(id) === abort) {
        send({ type: 'error', id, ...(words !== undefined && { message: words }) });
      }
    } finally {
      if (this.#running.get(id) === abort) this.#running.delete(id);
    }
  }

  #endAll(): void {
    for (const abort of this.#running.values()) abort.abort(cancelled());
    this.#running.clear();
  }
}

function cancelled(): DOMException {
  return new DOMException('Nobody waits for it any more.', 'AbortError');
}
