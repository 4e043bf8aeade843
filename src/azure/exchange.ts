import { randomUUID } from 'node:crypto';
import { abortable } from './abort.ts';
import { AzureError } from './azureError.ts';
import type { Clock } from './clock.ts';
import { type Cloud, serviceOf } from './cloud.ts';
import { noAnswer, refusal, requestIdOf, type RequestFacts } from './failures.ts';
import type { HostLimits } from './hostLimits.ts';
import type { Method, Operation } from './operation.ts';
import { loggedPath, type RequestLog } from './requestLog.ts';
import type { CallOptions } from './restService.ts';
import { type Failure, isRepeatable, waitBeforeRetry } from './retry.ts';
import { retryAfterSeconds } from './retryAfter.ts';
import type { TokenSource } from './tokenSource.ts';
import { type Transport, TransportError, type TransportReply } from './transport.ts';

/** One request of an operation: the first one, a page, or a poll. Its URL has been checked by `hostTrust.ts`. */
export interface Request {
  readonly operation: Operation;
  readonly tenantId: string;
  readonly accountId?: string;
  readonly method: Method;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body?: string;
}

export interface ExchangeParts {
  readonly cloud: Cloud;
  readonly tokens: TokenSource;
  readonly log: RequestLog;
  readonly clock: Clock;
  readonly random: () => number;
  readonly transport: Transport;
  readonly limits: HostLimits;
  readonly userAgent: string;
}

/** Waits that are longer are reported to the caller, so that somebody can be told. */
const silentWaitMs = 5_000;

type Outcome = { readonly reply: TransportReply } | { readonly lost: TransportError };

/**
 * Sends a request with a token until it succeeds or must not be repeated: a fresh token once after a 401, and
 * repetitions as `retry.ts` allows. A place among the requests in flight is held while one is on the wire, never while
 * it waits.
 *
 * @returns The reply, with a 2xx status.
 * @throws AzureError, what the token source throws, or the reason of the aborted signal.
 */
export async function exchange(
  parts: ExchangeParts,
  request: Request,
  options: CallOptions = {},
): Promise<TransportReply> {
  const { operation, method } = request;
  const { signal } = options;
  const repeatable = isRepeatable(method, operation);
  const clientRequestId = randomUUID();
  let token = await tokenFor(parts, request, signal);
  let refreshed = false;
  let mayHaveHappened = false;
  // A repetition with a fresh token is not one of the attempts that retry.ts counts.
  for (let sent = 1, attempt = 1; ; sent++) {
    const facts = { operation: operation.id, host: request.url.host, clientRequestId, secrets: [token] };
    const outcome = await parts.limits.run(
      request.url.host,
      () => sendOnce(parts, request, facts, token, sent, signal),
      signal,
    );
    const reply = 'reply' in outcome ? outcome.reply : undefined;
    if (reply !== undefined && reply.status >= 200 && reply.status < 300) return reply;
    if (reply?.status === 401 && !refreshed) {
      refreshed = true;
      token = await tokenFor(parts, request, signal, reply);
      continue;
    }
    if (reply?.status === 404 && method === 'DELETE' && mayHaveHappened) {
      // The answer to an earlier attempt was lost or was an error, but the deletion took place.
      return { ...reply, status: 204, text: '' };
    }
    const failure = failureOf(outcome, parts.clock.now());
    const wait = waitBeforeRetry(repeatable, failure, attempt, parts.random);
    if (wait === undefined) throw errorOf(outcome, failure, facts);
    if (reply?.status !== 429) mayHaveHappened = true;
    if (wait > silentWaitMs) options.onThrottled?.({ operation: operation.id, seconds: Math.ceil(wait / 1000) });
    await parts.clock.sleep(wait, signal);
    attempt++;
  }
}

/** @param refused The 401 after which a token of a cache will not do. */
function tokenFor(
  { cloud, tokens }: ExchangeParts,
  { operation, tenantId, accountId }: Request,
  signal: AbortSignal | undefined,
  refused?: TransportReply,
): Promise<string> {
  const challenge = refused?.headers['www-authenticate'];
  const token = tokens.getToken({
    tenantId,
    ...(accountId === undefined ? {} : { accountId }),
    audience: serviceOf(cloud, operation.plane).audience,
    ...(refused === undefined ? {} : { fresh: true }),
    ...(challenge !== undefined && /\bclaims\s*=/i.test(challenge) ? { challenge } : {}),
    ...(signal === undefined ? {} : { signal }),
  });
  return abortable(token, signal);
}

async function sendOnce(
  { transport, clock, log, userAgent }: ExchangeParts,
  { operation, method, url, headers, body }: Request,
  facts: RequestFacts,
  token: string,
  sent: number,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const started = clock.now();
  const outcome = await transport
    .send({
      method,
      url: url.href,
      headers: {
        ...headers,
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        'User-Agent': userAgent,
        'x-ms-client-request-id': facts.clientRequestId,
        'x-ms-return-client-request-id': 'true',
        Authorization: `Bearer ${token}`,
      },
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    })
    .then(
      (reply): Outcome => ({ reply }),
      (error: unknown): Outcome => {
        if (error instanceof TransportError) return { lost: error };
        throw error;
      },
    );
  const reply = 'reply' in outcome ? outcome.reply : undefined;
  const requestId = reply === undefined ? undefined : requestIdOf(reply);
  const errorCode = errorCodeOf(outcome, facts);
  log.request({
    operation: operation.id,
    method,
    host: url.host,
    path: loggedPath(url),
    attempt: sent,
    durationMs: clock.now() - started,
    clientRequestId: facts.clientRequestId,
    ...(reply === undefined ? {} : { status: reply.status }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(errorCode === undefined ? {} : { errorCode }),
  });
  return outcome;
}

function errorCodeOf(outcome: Outcome, facts: RequestFacts): string | undefined {
  if ('lost' in outcome) return outcome.lost.code;
  return outcome.reply.status < 300 ? undefined : refusal(outcome.reply, facts).code;
}

function failureOf(outcome: Outcome, now: number): Failure {
  if ('lost' in outcome) return { code: outcome.lost.code };
  const { status } = outcome.reply;
  const seconds = retryAfterSeconds(outcome.reply, now);
  return seconds === undefined ? { status } : { status, retryAfterSeconds: seconds };
}

function errorOf(outcome: Outcome, failure: Failure, facts: RequestFacts): AzureError {
  if ('lost' in outcome) return noAnswer(outcome.lost, facts);
  return refusal(outcome.reply, facts, 'retryAfterSeconds' in failure ? failure.retryAfterSeconds : undefined);
}
