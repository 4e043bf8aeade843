import { Tenants } from '../api/arm/tenants.generated.ts';
import type { RestService } from '../azure/restService.ts';

/** A tenant as one account sees it; whatever is below it is read with that account's token for that tenant. */
export interface TenantAccess {
  readonly tenantId: string;
  /** Absent where there is only one identity (the sample, a service principal). */
  readonly accountId?: string;
  readonly displayName: string;
  /** Shown where tenants of several accounts stand side by side. */
  readonly accountLabel?: string;
  /** Why nothing can be read there, where that is known already. */
  readonly error?: unknown;
}

/** The identity to ask with: a tenant, and an account where there are several. */
export type Identity = Pick<TenantAccess, 'tenantId' | 'accountId'>;

/** All tenants that an identity belongs to, as Azure Resource Manager lists them. */
export async function listTenants(
  rest: RestService,
  identity: Identity,
  signal: AbortSignal,
): Promise<Pick<TenantAccess, 'tenantId' | 'displayName'>[]> {
  const tenants: Pick<TenantAccess, 'tenantId' | 'displayName'>[] = [];
  for await (const page of rest.pages(Tenants.list, identity, { signal })) {
    for (const { tenantId, displayName, defaultDomain } of page.items) {
      if (tenantId !== undefined) tenants.push({ tenantId, displayName: displayName ?? defaultDomain ?? tenantId });
    }
  }
  return tenants;
}
