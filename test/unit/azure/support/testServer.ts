import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Received {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Resolves when the connection that brought the request is closed. */
  readonly closed: Promise<void>;
}

export type Handler = (request: Received, response: ServerResponse) => void | Promise<void>;

/** A real server on loopback that keeps what it was asked. `await using` ends it together with its connections. */
export class TestServer implements AsyncDisposable {
  readonly received: Received[] = [];
  readonly sockets = new Set<Socket>();
  readonly #server: Server;
  readonly #waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  private constructor(handler: Handler) {
    const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { promise: closed, resolve } = Promise.withResolvers<void>();
      message.socket.on('close', () => resolve());
      let body = '';
      for await (const chunk of message.setEncoding('utf8')) body += String(chunk);
      const { method = '', url = '', headers } = message;
      const request = { method, url, headers, body, closed };
      this.received.push(request);
      for (const { count, resolve } of this.#waiting) if (this.received.length >= count) resolve();
      await handler(request, response);
    };
    // A handler that throws fails its test as an unhandled rejection.
    this.#server = createServer((message, response) => void serve(message, response));
    this.#server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  static async start(handler: Handler): Promise<TestServer> {
    const server = new TestServer(handler);
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  /** Without a trailing slash. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Resolves when `count` requests have arrived in all. */
  arrived(count: number): Promise<void> {
    if (this.received.length >= count) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push({ count, resolve });
    return promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

export function answer(
  response: ServerResponse,
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
