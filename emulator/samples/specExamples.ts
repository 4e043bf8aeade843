import type { Tenant, Workspace } from '../store/model.ts';
import { CaseInsensitiveMap } from '../store/caseInsensitiveMap.ts';
import { setFirewallRule } from '../services/resourceManager/firewallRuleChanges.ts';
import { sqlDatabaseBody } from '../services/resourceManager/sqlDatabaseBody.ts';
import { sqlPoolId, workspaceId } from '../services/resourceManager/resourceIds.ts';
import { addAdministrator } from './administrators.ts';
import { fillPool, type PoolContents } from './poolContents.ts';
import { addSelfHostedRuntime, addSsisRuntime } from './runtimes.ts';
import type { SampleParts, SampleUser } from './sample.ts';
import { addEndpointParts, endpointContents } from './specExampleEndpoints.ts';
import { addTenant, addUser } from './tenants.ts';
import { addBigDataPool, addSqlPool, addWorkspace } from './workspaces.ts';

const zeros = '00000000-1111-2222-3333-444444444444';
const letters = '01234567-89ab-4def-0123-456789abcdef';
const digits = '12345678-1234-1234-1234-12345678abc';
const endpoints = '5f4ab77d-a0c2-4fa5-8abf-fe350680e074';

/** Workspaces that the examples of the management plane name: subscription, group, workspace, SQL pool. */
const places: readonly (readonly [subscriptionId: string, group: string, workspace: string, pool?: string])[] = [
  [zeros, 'resourceGroup1', 'workspace1'],
  [zeros, 'resourceGroup1', 'workspace2'],
  [zeros, 'blobauditingtest-6852', 'blobauditingtest-2080', 'testdb'],
  [zeros, 'blobauditingtest-4799', 'blobauditingtest-6440', 'testdb'],
  [zeros, 'Default-SQL-SouthEastAsia', 'testsvr', 'testdb'],
  [zeros, 'Default-SQL-SouthEastAsia', 'testserver', 'testDatabase'],
  [zeros, 'Default-SQL-SouthEastAsia', 'testws', 'testpool'],
  [zeros, 'sqlcrudtest-4799', 'sqlcrudtest-5961', 'testdw'],
  [zeros, 'testrg', 'testws', 'testdw'],
  [zeros, 'sqlcrudtest-7398', 'sqlcrudtest-4645', 'testdb'],
  [zeros, 'sqlcrudtest-4799', 'sqlcrudtest-6440', 'testdb'],
  [zeros, 'myRG', 'serverName', 'myDatabase'],
  [zeros, 'myRG', 'myServer', 'myDatabase'],
  [zeros, 'myRG', 'myWorkspace', 'mySqlPool'],
  [zeros, 'securityalert-6852', 'securityalert-2080', 'testdb'],
  [zeros, 'securityalert-4799', 'securityalert-6440', 'testdb'],
  [zeros, 'sqlcrudtest-6852', 'sqlcrudtest-2080', 'sqlcrudtest-9187'],
  [zeros, 'sqlcrudtest-6730', 'sqlcrudtest-9007', '3481'],
  [zeros, 'sqlcrudtest-6845', 'sqlcrudtest-7177', 'testdb'],
  [zeros, 'vulnerabilityaseessmenttest-4799', 'vulnerabilityaseessmenttest-6440', 'testdb'],
  [zeros, 'vulnerabilityaseessmenttest-4711', 'vulnerabilityaseessmenttest-6411', 'testdb'],
  [zeros, 'vulnerabilityassessmenttest-4711', 'vulnerabilityassessmenttest-6411', 'testdb'],
  [zeros, 'vulnerabilityassessmenttest-4799', 'vulnerabilityassessmenttest-6440', 'testdb'],
  [letters, 'ExampleResourceGroup', 'ExampleWorkspace', 'ExampleSqlPool'],
  [letters, 'Default-SQL-SouthEastAsia', 'testsvr', 'testdwdb'],
  [letters, 'sqlcrudtest-6852', 'sqlcrudtest-2080', 'sqlcrudtest-9187'],
  // The endpoint of the last of one name answers.
  [endpoints, 'exampleResourceGroup', 'exampleWorkspace'],
  [digits, 'exampleResourceGroup', 'exampleWorkspace'],
  [zeros, 'myResourceGroup', 'azure'],
];

