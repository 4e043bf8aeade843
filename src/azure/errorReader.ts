import { isObject, jsonOrNothing, looksLikeMarkup, member, textMember } from './json.ts';
import { maskSecrets } from './maskSecrets.ts';

/** What a service said about a failure. */
export interface ServiceError {
  /** Never empty, at most `longestMessage` characters. */
  readonly message: string;
  /** The service's code as text, also where it came as a number. */
  readonly code?: string;
}

export interface ErrorReply {
  readonly status: number;
  readonly statusText: string;
  readonly text: string;
}

const longestMessage = 4_000;
const mostDetails = 10;
/** Details within details; a body may have so many that following them all ends the program. */
const deepestDetails = 5;

/**
 * Reads the error of a refused request. Azure has many shapes: an `error` envelope or none, numeric codes, `error` as a
 * text, JSON in a text, `details` with the real reason, SQL's and Data Factory's flat objects, web pages of proxies,
 * nothing at all. Understands all that were recorded and falls back to the body's text, then to the status line.
 *
 * @param secrets Texts that must not appear in the message (the token that was sent).
 */
export function readServiceError(reply: ErrorReply, secrets: readonly string[] = []): ServiceError {
  const fallback = statusLine(reply);
  const text = reply.text.trim();
  if (text === '') return { message: fallback };
  if (looksLikeMarkup(text)) return { message: finished(`${fallback}: ${textOfMarkup(text)}`, secrets) };
  const body = jsonOrNothing(text);
  if (body === undefined) return { message: finished(`${fallback}: ${text}`, secrets) };
  return readErrorBody(body, fallback, secrets);
}

/**
 * Reads the error inside a parsed body, also one that came with a success status (a failed long-running operation).
 *
 * @param fallback The message when the body has none.
 */
export function readErrorBody(body: unknown, fallback: string, secrets: readonly string[] = []): ServiceError {
  const found = errorIn(typeof body === 'string' ? (jsonOrNothing(body) ?? body) : body);
  const parts = [found.message, ...found.additions].flatMap((part) =>
    part === undefined || part.trim() === '' ? [] : [part],
  );
  const message = finished(withoutRepetitions(parts).join('\n') || found.code || fallback, secrets) || fallback;
  return found.code === undefined ? { message } : { message, code: finished(found.code, secrets) };
}

interface Found {
  message: string | undefined;
  code: string | undefined;
  additions: (string | undefined)[];
}

function errorIn(body: unknown): Found {
  if (typeof body === 'string') return { message: body, code: undefined, additions: [] };
  const envelope = [member(body, 'error'), member(body, 'odata.error'), member(body, 'Error')].find(isObject);
  const error = envelope ?? body;
  const stated = messageOf(error);
  const inner = isObject(stated.nested) ? errorIn(stated.nested) : undefined;
  return {
    message: inner?.message ?? stated.text,
    code: codeOf(error) ?? inner?.code,
    additions: [
      ...(inner?.additions ?? []),
      // Notebooks name the failed component in a text beside the message, Microsoft Entra explains there.
      textMember(body, 'error_description'),
      textMember(error, 'error'),
      ...detailsOf(member(error, 'details')),
    ],
  };
}

/** The message, and the JSON that it consists of when the service wrapped the error of another one as text. */
function messageOf(error: unknown): { text: string | undefined; nested?: unknown } {
  const message = member(error, 'message') ?? member(error, 'Message');
  const text = typeof message === 'string' ? message : textMember(message, 'value');
  return text?.trimStart().startsWith('{') ? { text, nested: jsonOrNothing(text) } : { text };
}

function codeOf(error: unknown): string | undefined {
  const code = member(error, 'code') ?? member(error, 'Code');
  return (typeof code === 'string' && code !== '') || typeof code === 'number' ? String(code) : undefined;
}

function detailsOf(details: unknown, depth = 1): string[] {
  if (!Array.isArray(details) || depth > deepestDetails) return [];
  return details.slice(0, mostDetails).flatMap((detail: unknown) => {
    const code = codeOf(detail);
    const { text } = messageOf(detail);
    if (text === undefined) return code === undefined ? [] : [code];
    return [
      code === undefined ? text : `${code}: ${text}`,
      ...detailsOf(member(detail, 'details'), depth + 1).slice(0, 1),
    ];
  });
}

function withoutRepetitions(parts: readonly string[]): string[] {
  return parts.filter((part, index) => !parts.slice(0, index).some((earlier) => earlier.includes(part)));
}

/** A page's title, else its words. */
function textOfMarkup(markup: string): string {
  const head = markup.slice(0, 100_000);
  const title = /<title[^>]*>([^<]*)</i.exec(head)?.[1]?.trim();
  const words = (title !== undefined && title !== '' ? title : head.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? 'a web page' : words;
}

function statusLine({ status, statusText }: ErrorReply): string {
  return statusText.trim() === '' ? `HTTP ${status}` : `HTTP ${status} ${statusText.trim()}`;
}

/** Secrets go first: a text cut in the middle of one would no longer be recognised. */
function finished(text: string, secrets: readonly string[]): string {
  const masked = maskSecrets(text, secrets).trim();
  return masked.length <= longestMessage ? masked : `${masked.slice(0, longestMessage - 1).toWellFormed()}…`;
}
