/** Why a request did not succeed, independent of the service that refused it. */
export type AzureErrorReason =
  /** The service answered with an error. */
  | 'refused'
  /** No usable answer: connection, name, certificate or proxy. `code` holds Node's or axios' code. */
  | 'network'
  /** An answer that is not what the operation declares: HTML, broken JSON, a page that repeats. */
  | 'unreadable'
  /** A URL from a reply or a workspace's endpoint is not one that the cloud trusts; nothing was sent there. */
  | 'untrustedHost'
  /** A name that cannot stand in a URL's path (`..`); nothing was sent. */
  | 'invalidName'
  /** A long-running operation ended as Failed or Canceled. */
  | 'operationFailed';

export interface AzureErrorDetails {
  readonly reason: AzureErrorReason;
  /** `operationId` of the operation that was called. */
  readonly operation: string;
  readonly message: string;
  /** Scheme, host and path of the request that was refused, percent-escaped. Without the query: some are signed there. */
  readonly url?: string;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** The service's error code, as text (`RoleAssignmentAlreadyExists`, `404`). */
  readonly code?: string;
  /** `x-ms-request-id` of the answer, for support. */
  readonly requestId?: string;
  /** The id that this client gave the request. */
  readonly clientRequestId?: string;
  /** Seconds after which the service will answer again (`Retry-After`). */
  readonly retryAfterSeconds?: number;
}

/** The one error type of the REST service. It never holds a token, a key or a body of a request. */
export class AzureError extends Error implements AzureErrorDetails {
  override readonly name = 'AzureError';
  readonly reason: AzureErrorReason;
  readonly operation: string;
  readonly url?: string;
  readonly status?: number;
  readonly code?: string;
  readonly requestId?: string;
  readonly clientRequestId?: string;
  readonly retryAfterSeconds?: number;

  constructor(details: AzureErrorDetails, options?: ErrorOptions) {
    super(details.message, options);
    this.reason = details.reason;
    this.operation = details.operation;
    if (details.url !== undefined) this.url = details.url;
    if (details.status !== undefined) this.status = details.status;
    if (details.code !== undefined) this.code = details.code;
    if (details.requestId !== undefined) this.requestId = details.requestId;
    if (details.clientRequestId !== undefined) this.clientRequestId = details.clientRequestId;
    if (details.retryAfterSeconds !== undefined) this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
