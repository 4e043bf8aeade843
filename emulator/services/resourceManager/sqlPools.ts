import type { Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import { accepted } from '../../longRunning/operationReplies.ts';
import type { SqlPool, Workspace } from '../../store/model.ts';
import { synapseManagementVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { objectBody } from '../requestBody.ts';
import { sqlPoolBody } from './bodies.ts';
import { parentWorkspaceOf, type WorkspaceParameters } from './lookUp.ts';
import { deletePool, findPool, getPool, listPools, type PoolKind } from './pools.ts';
import { workspaceId } from './resourceIds.ts';
import { createdSqlPool, sqlPoolUpdate } from './sqlPoolChanges.ts';
import { SqlPoolPower } from './sqlPoolPower.ts';

const all =
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Synapse/workspaces/{workspaceName}/sqlPools';
const one = `${all}/{sqlPoolName}` as const;

type SqlPoolCall = Call<keyof WorkspaceParameters | 'sqlPoolName'>;

const kind: PoolKind<SqlPool> = {
  type: 'sqlPools',
  of: ({ sqlPools }) => sqlPools,
  body: sqlPoolBody,
  deletion: ['status', 'result'],
};

/** Specification `sqlPool.json`; who answers what and when: recording azure-cli.sql_pool.json. */
export function sqlPoolRoutes(context: Context): Route[] {
  const { store, operations } = context;
  const power = new SqlPoolPower(context);
  const common = { service: 'resourceManager', apiVersions: synapseManagementVersions } as const;
  const find = (call: SqlPoolCall): { workspace: Workspace; pool: SqlPool } =>
    findPool(context, kind, call, call.parameters.sqlPoolName);

  function create(call: SqlPoolCall): Reply {
    const workspace = parentWorkspaceOf(store, call.parameters);
    const { pool, created } = createdSqlPool(workspace, call.parameters.sqlPoolName, objectBody(call.request), context);
    const { location: _, ...half } = sqlPoolBody(workspace, pool);
    const operation = operations.start({
      scopePath: workspaceId(workspace),
      fails: call.operationFails,
      succeeded: created,
      failed: () => (pool.properties.provisioningState = 'Failed'),
      result: () => ({ status: 201, body: sqlPoolBody(workspace, pool) }),
    });
    return accepted(operation, call.request.addressed.urls, {
      status: 202,
      // Half empty while nothing is known yet: no location, no status, size 0, created in the year 1.
      body: half,
      apiVersion: call.apiVersion,
      retryAfter: operations.retryAfter,
      urls: ['status', 'result'],
    });
  }

  return [
    route({
      ...common,
      operationId: 'SqlPools_ListByWorkspace',
      method: 'GET',
      path: all,
      handle: (call) => listPools(context, kind, call),
    }),
    route({
      ...common,
      operationId: 'SqlPools_Get',
      method: 'GET',
      path: one,
      handle: (call) => getPool(context, kind, call, call.parameters.sqlPoolName),
    }),
    route({ ...common, operationId: 'SqlPools_Create', method: 'PUT', path: one, handle: create }),
    route({
      ...common,
      operationId: 'SqlPools_Update',
      method: 'PATCH',
      path: one,
      handle: (call) => {
        const { workspace, pool } = find(call);
        return power.update(call, workspace, pool, sqlPoolUpdate(objectBody(call.request)));
      },
    }),
    route({
      ...common,
      operationId: 'SqlPools_Delete',
      method: 'DELETE',
      path: one,
      handle: (call) => deletePool(context, kind, call, call.parameters.sqlPoolName),
    }),
    route({
      ...common,
      operationId: 'SqlPools_Pause',
      method: 'POST',
      path: `${one}/pause`,
      handle: (call) => {
        const { workspace, pool } = find(call);
        return power.change(call, workspace, pool, { through: 'Pausing', to: 'Paused' });
      },
    }),
    route({
      ...common,
      operationId: 'SqlPools_Resume',
      method: 'POST',
      path: `${one}/resume`,
      handle: (call) => {
        const { workspace, pool } = find(call);
        return power.change(call, workspace, pool, { through: 'Resuming', to: 'Online' });
      },
    }),
  ];
}
