import { collectionOf } from '../resources/shapes.ts';
import { operationScope } from '../services/artifacts/artifactOperations.ts';
import { anyId } from '../services/accessControl/builtInRoles.ts';
import { integrationRuntimes } from '../services/integrationRuntimes/integrationRuntimes.ts';
import { administrator, assignRole } from '../store/newWorkspace.ts';
import type { SampleParts } from './sample.ts';
import { exampleArtifacts } from './specExampleArtifacts.ts';
import { exampleWork, sparkWork } from './specExampleWork.ts';
import { addBigDataPool, addSqlPool, type WorkspaceValues } from './workspaces.ts';

/** What a workspace brings along for the examples of its own endpoint. */
export function endpointContents(name: string): Partial<WorkspaceValues> {
  switch (name.toLowerCase()) {
    case 'exampleworkspace':
    case 'testws':
      return { artifacts: exampleArtifacts, work: exampleWork, sqlScripts: () => [script] };
    case 'myworkspace':
      return { work: sparkWork };
    default:
      return {};
  }
}

const script = {
  name: 'exampleSqlScript',
  properties: JSON.stringify({
    description: 'Example description',
    content: {
      query: 'SELECT TOP 100 * FROM example_table_name;',
      currentConnection: { name: 'master', type: 'SqlOnDemand' },
      metadata: { language: 'sql' },
    },
    type: 'SqlQuery',
  }),
};

const library = {
  ...{ id: '/subscriptions/x', name: 'exampleLibraryName.jar', type: 'Microsoft.Synapse/workspaces/libraries' },
  properties: exampleArtifacts()['libraries']?.['exampleLibraryName.jar'],
  etag: '1500474f-0000-0200-0000-5cbe090d0000',
};

const autoPools = {
  sparkVersion: '3.3',
  nodeCount: 3,
  nodeSize: 'Small',
  autoScale: { enabled: true, minNodeCount: 3, maxNodeCount: 20 },
  autoPause: { enabled: true, delayInMinutes: 15 },
};

/** Pools, a network, runtimes, assignments and operations that have ended. */
export function addEndpointParts(parts: SampleParts): void {
  const { application, store, operations } = parts;
  for (const subscription of store.subscriptions) {
    for (const workspace of store.workspacesOf(subscription)) {
      assignRole(workspace, administrator, application.objectIdIn(workspace.tenantId), 'ServicePrincipal');
    }
  }
  const spark = store.workspace('myWorkspace');
  if (spark !== undefined) addBigDataPool(spark, 'mySparkPool', autoPools);
  const example = store.workspace('exampleWorkspace');
  if (example === undefined) return;
  for (const name of ['pool1', 'pool2', 'exampleBigDataPool']) addBigDataPool(example, name, autoPools, {});
  for (const name of ['SqlPool1', 'SqlPool2Backup']) {
    addSqlPool(parts, example, { name, skuName: 'DW100c', status: 'Online', tags: {} });
    const pool = example.sqlPools.get(name);
    if (pool !== undefined) pool.properties.restorePointInTime = '2019-06-23T10:47:12.837Z';
  }
  example.properties.managedVirtualNetwork = 'default';
  example.properties.workspaceRepositoryConfiguration = {
    type: 'WorkspaceGitHubConfiguration',
    hostName: '',
    accountName: 'myGithubAccount',
    projectName: 'myProject',
    repositoryName: 'myRepository',
    collaborationBranch: 'master',
    rootFolder: '/',
  };
  const dataFlowProperties = { computeType: 'General', coreCount: 8, timeToLive: 0 };
  collectionOf({ store }, integrationRuntimes, { owner: example, workspace: example }).put(
    'IntegrationRuntime1',
    {
      properties: {
        type: 'Managed',
        typeProperties: { computeProperties: { location: 'Australia Southeast', dataFlowProperties } },
      },
    },
    0,
  );
  const assignment = { id: anyId, roleDefinitionId: anyId, principalId: anyId, scope: 'workspaces/exampleWorkspace' };
  example.roleAssignments.set(anyId, { ...assignment, principalType: 'User' });
  store.tenants.get(example.tenantId)?.directory.add({ id: anyId, type: 'User', displayName: 'Anybody' });
  for (const results of ['operationResults', 'notebookOperationResults', 'libraryOperationResults']) {
    operations.start({
      id: results === 'libraryOperationResults' ? 'exampleOperationId' : '01234567-89ab-4def-0123-456789abcdef',
      scopePath: operationScope(example, results),
      duration: results === 'libraryOperationResults' ? 1000 : 0,
      succeeded: () => undefined,
      failed: () => undefined,
      result: () => ({ status: 200, ...(results === 'libraryOperationResults' && { body: library }) }),
    });
  }
}
