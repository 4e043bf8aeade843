import type { Authentication } from '../auth/authenticate.ts';
import type { Reply, Request } from '../http/exchange.ts';
import { ServiceError } from '../http/serviceError.ts';
import type { CaughtFault } from './faults.ts';

interface Parts {
  readonly authentication: Authentication;
  readonly now: number;
}

/** The answer of a fault that keeps the request from being carried out; undefined for the other faults. */
export function faultReply(fault: CaughtFault, request: Request, parts: Parts): Reply | undefined {
  switch (fault.kind) {
    case 'reply':
      return { status: fault.status, headers: fault.headers, ...('body' in fault && { body: fault.body }) };
    case 'throttle':
      return throttled(request, fault.seconds).toReply();
    case 'expiredToken':
      return parts.authentication.expired(request, parts.now - 1000).toReply();
    case 'claimsChallenge':
      return claimsChallenge(request, fault.notBefore).toReply();
    case 'delay':
    case 'drop':
    case 'failedOperation':
      return undefined;
  }
}

/** Resource Manager's body has an envelope; the development endpoint's text is that of SynapseVSCode#51. */
function throttled(request: Request, seconds: number): ServiceError {
  const headers = { 'Retry-After': String(seconds) };
  const text = `You have exceeded the amount of requests allowed in the current time frame and further requests will fail. Retry in ${seconds} seconds.`;
  return request.addressed.service === 'workspace'
    ? new ServiceError(429, 'TooManyRequests', text, { headers, flat: true })
    : new ServiceError(429, 'TooManyRequests', `The request is throttled. Retry after ${seconds} seconds.`, {
        headers,
      });
}

/** Continuous access evaluation as Resource Manager does it (azure-sdk-for-go#19902). */
function claimsChallenge(request: Request, notBefore: number): ServiceError {
  const { service, urls } = request.addressed;
  const claims = { access_token: { nbf: { essential: true, value: String(notBefore) } } };
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64');
  const challenge = `Bearer realm="", authorization_uri="${urls.activeDirectory}/common/oauth2/authorize", error="insufficient_claims", claims="${encoded}"`;
  return new ServiceError(401, 'AuthenticationFailed', 'Authentication failed. A token with more claims is needed.', {
    headers: { 'WWW-Authenticate': challenge },
    flat: service === 'workspace',
  });
}
