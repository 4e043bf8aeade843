import type { Group } from './groups.ts';

/** The only version of Livy's paths that the specifications name. */
const livy = { livyApiVersion: '2019-11-01-preview' };

/**
 * The groups that nothing is written for yet. To declare one, move its row to groups.ts; a test sees to it that the
 * generator and the compiler can cope with all of them.
 *
 * Absent because the specifications folder lacks their files: Resources, ResourceGroups and Providers (2021-04-01),
 * Spark configurations (2021-06-01-preview) and the superseded RBAC of 2020-02-01-preview. Absent because it is the same
 * at the same paths: Livy of 2019-11-01-preview.
 */
export const plannedGroups: readonly Group[] = [
  ...management('integrationRuntime', [
    'IntegrationRuntimeCredentials',
    'IntegrationRuntimeNodes',
    'IntegrationRuntimes',
  ]),
  reading('IntegrationRuntimeConnectionInfos_Get', integrationRuntime('IntegrationRuntimeConnectionInfos')),
  reading('IntegrationRuntimeObjectMetadata_List', integrationRuntime('IntegrationRuntimeObjectMetadata')),
  // Four whose own names are those of models.
  reading(
    'IntegrationRuntimeAuthKeys_List',
    integrationRuntime('IntegrationRuntimeKeys', 'IntegrationRuntimeAuthKeys'),
  ),
  reading(
    'IntegrationRuntimeMonitoringData_List',
    integrationRuntime('IntegrationRuntimeMonitoring', 'IntegrationRuntimeMonitoringData'),
  ),
  reading(
    'IntegrationRuntimeNodeIpAddress_Get',
    integrationRuntime('IntegrationRuntimeNodeAddresses', 'IntegrationRuntimeNodeIpAddress'),
  ),
  reading('IntegrationRuntimeStatus_Get', integrationRuntime('IntegrationRuntimeStatuses', 'IntegrationRuntimeStatus')),
  ...management('firewallRule', ['IpFirewallRules']),
  {
    name: 'Operations',
    service: 'synapse',
    files: [managementFile('operations'), managementFile('checkNameAvailability')],
    readOnly: ['Operations_CheckNameAvailability'],
  },
  ...management('sqlPool', [
    'SqlPoolBlobAuditingPolicies',
    'SqlPoolConnectionPolicies',
    'SqlPoolDataWarehouseUserActivities',
    'SqlPoolGeoBackupPolicies',
    'SqlPoolMetadataSyncConfigs',
    'SqlPoolOperationResults',
    'SqlPoolOperations',
    'SqlPoolReplicationLinks',
    'SqlPoolRestorePoints',
    'SqlPoolSchemas',
    'SqlPoolSecurityAlertPolicies',
    'SqlPoolSensitivityLabels',
    'SqlPoolTableColumns',
    'SqlPoolTables',
    'SqlPoolTransparentDataEncryptions',
    'SqlPoolUsages',
    'SqlPoolVulnerabilityAssessmentRuleBaselines',
    'SqlPoolVulnerabilityAssessmentScans',
    'SqlPoolVulnerabilityAssessments',
  ]),
  ...management('workspace', ['WorkspaceAadAdmins', 'WorkspaceManagedIdentitySqlControlSettings']),

  reading(
    'RoleAssignments_CheckPrincipalAccess',
    artifacts('AccessChecks', 'RoleAssignments', 'checkAccessSynapseRbac'),
  ),
  artifacts('SqlScripts', 'SqlScript', 'sqlScripts'),
  artifacts('Notebooks', 'Notebook', 'notebooks'),
  artifacts('NotebookOperationResults', 'NotebookOperationResult', 'notebooks'),
  artifacts('Pipelines', 'Pipeline', 'pipelines'),
  {
    ...artifacts('PipelineRuns', 'PipelineRun', 'pipelines'),
    readOnly: ['PipelineRun_QueryPipelineRunsByWorkspace', 'PipelineRun_QueryActivityRuns'],
  },
  {
    ...artifacts('SparkBatches', 'SparkBatch', 'sparkJob'),
    pathValues: livy,
    members: {
      SparkBatch_GetSparkBatchJobs: 'list',
      SparkBatch_CreateSparkBatchJob: 'create',
      SparkBatch_GetSparkBatchJob: 'get',
      SparkBatch_CancelSparkBatchJob: 'cancel',
    },
  },
  { ...artifacts('SparkSessions', 'SparkSession', 'sparkJob'), pathValues: livy },
  artifacts('SparkJobDefinitions', 'SparkJobDefinition', 'sparkJobDefinitions'),
  reading('Trigger_GetEventSubscriptionStatus', artifacts('Triggers', 'Trigger', 'triggers')),
  reading('TriggerRun_QueryTriggerRunsByWorkspace', artifacts('TriggerRuns', 'TriggerRun', 'triggers')),
  artifacts('LinkedServices', 'LinkedService', 'linkedServices'),
  artifacts('Datasets', 'Dataset', 'datasets'),
  artifacts('DataFlows', 'DataFlow', 'dataflows'),
  artifacts('DataFlowDebugSessions', 'DataFlowDebugSession', 'dataflows'),
  artifacts('Libraries', 'Library', 'library'),
  artifacts('WorkspaceGitRepoManagement', 'WorkspaceGitRepoManagement', 'gitintegration'),
  artifacts('EndpointWorkspace', 'Workspace', 'workspace'),
  artifacts('EndpointSqlPools', 'SqlPools', 'sqlPools'),
  artifacts('EndpointBigDataPools', 'BigDataPools', 'bigDataPools'),
  artifacts('EndpointIntegrationRuntimes', 'IntegrationRuntimes', 'integrationRuntimes'),
  artifacts('OperationResults', 'OperationResult', 'operations'),
  artifacts('OperationStatuses', 'OperationStatus', 'operations'),
  artifacts('Credentials', 'Credential', 'credential'),
  artifacts('ManagedPrivateEndpoints', 'ManagedPrivateEndpoints', 'managedPrivateEndpoints'),
  artifacts('Monitoring', 'Monitoring', 'monitoring'),
  {
    name: 'KqlScripts',
    service: 'synapse',
    files: ['synapse/data-plane/Microsoft.Synapse/preview/2021-11-01-preview/kqlScripts.json'],
    prefixes: ['KqlScripts', 'KqlScript'],
    members: {
      KqlScripts_GetAll: 'list',
      KqlScript_GetByName: 'get',
      KqlScript_DeleteByName: 'delete',
    },
  },
  ...authorization('RoleAssignmentsCalls', ['RoleAssignments']),
  ...authorization('RoleDefinitionsCalls', ['Permissions', 'RoleDefinitions']),
];

