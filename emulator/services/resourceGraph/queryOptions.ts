import { createHash } from 'node:crypto';
import { ServiceError } from '../../http/serviceError.ts';
import { isObject, objectMember, stringMember, type JsonObject } from '../requestBody.ts';

/** Which rows of the result are wanted, and how. */
export interface QueryWindow {
  readonly skip: number;
  readonly top: number;
  readonly asTable: boolean;
}

/**
 * Reads `options`. `$top` and `$skip` win over what the token remembers (specification `resourcegraph.json`).
 *
 * @param largest upper limit for a page
 * @throws ServiceError 400
 */
export function windowOf(body: JsonObject, query: string, largest: number): QueryWindow {
  const options = objectMember(body, 'options') ?? {};
  const token = stringMember(options, '$skipToken');
  const remembered = token === undefined ? undefined : tokenContent(token, query);
  const format = stringMember(options, 'resultFormat') ?? 'objectArray';
  if (format !== 'objectArray' && format !== 'table') throw invalidOption('resultFormat');
  return {
    skip: whole(options, '$skip', 0) ?? remembered?.from ?? 0,
    top: Math.min(whole(options, '$top', 1) ?? remembered?.top ?? largest, largest),
    asTable: format === 'table',
  };
}

/** The token of the page that starts at row `from`; good for the same query only. */
export function tokenFor(query: string, from: number, top: number): string {
  return Buffer.from(JSON.stringify({ from, top, query: digest(query) })).toString('base64');
}

function tokenContent(token: string, query: string): { from: number; top: number } {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(token, 'base64').toString());
  } catch {
    throw invalidOption('$skipToken');
  }
  if (!isObject(content) || content['query'] !== digest(query)) throw invalidOption('$skipToken');
  return { from: Number(content['from']), top: Number(content['top']) };
}

function digest(query: string): string {
  return createHash('sha256').update(query).digest('base64url').slice(0, 16);
}

function whole(options: JsonObject, name: string, least: number): number | undefined {
  const value = options[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
  throw invalidOption(name);
}

function invalidOption(name: string): ServiceError {
  return new ServiceError(400, 'BadRequest', 'The query options are not valid.', {
    details: [{ code: 'InvalidQueryOptions', message: `The value of '${name}' cannot be used.` }],
  });
}
