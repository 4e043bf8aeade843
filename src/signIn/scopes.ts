import { anyTenant, type TokenRequest } from '../azure/tokenSource.ts';

/**
 * The scopes to ask VS Code's providers of Microsoft accounts for: one audience's `/.default`, and as pseudo-scopes
 * the tenant (without one, the account's own tenant answers) and the client id, where it is not to be VS Code's own.
 */
export function scopesFor(
  { tenantId, audience }: Pick<TokenRequest, 'tenantId' | 'audience'>,
  clientId?: string,
): readonly string[] {
  return [
    `${audience}/.default`,
    ...(tenantId === anyTenant ? [] : [`VSCODE_TENANT:${tenantId}`]),
    ...(clientId === undefined ? [] : [`VSCODE_CLIENT_ID:${clientId}`]),
  ];
}
