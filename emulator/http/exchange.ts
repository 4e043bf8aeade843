import type { IncomingHttpHeaders } from 'node:http';
import type { Addressed } from './addresses.ts';

/** A request, read to its end. */
export interface Request {
  readonly method: string;
  /** Path and query exactly as they came. */
  readonly target: string;
  readonly addressed: Addressed;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The body; empty when there was none. */
  readonly text: string;
  /** Of the body as it came, which need not be text. */
  readonly bytes: number;
}

/** What a handler answers. Header names are written as the service writes them. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON (`JsonText`, and a string, as it is); absent means an empty body. */
  readonly body?: unknown;
}

/** The value of a query parameter; their names are not case-sensitive on Azure's side. */
export function queryParameter(request: Request, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of request.query) if (key.toLowerCase() === wanted) return value;
  return undefined;
}