/** What is in every pool here. */
const contents: PoolContents = {
  tables: [
    'dbo.table1: col1 nvarchar, column1 int, col2 bit, Column3 nvarchar, email nvarchar',
    'dbo.table2: column2 nvarchar',
    'dbo.myTable: myColumn nvarchar, myColumn3 money, email nvarchar',
    'schema2.table3: col1 int',
  ],
  restorePoints: [['2017-11-08T20:49:19Z', 'mylabel1'], ['2017-11-17T03:12:55Z']],
  labels: { 'dbo.myTable.myColumn': 'PII', 'dbo.myTable.myColumn3': 'Sensitive' },
  recommended: ['dbo.myTable.myColumn'],
  scans: { scan001: 'Passed', scan002: 'Failed', scan003: 'FailedToRun' },
  scanMails: ['email1@mail.com', 'email2@mail.com'],
  baseline: [
    ['userA', 'SELECT'],
    ['userB', 'SELECT'],
  ],
  scanContainer: 'https://myaccount.blob.core.windows.net/vulnerability-assessment',
  copy: { workspace: 'sqlcrudtest-5961', location: 'japaneast', id: '5b301b68-03f6-4b26-b0f4-73ebb8634238' },
};

/** Operations that the examples ask about have ended. */
const known = { duration: 0, succeeded: () => undefined, failed: () => undefined };

/**
 * What the examples of the specifications speak of, under their names, so that each of their requests can be sent as it
 * stands. Rules for names do not count here.
 */
export function specExamplesSample(parts: SampleParts): SampleUser {
  const { store, application } = parts;
  const tenant = addTenant(store, application, {
    displayName: 'Examples',
    defaultDomain: 'examples.onmicrosoft.com',
    countryCode: 'US',
    home: true,
  });
  const creator = addUser(tenant, 'Example User');
  for (const place of places) addPlace(parts, tenant, creator, place);
  const at = (subscriptionId: string, group: string, name: string, fill: (workspace: Workspace) => void): void => {
    const workspace = store.workspaceAt(subscriptionId, group, name);
    if (workspace !== undefined) fill(workspace);
  };
  at(zeros, 'resourceGroup1', 'workspace1', (workspace) => fillFirst(parts, workspace));
  at(letters, 'ExampleResourceGroup', 'ExampleWorkspace', (workspace) => fillExample(parts, workspace));
  for (const subscriptionId of [digits, endpoints]) {
    at(subscriptionId, 'exampleResourceGroup', 'exampleWorkspace', (workspace) => {
      addSelfHostedRuntime(store, workspace, {
        name: 'exampleIntegrationRuntime',
        description: 'A selfhosted integration runtime',
        machines: { Node_1: {} },
      });
      addSsisRuntime(store, workspace, { name: 'exampleManagedIntegrationRuntime', state: 'Stopped' });
      addSsisRuntime(store, workspace, { name: 'testactivityv2', state: 'Started' });
    });
  }
  addEndpointParts(parts);
  return { tenantId: tenant.tenantId, principalId: creator, guestIds: {} };
}

