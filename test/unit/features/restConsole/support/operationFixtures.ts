import assert from 'node:assert/strict';
import type { KnownOperation } from '../../../../../src/features/restConsole/requests/operationCatalogue.ts';

/** What earlier answers have told: ids that only the service makes. `principal` is somebody of the tenant, from the start. */
export type Memory = Map<string, string>;

type Later<Value> = Value | ((memory: Memory) => Value);

/** How an operation is sent where names, skeleton and order of the others do not do. */
export interface OperationFixture {
  /** Creating is in 1, reading in 2, changing in 3 and 4, deleting in 9. */
  readonly phase?: number;
  readonly path?: Later<Readonly<Record<string, string>>>;
  readonly query?: Later<Readonly<Record<string, string>>>;
  /** JSON; a text is sent as bytes. */
  readonly body?: Later<unknown>;
  readonly remember?: (reply: string, memory: Memory) => void;
  /** What it answers instead of success, and why that is right. */
  readonly refused?: { readonly status: number; readonly why: string };
}

/** Names in paths; what creates a resource creates one of these, what deletes it deletes it again. */
export const names: Readonly<Record<string, string>> = {
  bigDataPoolName: 'consolespark',
  blobAuditingPolicyName: 'default',
  baselineName: 'default',
  columnName: 'EmailAddress',
  connectionPolicyName: 'default',
  credentialName: 'ConsoleCredential',
  dataFlowName: 'ConsoleFlow',
  datasetName: 'ConsoleDataset',
  dataWarehouseUserActivityName: 'current',
  geoBackupPolicyName: 'Default',
  integrationRuntimeName: 'ConsoleRuntime',
  kqlScriptName: 'Console KQL',
  libraryName: 'console.jar',
  linkedServiceName: 'ConsoleLink',
  managedPrivateEndpointName: 'console-endpoint',
  managedVirtualNetworkName: 'default',
  nodeName: 'NODE-01',
  notebookName: 'Console notebook',
  parentResourcePath: 'workspaces/contoso-sales',
  pipelineName: 'Console pipeline',
  resourceName: 'SalesDW',
  resourceProviderNamespace: 'Microsoft.Synapse',
  resourceType: 'sqlPools',
  roleAssignmentId: '3f1d2c44-8f0a-4d5b-9c3e-0a1b2c3d4e5f',
  ruleName: 'console',
  schemaName: 'dbo',
  securityAlertPolicyName: 'default',
  sensitivityLabelSource: 'current',
  sparkConfigurationName: 'ConsoleConfiguration',
  sparkJobDefinitionName: 'Console job',
  sparkPoolName: 'sparksmall',
  sqlPoolName: 'SalesDW',
  sqlScriptName: 'Console script',
  tableName: 'DimCustomer',
  transparentDataEncryptionName: 'current',
  triggerName: 'Console trigger',
  vulnerabilityAssessmentName: 'default',
  workloadClassifierName: 'consoleClassifier',
  workloadGroupName: 'consoleGroup',
  ruleId: 'VA1001',
  scanId: 'console-scan',
  roleDefinitionId: '53faaa0e-40b6-40c8-a2ff-e38f2d388875',
};

const lastDays = {
  lastUpdatedAfter: new Date(Date.now() - 8 * 86_400_000).toISOString(),
  lastUpdatedBefore: new Date(Date.now() + 86_400_000).toISOString(),
};

const newPool = { path: { sqlPoolName: 'ConsoleDW' } };
const pool = { location: 'westeurope', sku: { name: 'DW100c' } };
/** The member of a JSON reply that a path of names leads to, as text. */
function remembered(key: string, ...path: readonly (string | number)[]) {
  return (reply: string, memory: Memory): void => {
    let value: unknown = JSON.parse(reply.slice(reply.indexOf('\n{') + 1));
    for (const name of path) value = Reflect.get(value as object, name);
    assert.ok(value !== undefined && value !== null, `${key} in ${reply}`);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    memory.set(key, text.split('/').at(-1) ?? '');
  };
}

function known(memory: Memory, key: string): string {
  return memory.get(key) ?? assert.fail(`nobody has told ${key}`);
}

