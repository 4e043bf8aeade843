/**
 * What the compiler must accept and refuse about the generated declarations. Nothing here runs: `tsc` is the test, and
 * an expected error that does not occur is an error.
 */
import { AzureRoleAssignments } from '../../../src/api/arm/azureRoleAssignments.generated.ts';
import { Resources } from '../../../src/api/arm/resources.ts';
import { Subscriptions } from '../../../src/api/arm/subscriptions.generated.ts';
import { ResourceGraph } from '../../../src/api/resourceGraph/resourceGraph.generated.ts';
import { BigDataPools } from '../../../src/api/synapse/bigDataPools.generated.ts';
import { Libraries } from '../../../src/api/synapse/libraries.generated.ts';
import { Pipelines } from '../../../src/api/synapse/pipelines.generated.ts';
import { RoleAssignments, type RoleAssignmentDetails } from '../../../src/api/synapse/roleAssignments.generated.ts';
import { RoleDefinitions, type SynapseRoleDefinition } from '../../../src/api/synapse/roleDefinitions.generated.ts';
import { SqlScripts, type SqlScriptResource } from '../../../src/api/synapse/sqlScripts.generated.ts';
import { SqlPools, type SqlPool } from '../../../src/api/synapse/sqlPools.generated.ts';
import type { WorkspaceAddress } from '../../../src/api/synapse/workspaceAddress.ts';
import type { ItemOf, ParametersOf, ResultOf } from '../../../src/azure/operation.ts';
import type { RestService } from '../../../src/azure/restService.ts';

type Same<One, Other> = [One, Other] extends [Other, One] ? true : false;

export function parameters(workspace: WorkspaceAddress): void {
  const { tenantId, subscriptionId, resourceGroupName, workspaceName } = workspace;

  // A workspace's address can be spread into a call on either plane.
  ({ ...workspace, sqlPoolName: 'p' }) satisfies ParametersOf<typeof SqlPools.pause>;
  ({ ...workspace }) satisfies ParametersOf<typeof RoleAssignments.list>;
  ({ tenantId }) satisfies ParametersOf<typeof Subscriptions.list>;

  // @ts-expect-error the path has {sqlPoolName}
  ({ ...workspace }) satisfies ParametersOf<typeof SqlPools.pause>;
  // @ts-expect-error a pool is not named by its workspace's parameter
  ({ ...workspace, bigDataPoolName: 'p' }) satisfies ParametersOf<typeof SqlPools.get>;
  // @ts-expect-error a token of which tenant?
  ({ subscriptionId }) satisfies ParametersOf<typeof Subscriptions.get>;
  // @ts-expect-error path parameters are text
  ({ tenantId, subscriptionId: 1 }) satisfies ParametersOf<typeof Subscriptions.get>;
  // @ts-expect-error the workspace plane needs the workspace's endpoint
  ({ tenantId }) satisfies ParametersOf<typeof RoleDefinitions.list>;

  // Resource Manager needs no endpoint.
  ({ tenantId, subscriptionId, resourceGroupName, workspaceName }) satisfies ParametersOf<
    typeof SqlPools.listByWorkspace
  >;
}

