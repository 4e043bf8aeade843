import type { HttpDocument, HttpRequest, Problem } from '../document/httpDocument.ts';
import { parseDocument } from '../document/parseDocument.ts';
import { matchOperation } from '../requests/matchOperation.ts';
import { type KnownOperation, knownOperations, operationNamed } from '../requests/operationCatalogue.ts';
import { prepareRequest } from '../requests/prepareRequest.ts';
import { anyWorkspace, valuesOf } from '../places/placeValues.ts';
import { substituted, variablesIn } from '../document/variables.ts';

/** A document as the editor knows it while it is written: nothing is asked of any service. */
export interface LookedAt {
  readonly document: HttpDocument;
  /** For each request, the operation that it means, as far as can be told. */
  readonly operations: readonly (KnownOperation | undefined)[];
  readonly problems: readonly Problem[];
}

/** Reads a document and says what is wrong with it; the workspace may be any. */
export function lookAt(text: string): LookedAt {
  const document = parseDocument(text);
  const values = valuesOf(document, anyWorkspace);
  const problems: Problem[] = [...document.problems];
  const broken = new Set(document.problems.map(({ line }) => line));
  const operations = document.requests.map((request) => {
    const { problems: found, prepared } = prepareRequest(request, values);
    // The parser has said already what is wrong with the line.
    if (!broken.has(request.lines.request)) problems.push(...found);
    return prepared?.known ?? operationOf(request, values);
  });
  return { document, operations, problems };
}

/** The operation of a request that cannot be sent yet, so that there is help with the rest of it. */
function operationOf(request: HttpRequest, values: ReadonlyMap<string, string>): KnownOperation | undefined {
  if (request.operation !== undefined) return operationNamed(request.operation);
  const complete = new Map([...variablesIn(request.path).map((name) => [name, 'any'] as const), ...values]);
  try {
    const [, first = '', rest = ''] = /^(\{\{[^{}]*\}\})?(.*)$/su.exec(request.path) ?? [];
    const path = substituted(first, complete) + substituted(rest, complete, encodeURIComponent);
    const segments = path
      .replace(/^\/|\/$/gu, '')
      .split('/')
      .map(decodeURIComponent);
    return matchOperation(knownOperations, request.method, segments, request.query)?.known;
  } catch {
    return undefined;
  }
}

/** The request at a line: the one whose lines hold it, else the last that begins before it. */
export function requestAt(document: HttpDocument, line: number): number {
  const index = document.requests.findLastIndex(({ lines }) => lines.request <= line);
  const next = document.requests[index + 1];
  // The separator and the comments above a request are its own.
  const current = document.requests[index];
  if (next && current && line >= current.lines.end) return index + 1;
  return index < 0 ? 0 : index;
}
