import type { Identity } from '../../platform/tenants.ts';

/** The same tenant may be seen by two accounts, each with its own subscriptions. */
export function tenantKey({ tenantId, accountId = '' }: Identity): string {
  return `${accountId}/${tenantId.toLowerCase()}`;
}
