import {
  AzureCliCredential,
  ClientSecretCredential,
  EnvironmentCredential,
  type TokenCredential,
  useIdentityPlugin,
  VisualStudioCodeCredential,
} from '@azure/identity';
import type { Cloud } from '../../azure/cloud.ts';
import { anyTenant, SignInNeededError, type TokenRequest, type TokenSource } from '../../azure/tokenSource.ts';
import { entraReason } from '../entraReason.ts';
import { claimsIn } from './claims.ts';

/**
 * The only file that imports @azure/identity (400 KB): it is loaded when a credential other than VS Code's accounts is
 * chosen.
 */

export interface ServicePrincipal {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Whatever tenant is asked for is the user's own choice here: all are allowed. */
const anyTenantAllowed = ['*'];

/** The account that `az login` signed in. */
export function azureCliTokens(): TokenSource {
  return tokensOf(new AzureCliCredential({ additionallyAllowedTenants: anyTenantAllowed }));
}

/** What `AZURE_TENANT_ID`, `AZURE_CLIENT_ID` and a secret or certificate in the environment say. */
export function environmentTokens(cloud: Cloud): TokenSource {
  return tokensOf(
    new EnvironmentCredential({ authorityHost: cloud.login, additionallyAllowedTenants: anyTenantAllowed }),
  );
}

export function servicePrincipalTokens(cloud: Cloud, principal: ServicePrincipal): TokenSource {
  return tokensOf(
    new ClientSecretCredential(principal.tenantId, principal.clientId, principal.clientSecret, {
      authorityHost: cloud.login,
      additionallyAllowedTenants: anyTenantAllowed,
      // A custom cloud's authority is not in Microsoft's list of clouds.
      disableInstanceDiscovery: true,
    }),
  );
}

/** The parameter of a plugin package's function; its shape is @azure/identity's own business. */
export type IdentityPlugin = Parameters<typeof useIdentityPlugin>[0];

/** Visual Studio Code's account through a native broker, which the plugin brings. */
export function visualStudioCodeTokens(plugin: IdentityPlugin): TokenSource {
  useIdentityPlugin(plugin);
  return tokensOf(new VisualStudioCodeCredential({ additionallyAllowedTenants: anyTenantAllowed }));
}

/** A credential of @azure/identity as a source of tokens. */
export function tokensOf(credential: TokenCredential): TokenSource {
  return {
    async getToken(request: TokenRequest): Promise<string> {
      const claims = request.challenge === undefined ? undefined : claimsIn(request.challenge);
      try {
        const token = await credential.getToken(`${request.audience}/.default`, {
          ...(request.tenantId !== anyTenant && { tenantId: request.tenantId }),
          ...(claims !== undefined && { claims }),
          ...(request.signal && { abortSignal: request.signal }),
        });
        if (token) return token.token;
      } catch (error) {
        request.signal?.throwIfAborted();
        throw new SignInNeededError(request, entraReason(error), { cause: error });
      }
      throw new SignInNeededError(request);
    },
  };
}