function addPlace(parts: SampleParts, tenant: Tenant, creator: string, place: (typeof places)[number]): void {
  const { store } = parts;
  const [subscriptionId, resourceGroupName, name, poolName] = place;
  const subscription = store.subscriptions.get(subscriptionId) ?? {
    subscriptionId,
    tenantId: tenant.tenantId,
    displayName: `Examples ${subscriptionId.slice(0, 8)}`,
    resourceGroups: new CaseInsensitiveMap(),
  };
  store.subscriptions.set(subscriptionId, subscription);
  const values = { tenant, subscription, resourceGroupName, name, location: 'eastus', creator, tags: { key: 'value' } };
  const workspace = addWorkspace(parts, { ...values, ...endpointContents(name) });
  if (poolName === undefined) return;
  addSqlPool(parts, workspace, { name: poolName, skuName: 'DW100c', status: 'Online', tags: { tagKey1: 'TagValue1' } });
  const pool = workspace.sqlPools.get(poolName);
  if (pool === undefined) return;
  fillPool(store, workspace, pool, contents);
  parts.operations.start({
    ...known,
    label: 'UpdateLogicalDatabase',
    scopePath: sqlPoolId(workspace, pool),
    result: () => ({ status: 200, body: sqlDatabaseBody(workspace, pool) }),
  });
}

/** The workspace that has everything that a workspace can have. */
function fillFirst({ store, operations }: SampleParts, workspace: Workspace): void {
  const group = `/subscriptions/${zeros}/resourceGroups/resourceGroup1/providers`;
  Object.assign(workspace.properties, {
    managedVirtualNetwork: 'default',
    managedVirtualNetworkSettings: {
      preventDataExfiltration: false,
      linkedAccessCheckOnTargetResource: false,
      allowedAadTenantIdsForLinking: [workspace.tenantId],
    },
    purviewConfiguration: { purviewResourceId: `${group}/Microsoft.ProjectPurview/accounts/accountname1` },
    workspaceRepositoryConfiguration: {
      type: 'FactoryGitHubConfiguration',
      hostName: '',
      accountName: 'myGithubAccount',
      projectName: 'myProject',
      repositoryName: 'myRepository',
      collaborationBranch: 'master',
      rootFolder: '/',
      tenantId: workspace.tenantId,
    },
    privateEndpointConnections: [
      {
        id: `${workspaceId(workspace)}/privateEndpointConnections/ExamplePrivateEndpointConnection`,
        name: 'sql',
        type: 'Microsoft.Synapse/workspaces/privateEndpointConnections',
        properties: {
          provisioningState: 'Succeeded',
          privateEndpoint: { id: `${group}/Microsoft.Network/privateEndpoints/ExamplePrivateEndpoint` },
          privateLinkServiceConnectionState: {
            status: 'Approved',
            description: 'Auto-approved',
            actionsRequired: 'None',
          },
        },
      },
    ],
  });
  addAdministrator(store, workspace, 'bob@contoso.com', workspace.identity.principalId);
  operations.start({ ...known, id: letters, scopePath: workspaceId(workspace), result: () => ({ status: 200 }) });
}

function fillExample({ operations }: SampleParts, workspace: Workspace): void {
  const range = { startIpAddress: '10.0.0.0', endIpAddress: '10.0.0.254' };
  setFirewallRule(workspace, 'ExampleIpFirewallRule', range, -Infinity);
  for (const name of ['ExamplePool', 'ExamplePool2']) {
    addBigDataPool(
      workspace,
      name,
      {
        sparkVersion: '3.3',
        nodeCount: 4,
        nodeSize: 'Medium',
        autoScale: { enabled: true, minNodeCount: 3, maxNodeCount: 50 },
        autoPause: { enabled: true, delayInMinutes: 15 },
        sparkEventsFolder: '/events',
        defaultSparkLogFolder: '/logs',
        libraryRequirements: { time: '2024-03-12T07:28:46Z', content: '', filename: 'requirements.txt' },
        customLibraries: [{ uploadedTimestamp: '2024-03-12T07:28:46Z' }],
        cacheSize: 0,
      },
      {},
    );
  }
  const pool = workspace.sqlPools.get('ExampleSqlPool');
  if (pool === undefined) return;
  operations.start({
    ...known,
    id: 'fedcba98-7654-4210-fedc-ba9876543210',
    scopePath: sqlPoolId(workspace, pool),
    result: () => ({ status: 200, body: sqlDatabaseBody(workspace, pool) }),
  });
}
