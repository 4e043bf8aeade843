import type { Method } from './operation.ts';

/** One request on the wire, successful or not. It never holds a token, a key, or anything of a body. */
export interface RequestLogEntry {
  /** `operationId`; follow-ups (pages, polls) carry that of the operation they belong to. */
  readonly operation: string;
  readonly method: Method;
  readonly host: string;
  /** Path and query, with the values of unknown query parameters replaced by `…`. */
  readonly path: string;
  /** From 1; greater ones are repetitions after a transient failure or with a fresh token. */
  readonly attempt: number;
  /** From when the request had its turn to when its answer was complete. */
  readonly durationMs: number;
  readonly clientRequestId: string;
  /** HTTP status; absent when there was no answer. */
  readonly status?: number;
  /** The service's id of the request. */
  readonly requestId?: string;
  /** The service's error code; Node's, or `ABORTED`, when there was no answer. */
  readonly errorCode?: string;
}

/** Where the REST service reports its requests; platform/ prints them into the output channel. */
export interface RequestLog {
  request(entry: RequestLogEntry): void;
}

/** Query parameters whose values say what was asked and cannot be secret. Resource Manager signs URLs in others. */
const harmless = new Set([
  'api-version',
  '$top',
  '$skip',
  'from',
  'size',
  'detailed',
  'force',
  'roleid',
  'principalid',
  'scope',
]);

/** Path and query of a URL as the log may show them, percent-escaped as they are sent. */
export function loggedPath(url: URL): string {
  if (url.search.length < 2) return url.pathname;
  const query = url.search
    .slice(1)
    .split('&')
    .map((pair) => {
      const [name = ''] = pair.split('=', 1);
      return harmless.has(name.toLowerCase()) ? pair : `${name}=…`;
    });
  return `${url.pathname}?${query.join('&')}`;
}
