import { abortable } from './abort.ts';
import type { Request } from './attempt.ts';
import { type Clock, systemClock } from './clock.ts';
import { type Cloud, serviceOf } from './cloud.ts';
import { exchange, type ExchangeParts } from './exchange.ts';
import { HostLimits } from './hostLimits.ts';
import { trustedLink } from './hostTrust.ts';
import { jsonOf, type ParseJson } from './json.ts';
import { follow } from './longRunning.ts';
import type {
  ItemOf,
  LongRunningOperation,
  Operation,
  PagedOperation,
  ParametersOf,
  Plane,
  PlainOperation,
  ResultOf,
} from './operation.ts';
import { itemsOf, nextPage, PageGuard } from './paging.ts';
import type { RequestLog } from './requestLog.ts';
import { firstRequest, nextRequest } from './requests.ts';
import { requestIdOf } from './failures.ts';
import type { CallOptions, Page, RestService, RunOptions, ThrottledWait } from './restService.ts';
import { onlyReads } from './retry.ts';
import { SharedReads } from './sharedReads.ts';
import { type Caller, callerOf } from './tokenClaims.ts';
import type { TokenRequest, TokenSource } from './tokenSource.ts';
import { createAxiosTransport, type Transport, type TransportReply } from './transport.ts';
import { operationUrl, type Parameters } from './urls.ts';
import { observed, type WriteObserver } from './writeObserver.ts';

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
  /** Told of everything that changes something, from its beginning to its end. */
  readonly onWrite?: WriteObserver;
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
  return new AzureRestService(parts, settings.mostPages ?? 10_000, settings.onThrottled, settings.onWrite);
}

class AzureRestService implements RestService {
  readonly #parts: ExchangeParts;
  readonly #mostPages: number;
  /** For callers that do not want to know themselves. */
  readonly #defaults: CallOptions;
  readonly #reads = new SharedReads<TransportReply>();
  readonly #onWrite: WriteObserver | undefined;

  constructor(
    parts: ExchangeParts,
    mostPages: number,
    onThrottled: RestServiceSettings['onThrottled'],
    onWrite: WriteObserver | undefined,
  ) {
    this.#parts = parts;
    this.#onWrite = onWrite;
    this.#mostPages = mostPages;
    this.#defaults = onThrottled === undefined ? {} : { onThrottled };
  }

  async call<O extends PlainOperation>(
    operation: O,
    parameters: ParametersOf<O>,
    options?: CallOptions,
  ): Promise<ResultOf<O>> {
    const { request } = firstRequest(this.#parts.cloud, operation, parameters);
    const parse = await parserFor(operation);
    const observer = onlyReads(request.method, operation) ? undefined : this.#onWrite;
    return observed(observer, request, options ?? {}, async (accepted) => {
      const reply = await this.#send(request, options);
      accepted(requestIdOf(reply));
      return jsonOf(reply, operation.id, parse);
    });
  }

  async *pages<O extends PagedOperation>(
    operation: O,
    parameters: ParametersOf<O>,
    options?: CallOptions,
  ): AsyncGenerator<Page<ItemOf<O>>, void, undefined> {
    const { request: first, base } = firstRequest(this.#parts.cloud, operation, parameters);
    const guard = new PageGuard(operation.id, this.#mostPages);
    const parse = await parserFor(operation);
    let request = first;
    for (;;) {
      const reply = await this.#send(request, options);
      const body = jsonOf(reply, operation.id, parse);
      const next = nextPage(operation.pages, body, reply.headers);
      const items = itemsOf(operation.pages, body, operation.id) as readonly ItemOf<O>[];
      yield { items, more: next !== undefined };
      if (next === undefined) return;
      guard.pass(next);
      request = nextRequest(next, first, request.url, base, parameters);
    }
  }

  async run<O extends LongRunningOperation>(
    operation: O,
    parameters: ParametersOf<O>,
    options: RunOptions = {},
  ): Promise<ResultOf<O>> {
    const { request, base } = firstRequest(this.#parts.cloud, operation, parameters);
    const end = operation.longRunning;
    const { query: _query, ...address } = parameters as Parameters;
    const resourceUrl = end.then === 'get' ? operationUrl(base, { ...operation, path: end.path }, address) : undefined;
    const told = { ...this.#defaults, ...options };
    const parse = await parserFor(operation);
    return observed(this.#onWrite, request, options, async (accepted) => {
      const reply = await this.#send(request, told);
      accepted(requestIdOf(reply));
      try {
        return await follow(
          {
            operation,
            base,
            url: request.url,
            resourceUrl: resourceUrl ?? request.url,
            reply,
            clock: this.#parts.clock,
            parse,
            // Not shared: a poll must not get an answer that is older than its question.
            get: async (url) => {
              const answer = await exchange(this.#parts, followUp(request, url), told);
              told.onReply?.(answer);
              return answer;
            },
            trusted: (link, from) => trustedLink(link, from, base, operation.id),
          },
          told,
        );
      } finally {
        this.#reads.forget();
      }
    });
  }

  async caller(
    plane: Plane,
    { tenantId, accountId }: Pick<TokenRequest, 'tenantId' | 'accountId'>,
    signal?: AbortSignal,
  ): Promise<Caller | undefined> {
    const token = this.#parts.tokens.getToken({
      tenantId,
      ...(accountId === undefined ? {} : { accountId }),
      audience: serviceOf(this.#parts.cloud, plane).audience,
      ...(signal === undefined ? {} : { signal }),
    });
    return callerOf(await abortable(token, signal));
  }

  async #send(request: Request, options?: CallOptions): Promise<TransportReply> {
    const reply = await this.#sendOrShare(request, options);
    options?.onReply?.(reply);
    return reply;
  }

  async #sendOrShare(request: Request, callOptions?: CallOptions): Promise<TransportReply> {
    const options = { ...this.#defaults, ...callOptions };
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

async function parserFor({ exact }: Operation): Promise<ParseJson> {
  return exact === true ? (await import('./exactJson.ts')).parseExact : JSON.parse;
}

/** A question about what a request has started, with the same identity. */
function followUp({ operation, tenantId, accountId }: Request, url: URL): Request {
  return {
    operation,
    tenantId,
    ...(accountId === undefined ? {} : { accountId }),
    method: 'GET',
    url,
    patience: 'patient',
  };
}
