import {
  AzureCliCredential,
  ClientSecretCredential,
  EnvironmentCredential,
  type TokenCredential,
  useIdentityPlugin,
  VisualStudioCodeCredential,
} from '@azure/identity';
import type { Cloud } from '../../azure/cloud.ts';
import { anyTenant, type TokenSource } from '../../azure/tokenSource.ts';
import { tokensOf } from './tokensOf.ts';

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
  return tokensByTenant(
    (tenantId = principal.tenantId) =>
      new ClientSecretCredential(tenantId, principal.clientId, principal.clientSecret, {
        authorityHost: cloud.login,
        // A custom cloud's authority is not in Microsoft's list of clouds.
        disableInstanceDiscovery: true,
      }),
  );
}

/** The parameter of a plugin package's function; its shape is @azure/identity's own business. */
export type IdentityPlugin = Parameters<typeof useIdentityPlugin>[0];

/** Visual Studio Code's account through a native broker, which the plugin brings. */
export function visualStudioCodeTokens(cloud: Cloud, plugin: IdentityPlugin): TokenSource {
  useIdentityPlugin(plugin);
  // The library takes no authority by http, which only an emulator has.
  const authority = cloud.login.startsWith('https:') ? { authorityHost: cloud.login } : {};
  return tokensByTenant(
    (tenantId) => new VisualStudioCodeCredential({ ...authority, ...(tenantId !== undefined && { tenantId }) }),
  );
}

/**
 * A credential of its own for each tenant. One for all of them can hand out a token of the wrong one: the library's
 * silent requests to a broker name no tenant, and its cache knows the tenants of an authority with a path by that path.
 */
function tokensByTenant(make: (tenantId: string | undefined) => TokenCredential): TokenSource {
  const byTenant = new Map<string, TokenSource>();
  const sourceFor = (tenantId: string): TokenSource => {
    const source = byTenant.get(tenantId) ?? tokensOf(make(tenantId === anyTenant ? undefined : tenantId));
    byTenant.set(tenantId, source);
    return source;
  };
  return { getToken: async (request) => await sourceFor(request.tenantId).getToken(request) };
}
