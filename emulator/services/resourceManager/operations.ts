import { route, type Call, type Route } from '../../http/routes.ts';
import { operationResult, operationStatus } from '../../longRunning/operationReplies.ts';
import type { Operation } from '../../longRunning/operations.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { synapseManagementVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';

/** Below which paths operations are asked about, and what the specification calls the two questions, if it has them. */
const scopes = [
  {
    path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Synapse/workspaces/{workspaceName}',
    status: 'Operations_GetAzureAsyncHeaderResult',
    result: 'Operations_GetLocationHeaderResult',
  },
  {
    path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Synapse/workspaces/{workspaceName}/sqlPools/{sqlPoolName}',
    status: 'SqlPoolOperationStatuses_Get',
    result: 'SqlPoolOperationResults_GetLocationHeaderResult',
  },
  {
    path: '/subscriptions/{subscriptionId}/providers/Microsoft.Synapse/locations/{location}',
    status: 'LocationOperationStatuses_Get',
    result: 'LocationOperationResults_Get',
  },
];

/** Polling of long-running operations, at the three levels that the recordings show. */
export function operationRoutes({ operations }: Context): Route[] {
  const common = { service: 'resourceManager', method: 'GET', apiVersions: synapseManagementVersions } as const;

  function find(call: Call<'operationId'>): Operation {
    const { path } = call.request.addressed;
    const { operationId } = call.parameters;
    const scopePath = decodeURIComponent(path.replace(/\/operation(statuses|results)\/[^/]+\/?$/i, ''));
    const operation = operations.find(scopePath, operationId);
    if (operation !== undefined) return operation;
    throw new ServiceError(404, 'OperationNotFound', `There is no operation '${operationId}'.`);
  }

  return scopes.flatMap(({ path, status, result }) => [
    route({
      ...common,
      operationId: status,
      path: `${path}/operationStatuses/{operationId}`,
      handle: (call) => operationStatus(find(call), operations.retryAfter),
    }),
    route({
      ...common,
      operationId: result,
      path: `${path}/operationResults/{operationId}`,
      handle: (call) => {
        const { apiVersion } = call;
        return operationResult(find(call), call.request.addressed.urls, {
          apiVersion,
          retryAfter: operations.retryAfter,
        });
      },
    }),
  ]);
}
