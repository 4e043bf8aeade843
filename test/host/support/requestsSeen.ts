import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { EventEmitter } from 'vscode';

/** Notes the requests that a server of this process gets, in their order, the moment they come in. */
export class RequestsSeen implements Disposable {
  readonly #came = new EventEmitter<void>();
  readonly onRequest = this.#came.event;
  readonly #port: number;
  #lines: string[] = [];

  /** @param url of the server */
  constructor(url: string) {
    this.#port = Number(new URL(url).port);
    started.subscribe(this.#note);
  }

  /**
   * `POST /resourceManager/providers/…`, without queries, since the last call. Requests for tokens are left out: when
   * those are sent is the business of the account provider.
   */
  take(): string[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }

  /** Those of the requests since the last `take` that fit. */
  matching(pattern: RegExp): string[] {
    return this.#lines.filter((line) => pattern.test(line));
  }

  [Symbol.dispose](): void {
    started.unsubscribe(this.#note);
    this.#came.dispose();
  }

  readonly #note = (message: unknown): void => {
    const { request } = message as { readonly request: IncomingMessage };
    if (request.socket.localPort !== this.#port) return;
    const path = decodeURIComponent((request.url ?? '').replace(/\?.*/s, ''));
    if (path.startsWith('/activeDirectory/')) return;
    this.#lines.push(`${request.method ?? ''} ${path}`);
    this.#came.fire();
  };
}

/** Node publishes here what every http server of the process is asked. */
const started = channel('http.server.request.start');
