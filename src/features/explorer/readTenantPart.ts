import { isCancellation } from '../../platform/errors/cancellation.ts';
import type { Connection } from '../../platform/connection.ts';
import type { TenantAccess } from '../../platform/tenants.ts';
import type { TenantPart } from './discovered.ts';
import { readTenant } from './discovery.ts';
import type { ExplorerFilter } from './explorerFilter.ts';

/** Reads what a tenant shows. Never rejects: why it could not be read is part of the answer. */
export async function readTenantPart(
  connection: Connection,
  filter: ExplorerFilter,
  tenant: TenantAccess,
  signal: AbortSignal,
): Promise<TenantPart> {
  if (tenant.error !== undefined) return { tenant, found: [], error: tenant.error };
  try {
    const chosen = filter.subscriptionsOf(connection.cloud, tenant.tenantId);
    return { tenant, found: await readTenant(connection, tenant, chosen, signal) };
  } catch (error) {
    // Nobody waits for what was cancelled: it is no answer of the tenant's.
    return isCancellation(error) ? { tenant, found: [] } : { tenant, found: [], error };
  }
}

/**
 * Reads a tenant again that could not be read. For an account whose tenants could not be listed: all its tenants.
 * @throws the error when it still cannot be read
 */
export async function readAgain(
  connection: Connection,
  filter: ExplorerFilter,
  tenant: TenantAccess,
  signal: AbortSignal,
): Promise<TenantPart[]> {
  if (tenant.error === undefined) {
    const part = await readTenantPart(connection, filter, tenant, signal);
    if (part.error !== undefined) throw asError(part.error);
    return [part];
  }
  const all = await connection.tenants(signal);
  const own = all.filter(({ accountId }) => accountId === tenant.accountId);
  const failed = own.find(({ error }) => error !== undefined);
  if (failed) throw asError(failed.error);
  const shown = own.filter((one) => filter.showsTenant(connection.cloud, one));
  return await Promise.all(shown.map((one) => readTenantPart(connection, filter, one, signal)));
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
