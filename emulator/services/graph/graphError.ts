import { randomUUID } from 'node:crypto';
import type { Request } from '../../http/exchange.ts';
import { ServiceError } from '../../http/serviceError.ts';

/** A refusal in Microsoft Graph's shape: an envelope whose `innerError` repeats the ids of the request. */
export function graphError(request: Request, status: number, code: string, message: string): ServiceError {
  const id = randomUUID();
  const clientId = request.headers['client-request-id'] ?? id;
  const innerError = { date: new Date().toISOString().slice(0, 19), 'request-id': id, 'client-request-id': clientId };
  return new ServiceError(status, code, message, { innerError, headers: { 'request-id': id } });
}

/** A query that cannot be answered. */
export function unsupportedQuery(request: Request, message: string): ServiceError {
  return graphError(request, 400, 'Request_UnsupportedQuery', message);
}
