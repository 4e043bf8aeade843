import type { Method, Operation } from './operation.ts';

/** How a request ended that brought no success. */
export type Failure =
  | { readonly status: number; readonly retryAfterSeconds?: number }
  /** No complete answer; Node's code. */
  | { readonly code: string };

export interface RetryPolicy {
  /** Requests in all, the first one included. */
  readonly attempts: number;
  /** The wait before the second attempt is up to this, before the third up to twice as long, and so on. */
  readonly baseMs: number;
  readonly longestBackoffMs: number;
  /** A service that asks for more is not waited for: the caller gets the error and the time. */
  readonly longestWaitMs: number;
}

export const defaultRetryPolicy: RetryPolicy = {
  attempts: 5,
  baseMs: 400,
  longestBackoffMs: 20_000,
  longestWaitMs: 120_000,
};

/** Waits that are longer are reported to the caller, so that somebody can be told. */
export const silentWaitMs = 5_000;

const transientStatus = new Set([408, 429, 500, 502, 503, 504]);
const transientCode = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * Milliseconds to wait before the request is sent again, or undefined when it must not be.
 *
 * What may have been executed is repeated only where a second execution does no harm: reads, PUT and DELETE. A 429 says
 * that nothing was executed, so any request may follow it. Waits are random up to an exponential bound ("full
 * jitter"), so that many clients do not come back together; a time that the service names is always kept, and only
 * lengthened a little for the same reason.
 *
 * @param attempt Number of the attempt that failed, from 1.
 * @param random As `Math.random`.
 */
export function waitBeforeRetry(
  repeatable: boolean,
  failure: Failure,
  attempt: number,
  random: () => number,
  policy: RetryPolicy = defaultRetryPolicy,
): number | undefined {
  if (attempt >= policy.attempts || !mayRepeat(repeatable, failure, attempt)) return undefined;
  const bound = Math.min(policy.longestBackoffMs, policy.baseMs * 2 ** (attempt - 1));
  const asked = 'status' in failure ? (failure.retryAfterSeconds ?? 0) * 1000 : 0;
  if (asked > policy.longestWaitMs) return undefined;
  return asked > 0 ? asked + random() * Math.min(1000, asked / 10) : random() * bound;
}

/** Whether sending the request twice does no more than sending it once. */
export function isRepeatable(method: Method, operation: Pick<Operation, 'readOnly' | 'pages' | 'once'>): boolean {
  if (operation.once === true && method !== 'GET') return false;
  return method === 'PUT' || method === 'DELETE' || onlyReads(method, operation);
}

/** Whether the request changes nothing; a list is a question also where it is asked by POST. */
export function onlyReads(method: Method, operation: Pick<Operation, 'readOnly' | 'pages'>): boolean {
  return method === 'GET' || method === 'HEAD' || operation.readOnly === true || operation.pages !== undefined;
}

function mayRepeat(repeatable: boolean, failure: Failure, attempt: number): boolean {
  if ('status' in failure) return failure.status === 429 || (repeatable && transientStatus.has(failure.status));
  if (!repeatable) return false;
  // A time-out has already taken long: once more is enough.
  return transientCode.has(failure.code) || (failure.code === 'ETIMEDOUT' && attempt === 1);
}
