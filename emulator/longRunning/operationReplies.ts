import type { Reply } from '../http/exchange.ts';
import type { ServiceUrls } from '../http/serviceUrls.ts';
import type { Operation } from './operations.ts';

export interface AcceptedReply {
  readonly status: 201 | 202;
  readonly body?: unknown;
  readonly apiVersion: string;
  /** Seconds. */
  readonly retryAfter: number;
  /** Which of the two URLs the reply names; the service differs from operation to operation. */
  readonly urls: readonly ('status' | 'result')[];
  /** SQL pools spell the header without its hyphen (recording azure-cli.sql_pool). */
  readonly misspeltRetryAfter?: boolean;
}

/** The answer that starts a long-running operation. */
export function accepted(operation: Operation, urls: ServiceUrls, reply: AcceptedReply): Reply {
  const headers: Record<string, string> = {
    [reply.misspeltRetryAfter ? 'RetryAfter' : 'Retry-After']: String(reply.retryAfter),
  };
  if (reply.urls.includes('status')) {
    headers['Azure-AsyncOperation'] = url(operation, urls, 'operationStatuses', reply.apiVersion);
  }
  if (reply.urls.includes('result')) Object.assign(headers, location(operation, urls, reply.apiVersion));
  return { status: reply.status, headers, ...('body' in reply && { body: reply.body }) };
}

/**
 * `GET …/operationStatuses/…`: always 200. SQL pools also tell name and start; all others tell the status alone.
 */
export function operationStatus(operation: Operation, retryAfter: number): Reply {
  const { status } = operation;
  const isPoolLevel = operation.name !== operation.id;
  const body = {
    ...(isPoolLevel && { name: operation.id }),
    status,
    ...(isPoolLevel && { startTime: new Date(operation.startTime).toISOString() }),
    ...(operation.error && { error: operation.error }),
  };
  return { status: 200, ...(status === 'InProgress' && { headers: { 'Retry-After': String(retryAfter) } }), body };
}

/** `GET …/operationResults/…`: 202 while it runs, then the operation's own result. */
export function operationResult(
  operation: Operation,
  urls: ServiceUrls,
  poll: { readonly apiVersion: string; readonly retryAfter: number },
): Reply {
  if (operation.status === 'Succeeded') return operation.result(urls);
  if (operation.status === 'Failed') return { status: 409, body: { error: operation.error } };
  return {
    status: 202,
    headers: { 'Retry-After': String(poll.retryAfter), ...location(operation, urls, poll.apiVersion) },
    ...(operation.progress && { body: operation.progress() }),
  };
}

function location(operation: Operation, urls: ServiceUrls, apiVersion: string): Record<string, string> {
  return {
    'Access-Control-Allow-Headers': 'Location',
    'Access-Control-Expose-Headers': 'Location',
    Location: url(operation, urls, 'operationResults', apiVersion),
  };
}

function url(
  operation: Operation,
  urls: ServiceUrls,
  kind: 'operationStatuses' | 'operationResults',
  apiVersion: string,
): string {
  return `${urls.resourceManager}${operation.scopePath}/${kind}/${operation.name}?api-version=${apiVersion}`;
}
