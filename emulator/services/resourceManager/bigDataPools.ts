import type { Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import { accepted } from '../../longRunning/operationReplies.ts';
import type { BigDataPool } from '../../store/model.ts';
import { synapseManagementVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { objectBody, tagsMember } from '../requestBody.ts';
import { putBigDataPool } from './bigDataPoolChanges.ts';
import { bigDataPoolBody } from './bodies.ts';
import { parentWorkspaceOf, type WorkspaceParameters } from './lookUp.ts';
import { deletePool, findPool, getPool, listPools, type PoolKind } from './pools.ts';
import { workspaceId } from './resourceIds.ts';

const all =
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Synapse/workspaces/{workspaceName}/bigDataPools';
const one = `${all}/{bigDataPoolName}` as const;

type BigDataPoolCall = Call<keyof WorkspaceParameters | 'bigDataPoolName'>;

const kind: PoolKind<BigDataPool> = {
  type: 'bigDataPools',
  of: ({ bigDataPools }) => bigDataPools,
  body: bigDataPoolBody,
  // Location alone, although the specification promises azure-async-operation.
  deletion: ['result'],
};

/** Apache Spark pools: specification `bigDataPool.json`; who answers what and when: recording azure-cli.spark_pool.json. */
export function bigDataPoolRoutes(context: Context): Route[] {
  const { store, operations, clock } = context;
  const common = { service: 'resourceManager', apiVersions: synapseManagementVersions } as const;

  function put(call: BigDataPoolCall): Reply {
    const workspace = parentWorkspaceOf(store, call.parameters);
    const pool = putBigDataPool(workspace, call.parameters.bigDataPoolName, objectBody(call.request), context);
    const operation = operations.start({
      scopePath: workspaceId(workspace),
      fails: call.operationFails,
      succeeded: () => {
        pool.properties.provisioningState = 'Succeeded';
        pool.properties.lastSucceededTimestamp = new Date(clock()).toISOString();
      },
      failed: () => (pool.properties.provisioningState = 'Failed'),
      result: () => ({ status: 200, body: bigDataPoolBody(workspace, pool) }),
    });
    return accepted(operation, call.request.addressed.urls, {
      status: 202,
      body: bigDataPoolBody(workspace, pool),
      apiVersion: call.apiVersion,
      retryAfter: operations.retryAfter,
      urls: ['status', 'result'],
    });
  }

  return [
    route({
      ...common,
      operationId: 'BigDataPools_ListByWorkspace',
      method: 'GET',
      path: all,
      handle: (call) => listPools(context, kind, call),
    }),
    route({
      ...common,
      operationId: 'BigDataPools_Get',
      method: 'GET',
      path: one,
      handle: (call) => getPool(context, kind, call, call.parameters.bigDataPoolName),
    }),
    route({ ...common, operationId: 'BigDataPools_CreateOrUpdate', method: 'PUT', path: one, handle: put }),
    route({
      ...common,
      operationId: 'BigDataPools_Update',
      method: 'PATCH',
      path: one,
      handle: (call) => {
        const { workspace, pool } = findPool(context, kind, call, call.parameters.bigDataPoolName);
        // Tags are all that PATCH can change (`BigDataPoolPatchInfo`); it is done at once.
        const tags = tagsMember(objectBody(call.request));
        if (tags !== undefined) pool.tags = tags;
        return { status: 200, body: bigDataPoolBody(workspace, pool) };
      },
    }),
    route({
      ...common,
      operationId: 'BigDataPools_Delete',
      method: 'DELETE',
      path: one,
      handle: (call) => deletePool(context, kind, call, call.parameters.bigDataPoolName),
    }),
  ];
}