export function bodiesAndQueries(workspace: WorkspaceAddress): void {
  const pool = { ...workspace, sqlPoolName: 'p' };
  ({ ...pool, body: { sku: { name: 'DW200c' } } }) satisfies ParametersOf<typeof SqlPools.update>;
  // @ts-expect-error a PATCH has a body
  ({ ...pool }) satisfies ParametersOf<typeof SqlPools.update>;
  // @ts-expect-error which is a patch of a pool
  ({ ...pool, body: { sku: 'DW200c' } }) satisfies ParametersOf<typeof SqlPools.update>;
  // @ts-expect-error location is required
  ({ ...pool, body: { properties: {} } }) satisfies ParametersOf<typeof SqlPools.create>;

  const spark = { ...workspace, bigDataPoolName: 'p', body: { location: 'westeurope' } };
  ({ ...spark, query: { force: true } }) satisfies ParametersOf<typeof BigDataPools.createOrUpdate>;
  ({ ...spark }) satisfies ParametersOf<typeof BigDataPools.createOrUpdate>;
  // @ts-expect-error the flag is no text
  ({ ...spark, query: { force: 'yes' } }) satisfies ParametersOf<typeof BigDataPools.createOrUpdate>;
  // @ts-expect-error unknown query parameter
  ({ ...workspace, query: { role: 'r' } }) satisfies ParametersOf<typeof RoleAssignments.list>;

  // A body that may be left out, plain bytes, and a query that must be there.
  const run = { ...workspace, pipelineName: 'p' };
  ({ ...run }) satisfies ParametersOf<typeof Pipelines.createRun>;
  ({ ...run, body: { window: 7 } }) satisfies ParametersOf<typeof Pipelines.createRun>;
  const block = { ...workspace, libraryName: 'l' };
  ({ ...block, body: new Uint8Array() }) satisfies ParametersOf<typeof Libraries.append>;
  // @ts-expect-error bytes, not text
  ({ ...block, body: 'text' }) satisfies ParametersOf<typeof Libraries.append>;
  // @ts-expect-error what would be appended?
  ({ ...block }) satisfies ParametersOf<typeof Libraries.append>;
  const any = { tenantId: 't', resourceId: '/subscriptions/s' };
  ({ ...any, query: { 'api-version': '1' } }) satisfies ParametersOf<typeof Resources.getById>;
  // @ts-expect-error the version is that of the resource's provider
  ({ ...any }) satisfies ParametersOf<typeof Resources.getById>;
  // @ts-expect-error the scope is a parameter like others
  ({ tenantId: 't', roleAssignmentName: 'r' }) satisfies ParametersOf<typeof AzureRoleAssignments.get>;

  const query = 'resources';
  ({ tenantId: 't', body: { query, options: { resultFormat: 'objectArray' } } }) satisfies ParametersOf<
    typeof ResourceGraph.resources
  >;
  // @ts-expect-error what we send ourselves is checked against the closed list
  ({ tenantId: 't', body: { query, options: { resultFormat: 'rows' } } }) satisfies ParametersOf<
    typeof ResourceGraph.resources
  >;
}

export function results(pool: SqlPool): void {
  true satisfies Same<ResultOf<typeof SqlPools.pause>, SqlPool>;
  true satisfies Same<ResultOf<typeof SqlPools.delete>, undefined>;
  true satisfies Same<ResultOf<typeof SqlScripts.rename>, SqlScriptResource>;
  true satisfies Same<ResultOf<typeof RoleDefinitions.list>, readonly SynapseRoleDefinition[]>;
  true satisfies Same<ItemOf<typeof RoleAssignments.list>, RoleAssignmentDetails>;
  true satisfies Same<ItemOf<typeof ResourceGraph.resources>, Record<string, unknown>>;

  // Answers may hold more than the specification lists.
  const createMode = pool.properties?.createMode;
  if (createMode === 'SomethingNew') return;
  // @ts-expect-error only the service sets it
  if (pool.properties) pool.properties.status = 'Online';
}

export function waysToExecute(rest: RestService, workspace: WorkspaceAddress): void {
  const pool = { ...workspace, sqlPoolName: 'p' };
  void rest.call(SqlPools.get, pool);
  void rest.run(SqlPools.pause, pool);
  rest.pages(SqlPools.listByWorkspace, workspace);
  // @ts-expect-error takes time: run it
  void rest.call(SqlPools.pause, pool);
  // @ts-expect-error comes in pages
  void rest.call(SqlPools.listByWorkspace, workspace);
  // @ts-expect-error does not come in pages
  rest.pages(RoleDefinitions.list, workspace);
  // @ts-expect-error is answered at once
  void rest.run(SqlPools.get, pool);
}
