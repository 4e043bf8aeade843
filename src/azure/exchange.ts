import { randomUUID } from 'node:crypto';
import { abortable } from './abort.ts';
import { attemptOnce, type AttemptParts, type Outcome, type Request } from './attempt.ts';
import type { AzureError } from './azureError.ts';
import { type Cloud, serviceOf } from './cloud.ts';
import { noAnswer, refusal, type RequestFacts } from './failures.ts';
import type { HostLimits } from './hostLimits.ts';
import type { CallOptions } from './restService.ts';
import { type Failure, isRepeatable, silentWaitMs, waitBeforeRetry } from './retry.ts';
import { retryAfterSeconds } from './retryAfter.ts';
import type { TokenSource } from './tokenSource.ts';
import type { TransportReply } from './transport.ts';

export interface ExchangeParts extends AttemptParts {
  readonly cloud: Cloud;
  readonly tokens: TokenSource;
  readonly random: () => number;
  readonly limits: HostLimits;
}

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
    const { host, origin, pathname } = request.url;
    const facts = { operation: operation.id, host, url: origin + pathname, clientRequestId, secrets: [token] };
    const outcome = await parts.limits.run(
      request.url.host,
      () => attemptOnce(parts, request, facts, token, sent, signal),
      signal,
      request.patience,
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
