import type { Tenant } from '../../store/model.ts';
import type { Store } from '../../store/store.ts';
import { EntraError } from './entraError.ts';

const severalTenants = new Set(['common', 'organizations']);

/** Whether the name stands for whichever tenant the user belongs to. */
export function isForSeveralTenants(name: string): boolean {
  return severalTenants.has(name.toLowerCase());
}

/** As `tenantOf`; undefined for a tenant that is not there. */
export function findTenant(store: Store, name: string): Tenant | undefined {
  return isForSeveralTenants(name) ? [...store.tenants].find(({ home }) => home) : store.tenantNamed(name);
}

/**
 * The tenant of an authority's path: an id or a domain; `common` and `organizations` are the home tenant of the
 * sample's user.
 *
 * @throws EntraError for a tenant that is not there
 */
export function tenantOf(store: Store, name: string): Tenant {
  const tenant = findTenant(store, name);
  if (tenant !== undefined) return tenant;
  throw new EntraError(400, 'invalid_request', 90002, `Tenant '${name}' not found.`);
}
