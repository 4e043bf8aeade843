import type { AccessToken, TokenCredential } from '@azure/identity';
import { anyTenant, SignInNeededError, type TokenRequest, type TokenSource } from '../../azure/tokenSource.ts';
import { entraReason } from '../entraReason.ts';
import { claimsIn } from './claims.ts';

/** A token that ends sooner is not handed out any more. */
const leastMilliseconds = 5 * 60_000;

/**
 * A credential of @azure/identity as a source of tokens. Not all of them keep tokens (that of the Azure CLI starts a
 * process each time), so they are kept here, and requests at the same time share one question.
 */
export function tokensOf(credential: TokenCredential): TokenSource {
  const kept = new Map<string, Promise<AccessToken>>();
  return {
    async getToken(request: TokenRequest): Promise<string> {
      const key = JSON.stringify([request.tenantId, request.audience]);
      const known = request.fresh === true || request.challenge !== undefined ? undefined : kept.get(key);
      if (known) {
        const { token, expiresOnTimestamp } = await known;
        if (expiresOnTimestamp - Date.now() > leastMilliseconds) return token;
      }
      const asked = ask(credential, request);
      kept.set(key, asked);
      try {
        return (await asked).token;
      } catch (error) {
        if (kept.get(key) === asked) kept.delete(key);
        throw error;
      }
    },
  };
}

/** The request's own signal is left out: others may be waiting for the same answer. */
async function ask(credential: TokenCredential, request: TokenRequest): Promise<AccessToken> {
  const claims = request.challenge === undefined ? undefined : claimsIn(request.challenge);
  let token: AccessToken | null;
  try {
    token = await credential.getToken(`${request.audience}/.default`, {
      ...(request.tenantId !== anyTenant && { tenantId: request.tenantId }),
      ...(claims !== undefined && { claims }),
    });
  } catch (error) {
    throw new SignInNeededError(request, entraReason(error), { cause: error });
  }
  if (token) return token;
  throw new SignInNeededError(request);
}
