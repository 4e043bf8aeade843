import { AzureError } from './azureError.ts';
import { readServiceError } from './errorReader.ts';
import { networkMessage, proxyAuthenticationRequired } from './networkError.ts';
import type { ReplyFacts } from './restService.ts';
import { replyTooLarge, type TransportError, type TransportReply } from './transport.ts';

/** What both kinds of failure say about the request. */
export interface RequestFacts {
  readonly operation: string;
  readonly host: string;
  /** Scheme, host and path. */
  readonly url: string;
  readonly clientRequestId: string;
  /** Texts that no message may repeat. */
  readonly secrets: readonly string[];
}

export function requestIdOf(reply: TransportReply): string | undefined {
  const id =
    reply.headers['x-ms-request-id'] ?? reply.headers['x-ms-correlation-request-id'] ?? reply.headers['request-id'];
  // The workspace endpoint sends the header twice at times, and Node joins the two.
  return id?.split(',')[0]?.trim();
}

/** Not members of the errors: those are logged, and a body may hold anything. */
const refused = new WeakMap<object, ReplyFacts>();

/** The answer that was an error, for whoever shows answers as they came. */
export function refusedReply(error: unknown): ReplyFacts | undefined {
  return typeof error === 'object' && error !== null ? refused.get(error) : undefined;
}

/** The error of an answer without a success status. */
export function refusal(reply: TransportReply, facts: RequestFacts, retryAfterSeconds?: number): AzureError {
  const error = refusalOf(reply, facts, retryAfterSeconds);
  refused.set(error, reply);
  return error;
}

function refusalOf(reply: TransportReply, facts: RequestFacts, retryAfterSeconds?: number): AzureError {
  const { operation, host, url, clientRequestId, secrets } = facts;
  const requestId = requestIdOf(reply);
  const common = {
    operation,
    url,
    status: reply.status,
    clientRequestId,
    ...(requestId === undefined ? {} : { requestId }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
  if (reply.status === 407) {
    const code = proxyAuthenticationRequired;
    return new AzureError({ ...common, reason: 'network', code, message: networkMessage(code, host) });
  }
  if (reply.status >= 300 && reply.status < 400 && reply.headers['location'] !== undefined) {
    const target = URL.parse(reply.headers['location'], `https://${host}`)?.host ?? 'another place';
    const message = `${host} redirects to ${target} (HTTP ${reply.status}), which Azure does not do; it was not followed.`;
    return new AzureError({ ...common, reason: 'unreadable', message });
  }
  return new AzureError({ ...common, reason: 'refused', ...readServiceError(reply, secrets) });
}

/** The error of a request without a complete answer. */
export function noAnswer(error: TransportError, facts: RequestFacts): AzureError {
  const { operation, host, clientRequestId } = facts;
  if (error.code === replyTooLarge) {
    const message = `The answer of ${host} is larger than this extension reads.`;
    return new AzureError({ reason: 'unreadable', operation, code: error.code, clientRequestId, message });
  }
  const message = networkMessage(error.code, host);
  return new AzureError({ reason: 'network', operation, code: error.code, clientRequestId, message });
}