function management(file: string, names: readonly string[]): Group[] {
  return names.map((name) => ({ name, service: 'synapse', files: [managementFile(file)] }));
}

function integrationRuntime(name: string, prefix = name): Group {
  return { name, service: 'synapse', files: [managementFile('integrationRuntime')], prefixes: [prefix] };
}

/** A group with a POST that only reads. */
function reading(operationId: string, group: Group): Group {
  return { ...group, readOnly: [operationId] };
}

function artifacts(name: string, prefix: string, file: string): Group {
  const files = [`synapse/data-plane/Microsoft.Synapse/stable/2020-12-01/${file}.json`];
  return { name, service: 'synapse', files, ...(prefix === name ? {} : { prefixes: [prefix] }) };
}

function authorization(file: string, prefixes: readonly string[]): Group[] {
  return prefixes.map((prefix) => ({
    name: `Azure${prefix}`,
    service: 'arm',
    files: [`authorization/resource-manager/Microsoft.Authorization/stable/2022-04-01/authorization-${file}.json`],
    prefixes: [prefix],
    wholePaths: ['scope', 'roleAssignmentId', 'roleId', 'parentResourcePath', 'resourceType'],
  }));
}

function managementFile(name: string): string {
  return `synapse/resource-manager/Microsoft.Synapse/stable/2021-06-01/${name}.json`;
}
