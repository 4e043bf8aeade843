import * as vscode from 'vscode';
import type { Cloud } from '../../azure/cloud.ts';
import type { RestService } from '../../azure/restService.ts';
import { anyTenant, type TokenSource } from '../../azure/tokenSource.ts';
import { listTenants, type TenantAccess } from '../../platform/tenants.ts';
import type { Identities } from '../identities.ts';
import type { CredentialKind } from './credentialKinds.ts';
import { readServicePrincipal } from './readCredentials.ts';
import { servicePrincipalSecret } from './servicePrincipalSecret.ts';

/** Credentials that @azure/identity brings. */
export type LibraryCredential = Exclude<CredentialKind, 'account' | 'ownClient'>;

/**
 * Tokens by one of @azure/identity's credentials; the library is loaded here.
 * @param ask Whether the user may be asked for a secret.
 * @returns undefined when a secret is missing and was not asked for, or not given
 * @throws Error that says which setting or package is missing
 */
export async function credentialTokens(
  kind: LibraryCredential,
  cloud: Cloud,
  secrets: vscode.SecretStorage,
  ask: boolean,
): Promise<TokenSource | undefined> {
  const library = await import('./azureIdentity.ts');
  switch (kind) {
    case 'azureCli':
      return library.azureCliTokens();
    case 'environment':
      return library.environmentTokens(cloud);
    case 'servicePrincipal': {
      const principal = readServicePrincipal();
      const clientSecret = await servicePrincipalSecret(secrets, principal, ask);
      return clientSecret === undefined
        ? undefined
        : library.servicePrincipalTokens(cloud, { ...principal, clientSecret });
    }
    case 'visualStudioCode': {
      const { loadIdentityPlugin } = await import('./identityPlugin.ts');
      return library.visualStudioCodeTokens(cloud, await loadIdentityPlugin());
    }
  }
}

/** Who is signed in when Azure Resource Manager is asked with one of the library's credentials. */
export function credentialIdentities(kind: LibraryCredential, tokens: TokenSource): Identities {
  const tenantId = kind === 'servicePrincipal' ? readServicePrincipal().tenantId : anyTenant;
  return {
    label: labelOf(kind),
    tokens,
    // Nothing tells when such a credential stops working; the next request does.
    ended: new Promise(() => undefined),
    async tenants(rest: RestService, signal: AbortSignal): Promise<readonly TenantAccess[]> {
      const tenants = await listTenants(rest, { tenantId }, signal);
      return tenants.length > 0 ? tenants : [{ tenantId, displayName: labelOf(kind) }];
    },
    signIn: () => Promise.reject(new Error(adviceOf(kind))),
    dispose: () => undefined,
  };
}

function labelOf(kind: LibraryCredential): string {
  switch (kind) {
    case 'azureCli':
      return vscode.l10n.t('Azure CLI');
    case 'environment':
      return vscode.l10n.t('Environment variables');
    case 'servicePrincipal':
      return vscode.l10n.t('Service principal {0}', readServicePrincipal().clientId);
    case 'visualStudioCode':
      return vscode.l10n.t('Visual Studio Code');
  }
}

/** What to do when such a credential gets no token: none of them can ask here. */
export function adviceOf(kind: LibraryCredential): string {
  switch (kind) {
    case 'azureCli':
      return vscode.l10n.t('Run “az login” in a terminal, for that tenant (--tenant), and refresh.');
    case 'environment':
      return vscode.l10n.t('Check AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, and start VS Code again.');
    case 'servicePrincipal':
      return vscode.l10n.t(
        'Sign out to forget the secret and sign in again to give another, or let the service principal into that tenant.',
      );
    case 'visualStudioCode':
      return vscode.l10n.t('Sign in to VS Code’s own account, or choose another credential.');
  }
}
