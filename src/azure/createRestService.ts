import { type Clock, systemClock } from './clock.ts';
import type { Cloud } from './cloud.ts';
import { exchange, type ExchangeParts, type Request } from './exchange.ts';
import { HostLimits } from './hostLimits.ts';
import { trustedBase, trustedLink } from './hostTrust.ts';
import { isObject, jsonOf } from './json.ts';
import { follow } from './longRunning.ts';
import type {
  ItemOf,
  LongRunningOperation,
  Operation,
  PagedOperation,
  ParametersOf,
  PlainOperation,
  ResultOf,
} from './operation.ts';
import { itemsOf, type NextPage, nextPage, PageGuard, withSkipToken } from './paging.ts';
import type { RequestLog } from './requestLog.ts';
import type { CallOptions, Page, RestService, RunOptions } from './restService.ts';
import { onlyReads } from './retry.ts';
import { SharedReads } from './sharedReads.ts';
import type { TokenSource } from './tokenSource.ts';
import { createAxiosTransport, type Transport, type TransportReply } from './transport.ts';
import { operationUrl, type Parameters } from './urls.ts';

export interface RestServiceSettings {
  readonly cloud: Cloud;
  readonly tokens: TokenSource;
  readonly log: RequestLog;
  readonly clock?: Clock;
  /** As `Math.random`; spreads repetitions. */
  readonly random?: () => number;
  readonly transport?: Transport;
  /** Requests on the wire to one host at the same time; what waits for a retry or for the next poll does not count. */
  readonly requestsPerHost?: number;
  /** Pages after which a list is taken for endless. */
  readonly mostPages?: number;
  readonly userAgent?: string;
  /** Told of long waits of calls that do not listen themselves. */
  readonly onThrottled?: (wait: ThrottledWait) => void;
}

/** Makes the REST service for one cloud. Nothing is loaded or sent before the first call. */
export function createRestService(settings: RestServiceSettings): RestService {
  const parts: ExchangeParts = {
    cloud: settings.cloud,
    tokens: settings.tokens,
    log: settings.log,
    clock: settings.clock ?? systemClock,
    random: settings.random ?? Math.random,
    transport: settings.transport ?? createAxiosTransport(),
    limits: new HostLimits(settings.requestsPerHost ?? 8),
    userAgent: settings.userAgent ?? 'SynapseExplorer',
  };
  return new AzureRestService(parts, settings.mostPages ?? 10_000);
}

class AzureRestService implements RestService {
  readonly #parts: ExchangeParts;
  readonly #mostPages: number;
  readonly #reads = new SharedReads<TransportReply>();

  constructor(parts: ExchangeParts, mostPages: number) {
    this.#parts = parts;
    this.#mostPages = mostPages;
  }

  async call<O extends PlainOperation>(
    operation: O,
    parameters: ParametersOf<O>,
    options?: CallOptions,
  ): Promise<ResultOf<O>> {
    const { request } = this.#prepare(operation, parameters);
    return jsonOf(await this.#send(request, options), operation.id) as ResultOf<O>;
  }

  async *pages<O extends PagedOperation>(
    operation: O,
    parameters: ParametersOf<O>,
    options?: CallOptions,
  ): AsyncGenerator<Page<ItemOf<O>>, void, undefined> {
    const { request: first, base } = this.#prepare(operation, parameters);
    const guard = new PageGuard(operation.id, this.#mostPages);
    let request = first;
    for (;;) {
      const reply = await this.#send(request, options);
      const body = jsonOf(reply, operation.id);
      const next = nextPage(operation.pages, body, reply.headers);
      const items = itemsOf(operation.pages, body, operation.id) as readonly ItemOf<O>[];
      yield { items, more: next !== undefined };
      if (next === undefined) return;
      guard.pass(next);
      request = requestFor(operation, next, first, request.url, base, parameters);
    }
  }

  async run<O extends LongRunningOperation>(
    operation: O,
    parameters: ParametersOf<O>,
    options: RunOptions = {},
  ): Promise<ResultOf<O>> {
    const { request, base } = this.#prepare(operation, parameters);
    const end = operation.longRunning;
    const resource = end.then === 'get' ? { id: operation.id, path: end.path } : undefined;
    const version = operation.apiVersion === undefined ? {} : { apiVersion: operation.apiVersion };
    const { query: _query, ...address } = parameters as Parameters;
    const resourceUrl = resource && operationUrl(base, { ...resource, ...version }, address);
    const reply = await this.#send(request, options);
    try {
      const result = await follow(
        {
          operation,
          base,
          url: request.url,
          resourceUrl: resourceUrl ?? request.url,
          reply,
          clock: this.#parts.clock,
          // Not shared: a poll must not get an answer that is older than its question.
          get: (url) => exchange(this.#parts, { ...identityOf(request), operation, method: 'GET', url }, options),
          trusted: (link, from) => trustedLink(link, from, base, operation.id),
        },
        options,
      );
      return result as ResultOf<O>;
    } finally {
      this.#reads.forget();
    }
  }

  #prepare(operation: Operation, parameters: Parameters): { request: Request; base: string } {
    const { tenantId, accountId } = parameters;
    if (typeof tenantId !== 'string' || tenantId === '') throw new TypeError(`${operation.id}: tenantId is missing`);
    const base = trustedBase(this.#parts.cloud, operation.plane, operation.id, parameters['endpoint']);
    const body = parameters['body'];
    const request = {
      operation,
      tenantId,
      ...(typeof accountId === 'string' && { accountId }),
      method: operation.method,
      url: operationUrl(base, operation, parameters),
      headers: ownHeaders(parameters['headers']),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    return { request, base };
  }

  async #send(request: Request, options?: CallOptions): Promise<TransportReply> {
    const { operation, method, tenantId, accountId, url, headers } = request;
    if (method === 'GET' || method === 'HEAD') {
      const key = JSON.stringify([method, operation.plane, tenantId, accountId, url.href, headers]);
      return this.#reads.join(key, (shared) => exchange(this.#parts, request, shared), options);
    }
    try {
      return await exchange(this.#parts, request, options);
    } finally {
      if (!onlyReads(method, operation)) this.#reads.forget();
    }
  }
}

/** Whose token a follow-up takes: that of the request it follows. */
function identityOf({ tenantId, accountId }: Request): Pick<Request, 'tenantId' | 'accountId'> {
  return { tenantId, ...(accountId === undefined ? {} : { accountId }) };
}

/** The request for the next page. */
function requestFor(
  operation: Operation,
  next: NextPage,
  first: Request,
  at: URL,
  base: string,
  parameters: Parameters,
): Request {
  if ('url' in next) {
    const { body: _body, ...request } = first;
    return { ...request, method: 'GET', url: trustedLink(next.url, at, base, operation.id) };
  }
  if ('skipToken' in next) {
    return { ...first, body: JSON.stringify(withSkipToken(parameters['body'], next.skipToken)) };
  }
  const header = operation.pages?.by === 'continuationHeader' ? operation.pages.header : undefined;
  return header === undefined ? first : { ...first, headers: { ...first.headers, [header]: next.header } };
}

function ownHeaders(headers: unknown): Record<string, string> {
  const own: Record<string, string> = {};
  if (!isObject(headers)) return own;
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && value !== null) own[name] = String(value);
  }
  return own;
}
