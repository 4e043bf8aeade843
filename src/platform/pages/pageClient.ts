import { hostMessage, type PageMessage } from './messages.ts';
import type {
  EventName,
  EventOf,
  InputOf,
  PageContract,
  ParamsOf,
  ProgressOf,
  RequestName,
  ResultOf,
  TextsOf,
} from './pageContract.ts';

/** A request was refused or went wrong; the message is for people. */
export class PageRequestError extends Error {
  override readonly name = 'PageRequestError';
}

export interface AskOptions<Progress> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (value: Progress) => void;
}

export interface Welcome<C extends PageContract> {
  readonly input: InputOf<C>;
  readonly texts: TextsOf<C>;
}

interface Waiting {
  readonly name: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: ((value: unknown) => void) | undefined;
}

export type PageListeners<C extends PageContract> = {
  readonly [Name in EventName<C>]: (value: EventOf<C, Name>) => void;
};

/** The page's end of the conversation with the extension. Knows nothing of the DOM. */
export class PageClient<C extends PageContract> {
  readonly #contract: C;
  readonly #send: (message: PageMessage) => void;
  readonly #waiting = new Map<number, Waiting>();
  readonly #welcome = Promise.withResolvers<Welcome<C>>();
  #welcomed = false;
  #listeners: Partial<Record<string, (value: never) => void>> = {};
  #lastId = 0;

  constructor(contract: C, send: (message: PageMessage) => void) {
    this.#contract = contract;
    this.#send = send;
  }

  /** Says that the page is there, and resolves to what it is about. */
  begin(listeners: PageListeners<C>): Promise<Welcome<C>> {
    this.#listeners = listeners;
    this.#send({ type: 'begin' });
    return this.#welcome.promise;
  }

  /**
   * Asks the extension. Aborting tells it that nobody waits any more, and rejects with the signal's reason.
   * @throws PageRequestError
   */
  ask<Name extends RequestName<C>>(
    name: Name,
    params: ParamsOf<C, Name>,
    { signal, onProgress }: AskOptions<ProgressOf<C, Name>> = {},
  ): Promise<ResultOf<C, Name>> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const id = (this.#lastId += 1);
    this.#waiting.set(id, { name, resolve, reject, onProgress: onProgress as ((value: unknown) => void) | undefined });
    const abort = (): void => {
      if (!this.#waiting.delete(id)) return;
      this.#send({ type: 'cancel', id });
      reject(signal?.reason);
    };
    if (signal?.aborted === true) {
      this.#waiting.delete(id);
      reject(signal.reason);
    } else {
      signal?.addEventListener('abort', abort, { once: true });
      this.#send({ type: 'request', id, name, params });
    }
    const ended = (): void => signal?.removeEventListener('abort', abort);
    promise.then(ended, ended);
    return promise as Promise<ResultOf<C, Name>>;
  }

  /** Takes a message from the extension; what fits no schema is left alone. */
  receive(data: unknown): void {
    const read = hostMessage.safeParse(data);
    if (!read.success) return;
    const message = read.data;
    if (message.type === 'welcome') this.#receiveWelcome(message.input, message.texts);
    else if (message.type === 'event') this.#receiveEvent(message.name, message.value);
    else this.#receiveAnswer(message);
  }

  #receiveWelcome(input: unknown, texts: unknown): void {
    const about = this.#contract.input.safeParse(input);
    const words = this.#contract.texts.safeParse(texts);
    if (about.success && words.success) {
      this.#welcomed = true;
      this.#welcome.resolve({ input: about.data as InputOf<C>, texts: words.data as TextsOf<C> });
    }
  }

  #receiveEvent(name: string, value: unknown): void {
    // VS Code delivers what was told while the document was away. A page has no words yet then, and asks for everything anyway.
    if (!this.#welcomed) return;
    const read = Object.hasOwn(this.#contract.events, name) ? this.#contract.events[name]?.safeParse(value) : undefined;
    if (read?.success === true) this.#listeners[name]?.(read.data as never);
  }

  #receiveAnswer(message: {
    type: 'progress' | 'result' | 'error';
    id: number;
    value?: unknown;
    message?: string;
  }): void {
    const waiting = this.#waiting.get(message.id);
    const schemas = waiting && this.#contract.requests[waiting.name];
    if (!waiting || !schemas) return;
    if (message.type === 'progress') {
      const read = schemas.progress?.safeParse(message.value);
      if (read?.success === true) waiting.onProgress?.(read.data);
      return;
    }
    this.#waiting.delete(message.id);
    const read = message.type === 'result' ? schemas.result.safeParse(message.value) : undefined;
    if (read?.success === true) waiting.resolve(read.data);
    else if (message.message === undefined && message.type === 'error') {
      waiting.reject(new DOMException('Cancelled.', 'AbortError'));
    } else
      waiting.reject(
        new PageRequestError(message.message ?? `“${waiting.name}” was answered in a way that does not fit.`),
      );
  }
}
