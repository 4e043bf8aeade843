import { armDialect } from '../../resources/dialects.ts';
import type { Place, ResourceGroup } from '../../resources/group.ts';
import { anyName } from '../../resources/names.ts';
import { inSqlPool } from '../../resources/parents.ts';
import type { SqlPool } from '../../store/model.ts';
import { page } from '../resourceManager/paging.ts';

/** What has been done to the pool, and is being done: specification `sqlPool.json`, not recorded. */
export const poolOperations: ResourceGroup<SqlPool> = {
  parent: inSqlPool,
  path: 'operations',
  names: anyName,
  dialect: armDialect,
  groupActions: [{ id: 'SqlPoolOperations_List', method: 'GET', path: 'operations', asked: 'read', answer: listed }],
};

/** The words that Azure SQL has for what is done to a pool. */
const friendly = 'ALTER DATABASE';

function listed(place: Place<SqlPool>) {
  const { call, context, owner, workspace, id: poolId } = place;
  const { operations, clock } = context;
  return page(call, context, operations.below(poolId), ({ id, label, status, startTime, endTime, error }) => {
    const part = Math.round((100 * (clock() - startTime)) / Math.max(1, endTime - startTime));
    return {
      id: `${poolId}/operations/${id}`,
      name: id,
      type: 'Microsoft.Synapse/workspaces/sqlPools/operations',
      properties: {
        databaseName: owner.name,
        operation: label ?? 'UpdateLogicalDatabase',
        operationFriendlyName: friendly,
        percentComplete: status === 'InProgress' ? Math.min(99, part) : 100,
        serverName: workspace.name,
        startTime: new Date(startTime).toISOString(),
        state: status,
        ...(error && { errorCode: 45_001, errorDescription: error.message, errorSeverity: 16, isUserError: false }),
        estimatedCompletionTime: new Date(endTime).toISOString(),
        description: `${label ?? 'UpdateLogicalDatabase'} on '${owner.name}'`,
        isCancellable: false,
      },
    };
  });
}
