import { isLosslessNumber, parse, stringify } from 'lossless-json';
import type { JsonObject } from './json.ts';

/**
 * JSON whose numbers keep their text: `1.0` stays `1.0`, and a 20-digit integer stays what it is. For documents that are
 * read, changed in one place and sent back, where `JSON.parse` would change what nobody has touched.
 *
 * Loaded only by what needs it. Numbers of a document are objects here; `numberIn` reads them.
 */
export type ExactDocument = JsonObject;

/**
 * Reads JSON. Of members with the same name the last one counts, as for `JSON.parse`.
 * @throws SyntaxError
 */
export function parseExact(text: string): unknown {
  return parse(text, undefined, { onDuplicateKey: ({ newValue }) => newValue });
}

/** The document as JSON text; plain numbers may stand in it beside those that were read. */
export function exactText(document: ExactDocument): string {
  return stringify(document) ?? '';
}

/** A document's number as a plain one, for showing and comparing; undefined for everything that is none. */
export function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return isLosslessNumber(value) ? Number(value.value) : undefined;
}
