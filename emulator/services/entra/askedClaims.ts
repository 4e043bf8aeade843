import type { AskedClaims } from '../../auth/tokens.ts';
import { isObject } from '../requestBody.ts';
import { EntraError } from './entraError.ts';

/**
 * What the parameter `claims` asks of the access token (OpenID Connect Core 5.5, with Entra's member `access_token`).
 * Clients send what a challenge gave them, and their capabilities as the claim `xms_cc`.
 *
 * @throws EntraError when it is no JSON object
 */
export function askedClaims(parameter: string | null): AskedClaims | undefined {
  if (!parameter) return undefined;
  let claims: unknown;
  try {
    claims = JSON.parse(parameter);
  } catch {
    // Refused below, as any other value that is no object.
  }
  if (!isObject(claims)) throw new EntraError(400, 'invalid_request', 9002313, "The parameter 'claims' is malformed.");
  const asked = claims['access_token'];
  return isObject(asked) ? asked : undefined;
}
