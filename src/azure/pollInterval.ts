import { AzureError } from './azureError.ts';

const firstIntervalMs = 2_000;
const intervalGrowth = 1.5;
const longestIntervalMs = 15_000;
/** A longer `Retry-After` is cut to this: the state that people look at would be too old. */
const longestAskedMs = 120_000;
/** Polls that may fail in a row; each has had its own repetitions already. */
export const toleratedTroubles = 5;

/** Whether a failed question may be asked again while the operation goes on. */
export function isPassing(error: unknown): error is AzureError {
  if (!(error instanceof AzureError)) return false;
  if ((error.retryAfterSeconds ?? 0) * 1000 > longestAskedMs) return false;
  const { status } = error;
  return status === undefined ? error.reason === 'network' : status === 408 || status === 429 || status >= 500;
}

/**
 * Milliseconds until the next question.
 *
 * @param polls How many were asked already.
 * @param askedSeconds What the service asked for.
 */
export function intervalMs(polls: number, askedSeconds: number | undefined): number {
  if (askedSeconds !== undefined && askedSeconds > 0) return Math.min(longestAskedMs, askedSeconds * 1000);
  return Math.min(longestIntervalMs, firstIntervalMs * intervalGrowth ** polls);
}
