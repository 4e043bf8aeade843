import { ServiceError } from '../http/serviceError.ts';
import type { ServiceUrls } from '../http/serviceUrls.ts';
import { issuerOf } from './tokens.ts';

/** Why a token is not accepted. */
export type TokenProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'expired'; readonly expiredAt: string; readonly now: string }
  | { readonly kind: 'audience'; readonly actual: string; readonly allowed: readonly string[] }
  | { readonly kind: 'tenant'; readonly actual: string; readonly wanted: string };

/** Resource Manager's (and Graph's) refusal: an envelope and a challenge that names the authority. */
export function unauthorizedByResourceManager(problem: TokenProblem, urls: ServiceUrls): ServiceError {
  const [code, message] = resourceManagerText(problem, urls);
  const tenant = problem.kind === 'tenant' ? problem.wanted : 'common';
  const challenge = `Bearer authorization_uri="${urls.activeDirectory}/${tenant}", error="invalid_token", error_description="${message.replaceAll('"', "'")}"`;
  return new ServiceError(401, code, message, { headers: { 'WWW-Authenticate': challenge } });
}

function resourceManagerText(problem: TokenProblem, urls: ServiceUrls): readonly [code: string, message: string] {
  switch (problem.kind) {
    case 'missing':
      return ['AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing."];
    case 'invalid':
      return ['InvalidAuthenticationToken', 'The access token is invalid.'];
    case 'expired':
      return [
        'ExpiredAuthenticationToken',
        `The access token expiry UTC time '${problem.expiredAt}' is earlier than current UTC time '${problem.now}'.`,
      ];
    case 'audience':
      return [
        'InvalidAuthenticationTokenAudience',
        `The access token is for the audience '${problem.actual}', which is none of '${problem.allowed.join(', ')}'.`,
      ];
    case 'tenant':
      return [
        'InvalidAuthenticationTokenTenant',
        `The access token is from the wrong issuer '${issuerOf(problem.actual)}'. It must match the tenant '${issuerOf(problem.wanted)}' associated with this subscription. Please use the authority '${urls.activeDirectory}/${problem.wanted}' to get the token.`,
      ];
  }
}

/** The development endpoint's refusal: flat, without a challenge (semantics of 2021 recordings and later threads). */
export function unauthorizedByWorkspace(problem: TokenProblem): ServiceError {
  const [code, reason] = workspaceText(problem);
  return new ServiceError(401, code, `Token Authentication failed with ${reason}`, { flat: true });
}

function workspaceText(problem: TokenProblem): readonly [code: string, reason: string] {
  switch (problem.kind) {
    case 'missing':
      return ['AuthenticationFailed', 'SecurityTokenException - The request carries no bearer token.'];
    case 'invalid':
      return ['AuthenticationFailed', 'SecurityTokenInvalidSignatureException - The token is not valid.'];
    case 'expired':
      return [
        'ExpiredAuthenticationToken',
        `SecurityTokenExpiredException - IDX10223: Lifetime validation failed. The token is expired. ValidTo: '${problem.expiredAt}', Current time: '${problem.now}'.`,
      ];
    case 'audience':
      return [
        'InvalidTokenAuthenticationAudience',
        "SecurityTokenInvalidAudienceException - IDX10214: Audience validation failed. Audiences: '[PII is hidden]'.",
      ];
    case 'tenant':
      return [
        'InvalidTokenIssuer',
        "SecurityTokenInvalidIssuerException - IDX10205: Issuer validation failed. Issuer: '[PII is hidden]'.",
      ];
  }
}