const idOfNothing = '0b8f5a3e-52c1-4b0a-9d5a-0d5b7c1a2f30';
const operationOfHeader = {
  path: { operationId: idOfNothing },
  refused: { status: 404, why: 'ids of operations stand in headers alone, and what has them was followed to its end' },
};
const noNodes = { refused: { status: 404, why: 'no machine runs this integration runtime' } };
const noNetwork = { refused: { status: 404, why: 'the workspace has no managed virtual network' } };
const ssis = { path: { integrationRuntimeName: 'ConsoleSsis' } };
const renamed = (path: Readonly<Record<string, string>>): OperationFixture => {
  const [name = ''] = Object.values(path);
  return { phase: 7, body: { newName: `${name} renamed`.replaceAll(/(?<=^Console(?:Flow|Dataset|Link)) /gu, '_') } };
};
const afterRenaming = (path: Readonly<Record<string, string>>): OperationFixture => ({
  path: Object.fromEntries(
    Object.entries(path).map(([key, name]) => [
      key,
      `${name} renamed`.replaceAll(/(?<=^Console(?:Flow|Dataset|Link)) /gu, '_'),
    ]),
  ),
});
const named = (...parameters: readonly string[]): Record<string, string> =>
  Object.fromEntries(parameters.map((parameter) => [parameter, names[parameter] ?? '']));
const batch = (memory: Memory): Record<string, string> => ({ batchId: known(memory, 'batch') });
const session = (memory: Memory): Record<string, string> => ({ sessionId: known(memory, 'session') });
const statement = (memory: Memory): Record<string, string> => ({
  ...session(memory),
  statementId: known(memory, 'statement'),
});
const pipelineRun = (memory: Memory): Record<string, string> => ({ runId: known(memory, 'run') });
const triggerRun = (memory: Memory): Record<string, string> => ({
  triggerName: known(memory, 'trigger'),
  runId: known(memory, 'triggerRun'),
});
const point = (memory: Memory): Record<string, string> => ({ restorePointName: known(memory, 'point') });
const debug = (memory: Memory): Record<string, string> => ({ sessionId: known(memory, 'debugSession') });
const sizes = { driverMemory: '4g', driverCores: 1, executorMemory: '2g', executorCores: 1, numExecutors: 2 };
const job = {
  properties: {
    targetBigDataPool: { referenceName: 'sparksmall', type: 'BigDataPoolReference' },
    jobProperties: { name: 'Console job', file: 'abfss://x@y.dfs.core.windows.net/a.py', ...sizes },
  },
};
const stream = { name: 'source1' };
const flow = {
  type: 'MappingDataFlow',
  typeProperties: { sources: [stream], sinks: [], transformations: [], scriptLines: [] },
};
const aWorkspace = { path: { workspaceName: 'console-workspace' } };
const storage = { accountUrl: 'https://console.dfs.core.windows.net', filesystem: 'files' };
const scope = { path: { roleAssignmentName: idOfNothing, roleDefinitionId: idOfNothing } };
const notPlayed = {
  refused: { status: 404, why: 'the emulator does not play these lists of Azure, and nobody has this role' },
};

