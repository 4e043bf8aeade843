import type { TokenRequest } from '../azure/tokenSource.ts';
import { anyTenant } from '../azure/tokenSource.ts';

export type AccountScopes = readonly string[];

/**
 * The scopes to ask VS Code's `microsoft` provider for: one audience's `/.default`, and the tenant as the provider's
 * `VSCODE_TENANT:` pseudo-scope. Without it the account's own tenant answers.
 */
export function scopesFor({ tenantId, audience }: Pick<TokenRequest, 'tenantId' | 'audience'>): AccountScopes {
  const scope = `${audience}/.default`;
  return tenantId === anyTenant ? [scope] : [scope, `VSCODE_TENANT:${tenantId}`];
}
