import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Exchange } from './exchange.ts';

const resourceManager = 'https://management.azure.com';
const developmentEndpoint = /https:\/\/([a-z0-9-]+)\.dev\.azuresynapse\.net/gi;

export interface ReceivedRequest {
  readonly url: URL;
  /** Empty where there was none. */
  readonly body: string;
}

/**
 * Answers on loopback what the service answered when it was recorded: each method and path gets its recorded replies in
 * their order. Azure's hosts become path prefixes, in requests, in headers and in bodies.
 */
export class ReplayServer implements AsyncDisposable {
  readonly #server: Server;
  #replies = new Map<string, Exchange[]>();
  #first: ReceivedRequest | undefined;
  readonly #served = new Set<Exchange>();

  static async start(): Promise<ReplayServer> {
    const replay = new ReplayServer();
    replay.#server.listen(0, '127.0.0.1');
    await once(replay.#server, 'listening');
    return replay;
  }

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Without a trailing slash. */
  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** From now on answers what was recorded in these exchanges, from their first one on. */
  play(exchanges: readonly Exchange[]): void {
    this.#first = undefined;
    this.#replies = Map.groupBy(exchanges, ({ liveRequest: { method, url } }) =>
      keyOf(method, new URL(this.onLoopback(url))),
    );
  }

  /** The request that came first since `play`. */
  get firstRequest(): ReceivedRequest {
    assert.ok(this.#first !== undefined, 'nothing was asked');
    return this.#first;
  }

  /** Whether the recorded reply was asked for, by whatever request. */
  hasServed(exchange: Exchange): boolean {
    return this.#served.has(exchange);
  }

  /** How many recorded replies of a GET were not asked for. */
  left(url: string): number {
    return this.#replies.get(keyOf('GET', new URL(this.onLoopback(url))))?.length ?? 0;
  }

  /** The text with every URL of Azure as this server's. */
  onLoopback(written: string): string {
    return written
      .replaceAll(resourceManager, `${this.url}/resourceManager`)
      .replace(developmentEndpoint, `${this.url}/workspaces/$1`);
  }

  /** Parsed JSON with every URL of Azure as this server's. */
  valueOnLoopback(value: unknown): unknown {
    return value === undefined ? undefined : JSON.parse(this.onLoopback(JSON.stringify(value)));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '' } = request;
    const url = new URL(request.url ?? '', this.url);
    const body = await text(request);
    this.#first ??= { url, body };
    const next = this.#replies.get(keyOf(method, url))?.shift();
    if (next === undefined) {
      // A status that no client repeats, and a text that names the gap in the recording.
      response.writeHead(418).end(`not recorded: ${method} ${url.href}`);
      return;
    }
    this.#served.add(next);
    const { statusCode, headers, body: answer } = next.liveResponse;
    const mapped = Object.entries(headers).map(([name, value]) => [name, this.onLoopback(value)] as const);
    response.writeHead(Number(statusCode), Object.fromEntries(mapped));
    response.end(answer === undefined ? undefined : this.onLoopback(JSON.stringify(answer)));
  }
}

/** Without the query: the recording client put other parameters into the read that ends an operation. */
function keyOf(method: string, url: URL): string {
  return `${method} ${decodeURIComponent(url.pathname).toLowerCase()}`;
}
