import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Subscriptions } from '../../../src/api/arm/subscriptions.generated.ts';
import { Tenants } from '../../../src/api/arm/tenants.generated.ts';
import { longRunningEnds } from '../../../src/api/longRunningEnds.ts';
import { ResourceGraph } from '../../../src/api/resourceGraph/resourceGraph.generated.ts';
import { BigDataPools } from '../../../src/api/synapse/bigDataPools.generated.ts';
import { RoleAssignments } from '../../../src/api/synapse/roleAssignments.generated.ts';
import { RoleDefinitions } from '../../../src/api/synapse/roleDefinitions.generated.ts';
import { SqlPools } from '../../../src/api/synapse/sqlPools.generated.ts';
import { Workspaces } from '../../../src/api/synapse/workspaces.generated.ts';
import type { Operation } from '../../../src/azure/operation.ts';

const groups = {
  Subscriptions,
  Tenants,
  ResourceGraph,
  Workspaces,
  SqlPools,
  BigDataPools,
  RoleAssignments,
  RoleDefinitions,
};
const operations = Object.values(groups).flatMap((group) => Object.values<Operation>(group));

describe('declared operations', () => {
  it('are the ones that the explorer is built on', () => {
    const members = Object.fromEntries(
      Object.entries(groups).map(([name, group]) => [name, Object.keys(group).sort()]),
    );
    assert.deepEqual(members, {
      Subscriptions: ['get', 'list'],
      Tenants: ['list'],
      ResourceGraph: ['resources'],
      Workspaces: ['createOrUpdate', 'delete', 'get', 'list', 'listByResourceGroup', 'update'],
      SqlPools: ['create', 'delete', 'get', 'listByWorkspace', 'pause', 'resume', 'update'],
      BigDataPools: ['createOrUpdate', 'delete', 'get', 'listByWorkspace', 'update'],
      RoleAssignments: ['create', 'delete', 'get', 'list'],
      RoleDefinitions: ['get', 'list', 'listScopes'],
    });
  });

  it('have ids of their own', () => {
    assert.equal(new Set(operations.map(({ id }) => id)).size, operations.length);
  });

  it('send role assignments and definitions to the workspace, everything else to Azure Resource Manager', () => {
    for (const { id, plane, path } of operations) {
      assert.equal(plane, id.startsWith('Role') ? 'workspace' : 'resourceManager', id);
      assert.match(path, /^\/[^?]*$/, id);
    }
  });

  it('come in pages in the three ways of the services', () => {
    const paged = operations.filter(({ pages }) => pages).map(({ id, pages }) => [id, pages?.by]);
    assert.deepEqual(Object.fromEntries(paged), {
      Subscriptions_List: 'nextLink',
      Tenants_List: 'nextLink',
      Resources: 'skipToken',
      Workspaces_ListByResourceGroup: 'nextLink',
      Workspaces_List: 'nextLink',
      SqlPools_ListByWorkspace: 'nextLink',
      BigDataPools_ListByWorkspace: 'nextLink',
      RoleAssignments_ListRoleAssignments: 'continuationHeader',
    });
  });

  it('end as the table of long-running operations says, and read a path whose parameters the call has', () => {
    for (const { id, path, longRunning } of operations) {
      assert.equal(longRunning?.then, longRunningEnds[id]?.then, id);
      if (longRunning?.then !== 'get') continue;
      for (const parameter of longRunning.path.match(/\{\w+\}/g) ?? []) assert.ok(path.includes(parameter), id);
    }
  });

  it('read the SQL pool again after a pause, because the operation answers a database of Azure SQL', () => {
    assert.deepEqual(SqlPools.pause.longRunning, { then: 'get', path: SqlPools.get.path });
    assert.deepEqual(SqlPools.resume.longRunning, { then: 'get', path: SqlPools.get.path });
  });
});
