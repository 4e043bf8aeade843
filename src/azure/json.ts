import { AzureError } from './azureError.ts';
import type { TransportReply } from './transport.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member if `value` is an object and has it. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}

/** The member if it is a text with something in it. */
export function textMember(value: unknown, name: string): string | undefined {
  const text = member(value, name);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

export type ParseJson = (text: string) => unknown;

/**
 * The JSON of a successful reply; `undefined` for an empty body (204, deletes).
 *
 * @throws AzureError `unreadable` for anything else, such as the sign-in page of a network's gateway.
 */
export function jsonOf(reply: TransportReply, operation: string, parse: ParseJson = JSON.parse): unknown {
  if (reply.text.trim() === '') return undefined;
  try {
    return parse(reply.text);
  } catch {
    // The parser's own message quotes the document, which may hold secrets.
    const what = looksLikeMarkup(reply.text) ? 'a web page' : 'text that is not JSON';
    throw new AzureError({
      reason: 'unreadable',
      operation,
      status: reply.status,
      message: `The answer is ${what} instead of JSON (HTTP ${reply.status}). Something between here and Azure may have answered.`,
    });
  }
}

/** JSON or undefined, never an error: for bodies of which nothing is expected. */
export function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function looksLikeMarkup(text: string): boolean {
  return /^\s*</.test(text);
}