export const fixtures: Readonly<Record<string, OperationFixture>> = {
  'Workspaces.createOrUpdate': {
    ...aWorkspace,
    phase: 0,
    body: {
      location: 'westeurope',
      identity: { type: 'SystemAssigned' },
      properties: {
        defaultDataLakeStorage: storage,
        sqlAdministratorLogin: 'admin1',
        sqlAdministratorLoginPassword: 'Pa55-w0rd!',
      },
    },
  },
  'Workspaces.update': { ...aWorkspace, body: { tags: { a: 'b' } } },
  'Workspaces.delete': { ...aWorkspace, phase: 10 },
  'WorkspaceAadAdmins.createOrUpdate': {
    body: {
      properties: {
        tenantId: idOfNothing,
        login: 'admins@contoso.example',
        administratorType: 'ActiveDirectory',
        sid: idOfNothing,
      },
    },
  },
  'WorkspaceManagedIdentitySqlControlSettings.createOrUpdate': {
    body: { properties: { grantSqlControlToManagedIdentity: { desiredState: 'Enabled' } } },
  },
  'Operations.checkNameAvailability': { body: { name: 'console-new', type: 'Microsoft.Synapse/workspaces' } },
  'Operations.getLocationHeaderResult': operationOfHeader,
  'Operations.getAzureAsyncHeaderResult': operationOfHeader,
  'OperationResults.get': operationOfHeader,
  'OperationStatuses.get': operationOfHeader,
  'Libraries.getOperationResult': operationOfHeader,
  'NotebookOperationResults.get': operationOfHeader,
  'SqlPoolOperationResults.getLocationHeaderResult': operationOfHeader,

  'SqlPools.create': { ...newPool, phase: 0, body: pool },
  'SqlPools.update': { ...newPool, body: { tags: { a: 'b' } } },
  'SqlPools.pause': { ...newPool, phase: 5 },
  'SqlPools.resume': { ...newPool, phase: 6 },
  'SqlPools.delete': newPool,
  'BigDataPools.createOrUpdate': {
    phase: 0,
    body: {
      location: 'westeurope',
      properties: { nodeSize: 'Small', nodeSizeFamily: 'MemoryOptimized', nodeCount: 3, sparkVersion: '3.4' },
    },
  },
  'BigDataPools.update': { body: { tags: { a: 'b' } } },
  'IpFirewallRules.createOrUpdate': {
    body: { properties: { startIpAddress: '203.0.113.7', endIpAddress: '203.0.113.8' } },
  },
  'IpFirewallRules.replaceAll': {
    // It takes away every rule, and with them the caller's own way in: those stay.
    phase: 11,
    body: { ipFirewallRules: { all: { startIpAddress: '0.0.0.0', endIpAddress: '255.255.255.255' } } },
  },

  'IntegrationRuntimes.create': { body: { properties: { type: 'SelfHosted' } } },
  'IntegrationRuntimes.update': { body: { autoUpdate: 'On', updateDelayOffset: 'PT3H' } },
  'IntegrationRuntimes.start': { ...ssis, phase: 3 },
  'IntegrationRuntimes.stop': { ...ssis, phase: 6 },
  'IntegrationRuntimes.listOutboundNetworkDependenciesEndpoints': ssis,
  'IntegrationRuntimes.enableInteractiveQuery': { path: { integrationRuntimeName: 'AutoResolveIntegrationRuntime' } },
  'IntegrationRuntimes.disableInteractiveQuery': {
    phase: 5,
    path: { integrationRuntimeName: 'AutoResolveIntegrationRuntime' },
  },
  'IntegrationRuntimeKeys.regenerate': { body: { keyName: 'authKey1' } },
  'IntegrationRuntimeObjectMetadata.refresh': { ...ssis, phase: 4 },
  'IntegrationRuntimeObjectMetadata.list': { ...ssis, phase: 5, body: { metadataPath: '' } },
  'IntegrationRuntimeConnectionInfos.get': { refused: { status: 400, why: 'no machine is online to be connected to' } },
  'IntegrationRuntimeNodes.get': noNodes,
  'IntegrationRuntimeNodes.update': { ...noNodes, body: { concurrentJobsLimit: 2 } },

  'IntegrationRuntimeNodeAddresses.get': noNodes,

  'SqlPoolTransparentDataEncryptions.createOrUpdate': { body: { properties: { status: 'Enabled' } } },
  'SqlPoolBlobAuditingPolicies.createOrUpdate': { body: { properties: { state: 'Disabled' } } },
  'SqlPoolSecurityAlertPolicies.createOrUpdate': { body: { properties: { state: 'Disabled' } } },
  'SqlPoolGeoBackupPolicies.createOrUpdate': { body: { properties: { state: 'Enabled' } } },
  'SqlPoolMetadataSyncConfigs.create': { body: { properties: { enabled: true } } },
  'SqlPoolRestorePoints.create': {
    phase: 1,
    body: { restorePointLabel: 'console' },
    remember: remembered('point', 'name'),
  },
  'SqlPoolRestorePoints.get': { path: point },
  'SqlPoolRestorePoints.delete': { path: point },
  'SqlPoolReplicationLinks.getByName': {
    path: { linkId: idOfNothing },
    refused: { status: 404, why: 'the pool has no copy elsewhere' },
  },
  'SqlPoolSensitivityLabels.createOrUpdate': {
    body: { properties: { labelName: 'Confidential', informationType: 'Contact Info' } },
  },
  'SqlPoolSensitivityLabels.enableRecommendation': { path: { sensitivityLabelSource: 'recommended' } },
  'SqlPoolSensitivityLabels.disableRecommendation': { path: { sensitivityLabelSource: 'recommended' } },
  'SqlPoolSensitivityLabels.update': { body: { operations: [] } },
  'SqlPoolVulnerabilityAssessments.createOrUpdate': {
    body: {
      properties: {
        storageContainerPath: 'https://console.blob.core.windows.net/va',
        recurringScans: { isEnabled: false },
      },
    },
  },
  'SqlPoolVulnerabilityAssessmentRuleBaselines.createOrUpdate': {
    body: { properties: { baselineResults: [{ result: ['a', 'b'] }] } },
  },
  'SqlPoolVulnerabilityAssessmentScans.initiateScan': { phase: 1.5 },
  'SqlPoolWorkloadGroups.createOrUpdate': {
    phase: 0.9,
    body: {
      properties: { minResourcePercent: 10, maxResourcePercent: 50, minResourcePercentPerRequest: 2.5 },
    },
  },
  'SqlPoolWorkloadClassifiers.createOrUpdate': { body: { properties: { memberName: 'dbo' } } },
  'SqlPoolWorkloadGroups.delete': { phase: 9.5 },

  'RoleAssignments.create': {
    body: (memory: Memory) => ({
      roleId: names['roleDefinitionId'],
      principalId: known(memory, 'principal'),
      scope: 'workspaces/contoso-sales',
    }),
  },
  'AccessChecks.checkPrincipalAccess': {
    body: {
      subject: { principalId: idOfNothing },
      actions: [{ id: 'Microsoft.Synapse/workspaces/read', isDataAction: true }],
      scope: 'workspaces/contoso-sales',
    },
  },
  'SqlScripts.createOrUpdate': {
    body: {
      name: names['sqlScriptName'],
      properties: { content: { query: 'SELECT 1;', metadata: { language: 'sql' } }, type: 'SqlQuery' },
    },
  },
  'SqlScripts.rename': renamed(named('sqlScriptName')),
  'SqlScripts.delete': afterRenaming(named('sqlScriptName')),
  'Notebooks.createOrUpdate': {
    body: {
      name: names['notebookName'],
      properties: {
        nbformat: 4,
        nbformat_minor: 2,
        metadata: { language_info: { name: 'python' } },
        cells: [{ cell_type: 'code', metadata: {}, source: ['1'], outputs: [], execution_count: null }],
      },
    },
  },
  'Notebooks.rename': renamed(named('notebookName')),
  'Notebooks.delete': afterRenaming(named('notebookName')),
  'Pipelines.createOrUpdate': {
    body: { properties: { activities: [{ name: 'Wait', type: 'Wait', typeProperties: { waitTimeInSeconds: 1 } }] } },
  },
  'Pipelines.createRun': { phase: 1.5, body: {}, remember: remembered('run', 'runId') },
  'Pipelines.rename': renamed(named('pipelineName')),
  'Pipelines.delete': afterRenaming(named('pipelineName')),
  'PipelineRuns.get': { path: pipelineRun },
  'PipelineRuns.cancel': { path: pipelineRun },
  'PipelineRuns.queryActivityRuns': { path: pipelineRun, body: lastDays },
  'PipelineRuns.queryByWorkspace': { body: lastDays },
  'Triggers.createOrUpdate': {
    body: {
      properties: {
        type: 'BlobEventsTrigger',
        typeProperties: {
          events: ['Microsoft.Storage.BlobCreated'],
          scope: '/subscriptions/x/resourceGroups/y/providers/Microsoft.Storage/storageAccounts/z',
          blobPathBeginsWith: '/a/',
        },
        pipelines: [{ pipelineReference: { referenceName: 'Daily load', type: 'PipelineReference' } }],
      },
    },
  },
  'Triggers.stop': { phase: 6 },
  'Triggers.unsubscribeFromEvents': { phase: 6 },
  'TriggerRuns.queryByWorkspace': {
    phase: 3,
    body: lastDays,
    remember: (reply, memory) => {
      remembered('triggerRun', 'value', 0, 'triggerRunId')(reply, memory);
      remembered('trigger', 'value', 0, 'triggerName')(reply, memory);
    },
  },
  'TriggerRuns.rerunTriggerInstance': { path: triggerRun },
  'TriggerRuns.cancelTriggerInstance': { path: triggerRun },
  'LinkedServices.createOrUpdate': {
    body: { properties: { type: 'AzureBlobFS', typeProperties: { url: 'https://console.dfs.core.windows.net' } } },
  },
  'LinkedServices.rename': renamed(named('linkedServiceName')),
  'LinkedServices.delete': afterRenaming(named('linkedServiceName')),
  'Datasets.createOrUpdate': {
    body: {
      properties: {
        type: 'Binary',
        linkedServiceName: { referenceName: 'ConsoleLink', type: 'LinkedServiceReference' },
        typeProperties: { location: { type: 'AzureBlobFSLocation', fileName: 'a' } },
      },
    },
  },
  'Datasets.rename': renamed(named('datasetName')),
  'Datasets.delete': afterRenaming(named('datasetName')),
  'DataFlows.createOrUpdate': { body: { properties: flow } },
  'DataFlows.rename': renamed(named('dataFlowName')),
  'DataFlows.delete': afterRenaming(named('dataFlowName')),
  'DataFlowDebugSessions.create': {
    phase: 1,
    body: { computeType: 'General', coreCount: 8, timeToLive: 60 },
    remember: remembered('debugSession', 'sessionId'),
  },
  'DataFlowDebugSessions.addDataFlow': {
    phase: 3,
    body: (memory: Memory) => ({ ...debug(memory), dataFlow: { name: 'ConsoleFlow', properties: flow } }),
  },
  'DataFlowDebugSessions.executeCommand': {
    body: (memory: Memory) => ({
      ...debug(memory),
      command: 'executePreviewQuery',
      commandPayload: { streamName: stream.name, rowLimits: 10 },
    }),
  },
  'DataFlowDebugSessions.delete': { phase: 8, body: debug },
  'KqlScripts.createOrUpdate': {
    body: { properties: { content: { query: 'T | take 1', metadata: { language: 'kql' } } } },
  },
  'KqlScripts.rename': renamed(named('kqlScriptName')),
  'KqlScripts.delete': afterRenaming(named('kqlScriptName')),
  'SparkConfigurations.rename': renamed(named('sparkConfigurationName')),
  'SparkConfigurations.delete': afterRenaming(named('sparkConfigurationName')),
  'SparkJobDefinitions.createOrUpdate': { body: job },
  'SparkJobDefinitions.debug': { body: job },
  'SparkJobDefinitions.rename': renamed(named('sparkJobDefinitionName')),
  'SparkJobDefinitions.delete': afterRenaming(named('sparkJobDefinitionName')),
  'SparkBatches.create': {
    phase: 1,
    body: { name: 'Console', file: 'abfss://x@y.dfs.core.windows.net/a.py', ...sizes },
    remember: remembered('batch', 'id'),
  },
  'SparkBatches.get': { path: batch },
  'SparkBatches.cancel': { path: batch },
  'SparkSessions.create': { phase: 0.5, body: { name: 'Console', ...sizes }, remember: remembered('session', 'id') },
  'SparkSessions.get': { path: session },
  'SparkSessions.cancel': { path: session },
  'SparkSessions.resetTimeout': { path: session },
  'SparkSessions.getSparkStatements': { path: session },
  'SparkSessions.createSparkStatement': {
    phase: 1.5,
    path: session,
    body: { code: 'print(1)', kind: 'pyspark' },
    remember: remembered('statement', 'id'),
  },
  'SparkSessions.getSparkStatement': { path: statement },
  'SparkSessions.cancelSparkStatement': { path: statement },
  'Libraries.append': { phase: 1.5, body: 'bytes of a library' },
  'ManagedPrivateEndpoints.create': {
    ...noNetwork,
    body: {
      properties: {
        privateLinkResourceId: '/subscriptions/x/resourceGroups/y/providers/Microsoft.Storage/storageAccounts/z',
        groupId: 'blob',
      },
    },
  },
  'ManagedPrivateEndpoints.get': noNetwork,
  'ManagedPrivateEndpoints.list': noNetwork,
  'ManagedPrivateEndpoints.delete': noNetwork,
  'WorkspaceGitRepoManagement.getGitHubAccessToken': {
    body: { gitHubClientId: 'client', gitHubAccessCode: 'code', gitHubAccessTokenBaseUrl: 'https://github.com' },
  },

  'DirectoryObjects.getByIds': {
    body: (memory: Memory) => ({ ids: [known(memory, 'principal')], types: ['servicePrincipal', 'user'] }),
  },
  'DirectoryObjects.getMemberGroups': { path: (memory: Memory) => ({ id: known(memory, 'principal') }) },

  'ResourceGraph.resources': { body: { query: 'resources | where type =~ "microsoft.synapse/workspaces"' } },
  'Resources.getById': { query: { 'api-version': '2021-06-01' } },
  'Resources.list': notPlayed,
  'Resources.listByResourceGroup': notPlayed,
  'ResourceGraphOperations.list': notPlayed,
  'Providers.list': notPlayed,
  'Providers.get': notPlayed,
  'Providers.register': notPlayed,
  'Subscriptions.listLocations': notPlayed,
  'AzurePermissions.listForResource': notPlayed,
  'AzurePermissions.listForResourceGroup': notPlayed,
  'AzureRoleDefinitions.get': { ...scope, ...notPlayed },
  'AzureRoleDefinitions.getById': {
    ...notPlayed,
    path: { roleId: `providers/Microsoft.Authorization/roleDefinitions/${idOfNothing}` },
  },
  'AzureRoleDefinitions.createOrUpdate': { ...scope, ...notPlayed },
  'AzureRoleDefinitions.delete': { ...scope, ...notPlayed },
  'AzureRoleAssignments.listForResource': notPlayed,
  ...Object.fromEntries(
    ['get', 'create', 'delete'].map((member) => [`AzureRoleAssignments.${member}`, { ...scope, ...notPlayed }]),
  ),
  ...Object.fromEntries(
    ['getById', 'createById', 'deleteById'].map((member) => [
      `AzureRoleAssignments.${member}`,
      {
        ...notPlayed,
        path: { roleAssignmentId: `providers/Microsoft.Authorization/roleAssignments/${idOfNothing}` },
      },
    ]),
  ),
};

