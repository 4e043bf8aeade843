import { randomUUID } from 'node:crypto';
import type { Reply, Request } from './exchange.ts';

/**
 * The headers that every answer carries. Remaining calls are constant: the figures of a fresh token bucket (public
 * documentation of Resource Manager's limits since 2024); nothing here ever runs out, throttling is a fault.
 */
export function standardHeaders(request: Request, reply: Reply, now: number): Record<string, string> {
  const headers: Record<string, string> = {
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'x-ms-request-id': randomUUID(),
  };
  const clientRequestId = request.headers['x-ms-client-request-id'];
  const wantsItBack = String(request.headers['x-ms-return-client-request-id'] ?? '').toLowerCase() === 'true';
  if (wantsItBack && clientRequestId !== undefined) headers['x-ms-client-request-id'] = String(clientRequestId);
  if (request.addressed.service === 'graph') Object.assign(headers, graphHeaders(request));
  if (request.addressed.service === 'resourceManager') Object.assign(headers, resourceManagerHeaders(request, now));
  if (reply.body !== undefined) headers['Content-Type'] = 'application/json; charset=utf-8';
  return { ...headers, ...reply.headers };
}

/** Microsoft Graph's ids have other names, and it always gives the client's back. */
function graphHeaders({ headers }: Request): Record<string, string> {
  const id = randomUUID();
  return { 'request-id': id, 'client-request-id': String(headers['client-request-id'] ?? id), 'OData-Version': '4.0' };
}

function resourceManagerHeaders({ method, addressed }: Request, now: number): Record<string, string> {
  const correlationId = randomUUID();
  const time = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const headers = {
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'x-ms-correlation-request-id': correlationId,
    'x-ms-routing-request-id': `EMULATOR:${time}:${correlationId}`,
  };
  if (/^\/providers\/microsoft\.resourcegraph\//i.test(addressed.path)) {
    return { ...headers, 'x-ms-user-quota-remaining': '14', 'x-ms-user-quota-resets-after': '00:00:05' };
  }
  const scope = /^\/subscriptions\/./i.test(addressed.path) ? 'subscription' : 'tenant';
  const kind = method === 'GET' ? 'reads' : method === 'DELETE' ? 'deletes' : 'writes';
  const remaining = kind === 'reads' ? 249 : 199;
  return {
    ...headers,
    [`x-ms-ratelimit-remaining-${scope}-${kind}`]: String(remaining),
    [`x-ms-ratelimit-remaining-${scope}-global-${kind}`]: String((remaining + 1) * 15 - 1),
  };
}
