import assert from 'node:assert/strict';
import type {
  LongRunningEnd,
  LongRunningOperation,
  PagedOperation,
  PlainOperation,
} from '../../../src/azure/operation.ts';
import type { RestService } from '../../../src/azure/restService.ts';
import { filledPath } from '../../../src/azure/urls.ts';
import { azureErrorOf, tenantId } from '../../unit/azure/support/service.ts';
import type { DeclaredRequest } from './declaredOperations.ts';
import type { Exchange } from './exchange.ts';
import type { ReplayServer } from './replayServer.ts';

/** A recorded request that is asked again, and what was recorded after it. */
export class Replayed {
  readonly #request: DeclaredRequest;
  readonly #exchange: Exchange;
  readonly #later: readonly Exchange[];

  constructor(request: DeclaredRequest, exchange: Exchange, later: readonly Exchange[]) {
    this.#request = request;
    this.#exchange = exchange;
    this.#later = later;
  }

  /** Whether the recording goes to the end of the operation: the recording client did not wait for all that it started. */
  get isWhole(): boolean {
    const { longRunning } = this.#request.operation;
    if (longRunning === undefined || this.#isRefused) return true;
    const asked = [this.#link, longRunning.then === 'location' ? this.#location : undefined];
    const followed = asked.every((link) => link === undefined || this.#repliesTo(link).length > 0);
    return followed && (longRunning.then !== 'get' || this.#resource(longRunning.path) !== undefined);
  }

  /** Asks the server, through the service, and compares what comes back with the recording. */
  async check(rest: RestService, server: ReplayServer): Promise<void> {
    server.play([this.#exchange, ...this.#later]);
    const asked = this.#ask(rest, server);
    if (this.#isRefused) this.#checkRefusal(await azureErrorOf(asked));
    else this.#checkResult(await asked, server);
    this.#checkRequest(server);
  }

  #checkRefusal(error: Awaited<ReturnType<typeof azureErrorOf>>): void {
    const { statusCode, body } = this.#exchange.liveResponse;
    const { code, error: inner } = (body ?? {}) as {
      readonly code?: unknown;
      readonly error?: { readonly code?: unknown };
    };
    const recorded = inner?.code ?? code;
    assert.equal(error.reason, 'refused');
    assert.equal(error.status, Number(statusCode));
    assert.equal(error.code, recorded === undefined ? undefined : String(recorded));
    assert.ok(error.message.length > 10 && !error.message.startsWith('{'), error.message);
  }

  #checkResult(result: unknown, server: ReplayServer): void {
    const { longRunning, pages } = this.#request.operation;
    const body = server.valueOnLoopback(this.#exchange.liveResponse.body);
    if (longRunning === undefined) {
      const items = pages && (body as Readonly<Record<string, unknown>>)[pages.items];
      assert.deepEqual(result, pages === undefined ? body : items);
      return;
    }
    if (this.#link !== undefined) assert.equal(server.left(this.#link), 0, 'not followed to the end');
    assert.deepEqual(result, server.valueOnLoopback(this.#recordedEnd(longRunning)));
  }

  /** What the recording client was left with. */
  #recordedEnd(end: LongRunningEnd): unknown {
    switch (end.then) {
      case 'nothing':
        return undefined;
      case 'get':
        return this.#resource(end.path)?.liveResponse.body;
      case 'location': {
        const last = this.#location === undefined ? this.#exchange : this.#repliesTo(this.#location).at(-1);
        return last?.liveResponse.body;
      }
    }
  }

  /** What was sent is what the recording client sent, but for the api-version. */
  #checkRequest(server: ReplayServer): void {
    const { url, body } = server.firstRequest;
    const { liveRequest } = this.#exchange;
    const recorded = new URL(server.onLoopback(liveRequest.url));
    assert.equal(decodeURIComponent(url.pathname), decodeURIComponent(recorded.pathname));
    assert.deepEqual(queryOf(url), queryOf(recorded));
    assert.deepEqual(body === '' ? undefined : JSON.parse(body), liveRequest.body);
  }

  async #ask(rest: RestService, server: ReplayServer): Promise<unknown> {
    const { operation, parameters: names } = this.#request;
    const { url, body } = this.#exchange.liveRequest;
    const { origin, searchParams } = new URL(url);
    const query = queryOf({ searchParams });
    const parameters = { tenantId, endpoint: server.onLoopback(origin), ...names, query, body };
    if (operation.longRunning !== undefined) return rest.run(operation as LongRunningOperation, parameters);
    if (operation.pages === undefined) return rest.call(operation as PlainOperation, parameters);
    const items: unknown[] = [];
    for await (const page of rest.pages(operation as PagedOperation, parameters)) items.push(...page.items);
    return items;
  }

  get #isRefused(): boolean {
    return Number(this.#exchange.liveResponse.statusCode) >= 400;
  }

  get #link(): string | undefined {
    const { headers } = this.#exchange.liveResponse;
    return headers['azure-asyncoperation'] ?? headers['location'];
  }

  get #location(): string | undefined {
    return this.#exchange.liveResponse.headers['location'];
  }

  #repliesTo(link: string): readonly Exchange[] {
    return this.#later.filter(({ liveRequest: { method, url } }) => method === 'GET' && url === link);
  }

  /** The next time that the resource was read. */
  #resource(template: string): Exchange | undefined {
    const { operation, parameters } = this.#request;
    const address = filledPath(operation.id, template, parameters);
    return this.#later.find(
      ({ liveRequest: { method, url } }) => method === 'GET' && new URL(url).pathname === address,
    );
  }
}

function queryOf({ searchParams }: Pick<URL, 'searchParams'>): Record<string, string> {
  const { 'api-version': _version, ...query } = Object.fromEntries(searchParams);
  return query;
}
