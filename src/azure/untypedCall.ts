import { parseExact } from './exactJson.ts';
import type { LongRunningOperation, Operation, PagedOperation, PlainOperation } from './operation.ts';
import type { ReplyFacts, RestService, RunOptions } from './restService.ts';

/** Parameters that no compiler has checked: what a person has written. */
export interface UntypedParameters {
  readonly tenantId: string;
  readonly accountId?: string;
  /** Of operations of the workspace plane. */
  readonly endpoint?: string;
  /** Values of the path's parameters by their names; all of them. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text, sent as it stands, or bytes. */
  readonly body?: string | Uint8Array;
}

/** An answer, or a page of one. */
export interface UntypedAnswer {
  /** As `exactJson.ts` reads it, so that numbers keep their text; of a page all that came, not only its rows. */
  readonly body: unknown;
  /** Whether another page follows. */
  readonly more: boolean;
}

/**
 * Calls an operation whose types nobody knows at compile time, in the way that its declaration asks for: at once, page by page
 * as lazily as the caller iterates, or followed to its end. Everything else (tokens, trusted hosts, escaping, retries) is what
 * the REST service does for every call.
 *
 * @throws as the REST service; TypeError for a path parameter that is missing.
 */
export async function* answersTo(
  rest: RestService,
  operation: Operation,
  { path, body, ...others }: UntypedParameters,
  options: RunOptions,
): AsyncGenerator<UntypedAnswer, void, undefined> {
  const parameters = { ...path, ...others };
  if (isPaged(operation)) {
    // Resource Graph's pages are asked for in the body, so that the service must be able to read it.
    const inBody = operation.pages.by === 'skipToken';
    const sent =
      body === undefined ? {} : { body: inBody && typeof body === 'string' ? (JSON.parse(body) as unknown) : body };
    const asked = { ...operation, ...(!inBody && { exact: true as const }) };
    let text = '';
    const onReply = (reply: ReplyFacts): void => {
      ({ text } = reply);
      options.onReply?.(reply);
    };
    for await (const { more } of rest.pages(asked, { ...parameters, ...sent }, { ...options, onReply })) {
      yield { body: parseExact(text), more };
    }
    return;
  }
  const exact = { ...operation, exact: true as const };
  const given = { ...parameters, ...(body !== undefined && { body }) };
  const answer = isLongRunning(exact)
    ? await rest.run(exact, given, options)
    : await rest.call(plain(exact), given, options);
  yield { body: answer, more: false };
}

function isPaged(operation: Operation): operation is PagedOperation {
  return operation.pages !== undefined;
}

function isLongRunning(operation: Operation): operation is LongRunningOperation {
  return operation.longRunning !== undefined;
}

/** What is neither paged nor long-running is answered at once. */
function plain(operation: Operation): PlainOperation {
  const { pages: _pages, longRunning: _longRunning, ...rest } = operation;
  return rest;
}
