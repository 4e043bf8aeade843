import type { Reply } from '../../http/exchange.ts';
import type { Call } from '../../http/routes.ts';
import { accepted } from '../../longRunning/operationReplies.ts';
import type { CaseInsensitiveMap } from '../../store/caseInsensitiveMap.ts';
import type { Workspace } from '../../store/model.ts';
import type { Context } from '../context.ts';
import { parentWorkspaceOf, type WorkspaceParameters } from './lookUp.ts';
import { resourceNotFound } from './notFound.ts';
import { page } from './paging.ts';
import { workspaceId } from './resourceIds.ts';

interface Pool {
  properties: { provisioningState: 'Provisioning' | 'Succeeded' | 'Deleting' | 'Failed' };
}

/** One of the kinds of pools below a workspace. */
export interface PoolKind<P extends Pool> {
  /** Segment of the path. */
  readonly type: 'sqlPools' | 'bigDataPools';
  readonly of: (workspace: Workspace) => CaseInsensitiveMap<P>;
  readonly body: (workspace: Workspace, pool: P) => Record<string, unknown>;
  /** Which URLs a deletion names; the kinds differ, as recorded. */
  readonly deletion: readonly ('status' | 'result')[];
}

type ListCall = Call<keyof WorkspaceParameters>;

/** @throws ServiceError 404 */
export function findPool<P extends Pool>(
  { store }: Context,
  { type, of }: PoolKind<P>,
  { parameters }: ListCall,
  name: string,
): { workspace: Workspace; pool: P } {
  const { workspaceName, resourceGroupName, subscriptionId } = parameters;
  const workspace = store.workspaceAt(subscriptionId, resourceGroupName, workspaceName);
  const pool = workspace && of(workspace).get(name);
  if (workspace !== undefined && pool !== undefined) return { workspace, pool };
  throw resourceNotFound(`workspaces/${workspaceName}/${type}/${name}`, resourceGroupName);
}

export function getPool<P extends Pool>(context: Context, kind: PoolKind<P>, call: ListCall, name: string): Reply {
  const { workspace, pool } = findPool(context, kind, call, name);
  return { status: 200, body: kind.body(workspace, pool) };
}

export function listPools<P extends Pool>(context: Context, kind: PoolKind<P>, call: ListCall): Reply {
  const workspace = parentWorkspaceOf(context.store, call.parameters);
  return page(call, context, kind.of(workspace), (pool) => kind.body(workspace, pool));
}

/** 204 for a pool that is not there; the pool is gone when the operation has ended. */
export function deletePool<P extends Pool>(context: Context, kind: PoolKind<P>, call: ListCall, name: string): Reply {
  const { store, operations } = context;
  const workspace = parentWorkspaceOf(store, call.parameters);
  const pools = kind.of(workspace);
  const pool = pools.get(name);
  if (pool === undefined) return { status: 204 };
  pool.properties.provisioningState = 'Deleting';
  const operation = operations.start({
    scopePath: workspaceId(workspace),
    fails: call.operationFails,
    succeeded: () => pools.deleteValue(name, pool),
    failed: () => (pool.properties.provisioningState = 'Succeeded'),
    result: () => ({ status: 204 }),
  });
  return accepted(operation, call.request.addressed.urls, {
    status: 202,
    apiVersion: call.apiVersion,
    retryAfter: operations.retryAfter,
    urls: kind.deletion,
  });
}
