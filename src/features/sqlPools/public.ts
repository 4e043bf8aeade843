import { nodeKind } from '../../platform/contributions/declarations.ts';
import { type InWorkspace, WorkspaceKind } from '../explorer/public.ts';
import { resourceFlags } from '../resources/public.ts';

/** A dedicated SQL pool as the explorer needs it. */
export interface DedicatedPool {
  readonly name: string;
  readonly id: string;
  /** Performance level, `DW100c`. */
  readonly size: string | undefined;
  /** Power state in the service's words: `Online`, `Paused`, `Pausing`, … */
  readonly status: string | undefined;
}

/** The data of a dedicated pool's node. */
export interface DedicatedPoolPlace extends InWorkspace {
  readonly pool: DedicatedPool;
}

export const SqlPoolsKind = nodeKind<InWorkspace>()({
  name: 'sqlPools',
  flags: ['refreshable'],
  parent: WorkspaceKind,
});

/** Built-in, the serverless pool that every workspace has. It is no Azure resource of its own. */
export const ServerlessPoolKind = nodeKind<InWorkspace>()({
  name: 'serverlessSqlPool',
  flags: resourceFlags,
  parent: SqlPoolsKind,
});

export const DedicatedPoolKind = nodeKind<DedicatedPoolPlace>()({
  name: 'dedicatedSqlPool',
  flags: [...resourceFlags, 'canPause', 'canResume'],
  parent: SqlPoolsKind,
});

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
