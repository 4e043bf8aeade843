import type { Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import { accepted } from '../../longRunning/operationReplies.ts';
import type { BigDataPool, Workspace } from '../../store/model.ts';
import { synapseManagementVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { objectBody, tagsMember } from '../requestBody.ts';
import { putBigDataPool } from './bigDataPoolChanges.ts';
import { bigDataPoolBody } from './bodies.ts';
import { parentWorkspaceOf, type WorkspaceParameters } from './lookUp.ts';
import { resourceNotFound } from './notFound.ts';
import { page } from './paging.ts';
import { workspaceId } from './resourceIds.ts';

const all =
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Synapse/workspaces/{workspaceName}/bigDataPools';
const one = `${all}/{bigDataPoolName}` as const;

type BigDataPoolCall = Call<keyof WorkspaceParameters | 'bigDataPoolName'>;

/** Apache Spark pools: specification `bigDataPool.json`; who answers what and when: recording azure-cli.spark_pool.json. */
export function bigDataPoolRoutes(context: Context): Route[] {
  const { store, operations, clock } = context;
  const common = { service: 'resourceManager', apiVersions: synapseManagementVersions } as const;

  function find({ parameters }: BigDataPoolCall): { workspace: Workspace; pool: BigDataPool } {
    const { workspaceName, bigDataPoolName, resourceGroupName, subscriptionId } = parameters;
    const workspace = store.workspaceAt(subscriptionId, resourceGroupName, workspaceName);
    const pool = workspace?.bigDataPools.get(bigDataPoolName);
    if (workspace !== undefined && pool !== undefined) return { workspace, pool };
    throw resourceNotFound(`workspaces/${workspaceName}/bigDataPools/${bigDataPoolName}`, resourceGroupName);
  }

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

  function remove(call: BigDataPoolCall): Reply {
    const { bigDataPoolName } = call.parameters;
    const workspace = parentWorkspaceOf(store, call.parameters);
    const pool = workspace.bigDataPools.get(bigDataPoolName);
    if (pool === undefined) return { status: 204 };
    pool.properties.provisioningState = 'Deleting';
    const operation = operations.start({
      scopePath: workspaceId(workspace),
      fails: call.operationFails,
      succeeded: () => workspace.bigDataPools.deleteValue(bigDataPoolName, pool),
      failed: () => (pool.properties.provisioningState = 'Succeeded'),
      result: () => ({ status: 204 }),
    });
    return accepted(operation, call.request.addressed.urls, {
      status: 202,
      apiVersion: call.apiVersion,
      retryAfter: operations.retryAfter,
      // Location alone, although the specification promises azure-async-operation.
      urls: ['result'],
    });
  }

  return [
    route({
      ...common,
      operationId: 'BigDataPools_ListByWorkspace',
      method: 'GET',
      path: all,
      handle: (call) => {
        const workspace = parentWorkspaceOf(store, call.parameters);
        return page(call, context, workspace.bigDataPools, (pool) => bigDataPoolBody(workspace, pool));
      },
    }),
    route({
      ...common,
      operationId: 'BigDataPools_Get',
      method: 'GET',
      path: one,
      handle: (call) => {
        const { workspace, pool } = find(call);
        return { status: 200, body: bigDataPoolBody(workspace, pool) };
      },
    }),
    route({ ...common, operationId: 'BigDataPools_CreateOrUpdate', method: 'PUT', path: one, handle: put }),
    route({
      ...common,
      operationId: 'BigDataPools_Update',
      method: 'PATCH',
      path: one,
      handle: (call) => {
        const { workspace, pool } = find(call);
        // Tags are all that PATCH can change (`BigDataPoolPatchInfo`); it is done at once.
        const tags = tagsMember(objectBody(call.request));
        if (tags !== undefined) pool.tags = tags;
        return { status: 200, body: bigDataPoolBody(workspace, pool) };
      },
    }),
    route({ ...common, operationId: 'BigDataPools_Delete', method: 'DELETE', path: one, handle: remove }),
  ];
}
