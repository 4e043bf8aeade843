import type { SqlPool } from '../../api/synapse/sqlPools.generated.ts';

/** A dedicated SQL pool as the explorer needs it. */
export interface DedicatedPool {
  readonly name: string;
  readonly id: string;
  /** Performance level, `DW100c`. */
  readonly size: string | undefined;
  /** Power state in the service's words: `Online`, `Paused`, `Pausing`, … */
  readonly status: string | undefined;
}

/** @returns undefined for an answer without a name: nothing can be done with it. */
export function dedicatedPool(pool: SqlPool): DedicatedPool | undefined {
  const { id, name, sku, properties } = pool;
  if (id === undefined || name === undefined) return undefined;
  return { id, name, size: sku?.name, status: properties?.status ?? properties?.provisioningState };
}

export type PowerState = 'online' | 'paused' | 'changing' | 'unknown';

/**
 * What the status means for what can be done. The service's full list of states is not published; recorded are Online
 * and Paused, documented the ones that end in "ing". An unknown one is left alone, not waited for.
 */
export function powerStateOf(status: string | undefined): PowerState {
  const state = status?.toLowerCase() ?? '';
  if (state === 'online') return 'online';
  if (state === 'paused') return 'paused';
  return /^(pausing|resuming|scaling|restoring|creating|provisioning|recovering|deleting)$/u.test(state)
    ? 'changing'
    : 'unknown';
}
