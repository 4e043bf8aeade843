import type { Request } from './attempt.ts';
import type { Cloud } from './cloud.ts';
import { trustedBase, trustedLink } from './hostTrust.ts';
import { isObject } from './json.ts';
import type { Operation } from './operation.ts';
import { type NextPage, withSkipToken } from './paging.ts';
import { operationUrl, type Parameters } from './urls.ts';

export interface FirstRequest {
  readonly request: Request;
  /** What all URLs that replies lead to must be below. */
  readonly base: string;
}

/**
 * The request that a call begins with.
 *
 * @throws TypeError for what the program must give and did not; AzureError `untrustedHost` or `invalidName`.
 */
export function firstRequest(cloud: Cloud, operation: Operation, parameters: Parameters): FirstRequest {
  const { tenantId, accountId, endpoint, body, headers } = parameters;
  if (typeof tenantId !== 'string' || tenantId === '') throw new TypeError(`${operation.id}: tenantId is missing`);
  const base = trustedBase(cloud, operation.plane, operation.id, endpoint);
  const request = {
    operation,
    tenantId,
    ...(typeof accountId === 'string' && { accountId }),
    method: operation.method,
    url: operationUrl(base, operation, parameters),
    headers: ownHeaders(headers),
    ...(body === undefined ? {} : { body: bodyOf(operation, body) }),
  };
  return { request, base };
}

/**
 * The request for the next page.
 *
 * @param first The list's first request.
 * @param at URL of the page that leads to the next one.
 * @throws AzureError `untrustedHost`
 */
export function nextRequest(next: NextPage, first: Request, at: URL, base: string, parameters: Parameters): Request {
  if ('url' in next) {
    const { body: _body, ...request } = first;
    return { ...request, method: 'GET', url: trustedLink(next.url, at, base, first.operation.id) };
  }
  if ('skipToken' in next) {
    return { ...first, body: JSON.stringify(withSkipToken(parameters['body'], next.skipToken)) };
  }
  return { ...first, headers: { ...first.headers, [next.header]: next.value } };
}

function bodyOf({ exact }: Operation, body: unknown): string | Uint8Array {
  if (body instanceof Uint8Array) return body;
  return exact === true && typeof body === 'string' ? body : JSON.stringify(body);
}

function ownHeaders(headers: unknown): Record<string, string> {
  const own: Record<string, string> = {};
  if (!isObject(headers)) return own;
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string' || typeof value === 'number') own[name] = String(value);
  }
  return own;
}
