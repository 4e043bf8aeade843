import type { Clock } from './clock.ts';
import { refusal, requestIdOf, type RequestFacts } from './failures.ts';
import type { Patience } from './hostLimits.ts';
import type { Method, Operation } from './operation.ts';
import { loggedPath, type RequestLog, type RequestLogEntry } from './requestLog.ts';
import { type Transport, TransportError, type TransportReply } from './transport.ts';

/** One request of an operation: the first one, a page, or a poll. Its URL has been checked by `hostTrust.ts`. */
export interface Request {
  readonly operation: Operation;
  readonly tenantId: string;
  readonly accountId?: string;
  readonly method: Method;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or bytes that are sent as they are. */
  readonly body?: string | Uint8Array;
  /** How it waits for its turn; `ordinary` when absent. */
  readonly patience?: Patience;
}

export interface AttemptParts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly log: RequestLog;
  readonly userAgent: string;
}

/** How an attempt ended. */
export type Outcome = { readonly reply: TransportReply } | { readonly lost: TransportError };

/**
 * Sends the request with the token and logs it.
 *
 * @param sent Which time the request is sent, from 1.
 * @throws The reason of the aborted signal.
 */
export async function attemptOnce(
  { transport, clock, log, userAgent }: AttemptParts,
  { operation, method, url, headers, body }: Request,
  facts: RequestFacts,
  token: string,
  sent: number,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const started = clock.now();
  const logEnd = (end: Pick<RequestLogEntry, 'status' | 'requestId' | 'errorCode'>): void =>
    log.request({
      operation: operation.id,
      method,
      host: url.host,
      path: loggedPath(url),
      attempt: sent,
      durationMs: clock.now() - started,
      clientRequestId: facts.clientRequestId,
      ...end,
    });
  try {
    const reply = await transport.send({
      method,
      url: url.href,
      headers: {
        ...headers,
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': contentTypeOf(body) }),
        'User-Agent': userAgent,
        'x-ms-client-request-id': facts.clientRequestId,
        'x-ms-return-client-request-id': 'true',
        Authorization: `Bearer ${token}`,
      },
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
    logEnd(replyFacts(reply, facts));
    return { reply };
  } catch (error) {
    if (error instanceof TransportError) {
      logEnd({ errorCode: error.code });
      return { lost: error };
    }
    if (signal?.aborted === true) logEnd({ errorCode: 'ABORTED' });
    throw error;
  }
}

function contentTypeOf(body: string | Uint8Array): string {
  return typeof body === 'string' ? 'application/json' : 'application/octet-stream';
}

function replyFacts(
  reply: TransportReply,
  facts: RequestFacts,
): Pick<RequestLogEntry, 'status' | 'requestId' | 'errorCode'> {
  const requestId = requestIdOf(reply);
  const errorCode = reply.status < 300 ? undefined : refusal(reply, facts).code;
  return {
    status: reply.status,
    ...(requestId === undefined ? {} : { requestId }),
    ...(errorCode === undefined ? {} : { errorCode }),
  };
}