/** Sent before all others: what some of them need, and no operation of their own creates. */
const preparations: readonly { readonly name: string; readonly fixture: OperationFixture }[] = [
  {
    name: 'IntegrationRuntimes.create',
    fixture: {
      ...ssis,
      body: {
        properties: {
          type: 'Managed',
          typeProperties: {
            computeProperties: {
              location: 'westeurope',
              nodeSize: 'Standard_D2_v3',
              numberOfNodes: 1,
              maxParallelExecutionsPerNode: 1,
            },
            ssisProperties: { licenseType: 'LicenseIncluded', edition: 'Standard' },
          },
        },
      },
    },
  },
];

/** One request of the whole run; without a fixture names and skeleton do. */
export interface Step {
  readonly known: KnownOperation;
  readonly fixture: OperationFixture | undefined;
}

/** All operations in an order in which they can be sent, with what has to be there before. */
export function steps(operations: readonly KnownOperation[]): Step[] {
  const before = preparations.map(({ name, fixture }): Step => {
    const operation = operations.find((one) => one.name === name) ?? assert.fail(name);
    return { known: operation, fixture };
  });
  return [...before, ...inOrder(operations).map((one): Step => ({ known: one, fixture: fixtures[one.name] }))];
}

/** The order in which all operations can be sent: what is made before what uses it, and what is deleted last. */
function inOrder(operations: readonly KnownOperation[]): KnownOperation[] {
  const phase = ({ name, operation }: KnownOperation): number =>
    fixtures[name]?.phase ?? ({ PUT: 1, GET: 2, HEAD: 2, PATCH: 3, POST: 4, DELETE: 9 } as const)[operation.method];
  const depth = ({ operation }: KnownOperation): number =>
    operation.path.split('/').length * (operation.method === 'DELETE' ? -1 : 1);
  return operations.toSorted((a, b) => phase(a) - phase(b) || depth(a) - depth(b));
}

export function later<Value>(value: Later<Value> | undefined, memory: Memory): Value | undefined {
  return typeof value === 'function' ? (value as (memory: Memory) => Value)(memory) : value;
}
