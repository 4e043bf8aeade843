import { AzureError } from './azureError.ts';
import type { Operation } from './operation.ts';

/** A call's parameters as the compiler no longer sees them: `ParametersOf` has checked them already. */
export type Parameters = Readonly<Record<string, unknown>>;

/**
 * The URL of an operation: base, path with its parameters escaped, the path's own query, `api-version` and the query.
 *
 * @param base Without a trailing slash; may end in a path (`http://127.0.0.1:1/resourceManager`).
 * @throws TypeError for a parameter that is missing or no text: an error of the program.
 * @throws AzureError `invalidName` for a text that cannot stand in a path.
 */
export function operationUrl(
  base: string,
  operation: Pick<Operation, 'id' | 'path' | 'apiVersion' | 'wholePaths'>,
  parameters: Parameters,
): URL {
  const { id, path, apiVersion, wholePaths } = operation;
  const url = new URL(base + filledPath(id, path, parameters, wholePaths));
  const query = [url.search.slice(1), queryText(apiVersion, parameters['query'])].filter((part) => part !== '');
  if (query.length > 0) url.search = query.join('&');
  return url;
}

/**
 * Fills `{parameters}` of a path template with percent-escaped values. Errors as `operationUrl`.
 *
 * @param wholePaths Names of the parameters whose values are paths: their slashes stay, one at the beginning is dropped.
 */
export function filledPath(
  operationId: string,
  template: string,
  parameters: Parameters,
  wholePaths: readonly string[] = [],
): string {
  return template.replace(/\{([^{}]+)\}/g, (_match, name: string) => {
    const value = parameters[name];
    if (typeof value !== 'string' || value === '') {
      throw new TypeError(`${operationId}: the path parameter ${name} is missing`);
    }
    if (!wholePaths.includes(name)) return escapedSegment(operationId, name, value);
    const segments = value.replace(/^\//, '').split('/');
    if (segments.includes('')) throw invalidName(operationId, name, value);
    return segments.map((segment) => escapedSegment(operationId, name, segment)).join('/');
  });
}

function escapedSegment(operationId: string, name: string, value: string): string {
  // Escaping does not help these two: a URL parser takes %2e for a dot and climbs to the parent.
  if (value === '.' || value === '..') throw invalidName(operationId, name, value);
  try {
    return encodeURIComponent(value);
  } catch {
    // A lone surrogate has no UTF-8 form.
    throw invalidName(operationId, name, value.toWellFormed());
  }
}

function invalidName(operation: string, name: string, value: string): AzureError {
  return new AzureError({
    reason: 'invalidName',
    operation,
    message: `${JSON.stringify(value)} cannot be a ${name}: it cannot stand in a URL's path.`,
  });
}

function queryText(apiVersion: string | undefined, query: unknown): string {
  const pairs = apiVersion === undefined ? [] : [`api-version=${encodeURIComponent(apiVersion)}`];
  if (typeof query === 'object' && query !== null) {
    for (const [name, value] of Object.entries(query)) {
      if (value === undefined || value === null) continue;
      // Lists are comma-separated, as OpenAPI's default `collectionFormat` has them.
      const text = Array.isArray(value) ? value.map(String).join(',') : String(value);
      pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
    }
  }
  return pairs.join('&');
}
