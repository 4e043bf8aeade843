import type { SqlPool } from '../../api/synapse/sqlPools.generated.ts';
import type { DedicatedPool } from './public.ts';

/** @returns undefined for an answer without a name: nothing can be done with it. */
export function dedicatedPool(pool: SqlPool): DedicatedPool | undefined {
  const { id, name, sku, properties } = pool;
  if (id === undefined || name === undefined) return undefined;
  return { id, name, size: sku?.name, status: properties?.status ?? properties?.provisioningState };
}
