import type { Group } from './group.ts';

/** The only version of Livy's paths that the specifications name. */
const livy = { livyApiVersion: '2019-11-01-preview' };

/**
 * Everything that a workspace's own endpoint serves, version 2020-12-01 where none is named.
 *
 * Not declared: Livy and monitoring of 2019-11-01-preview, the same operations at the same paths; role-based access
 * control of 2020-02-01-preview, which 2020-12-01 has superseded.
 */
export const workspaceGroups: readonly Group[] = [
  group('RoleAssignments', 'RoleAssignments', 'roleAssignments'),
  group('RoleDefinitions', 'RoleDefinitions', 'roleDefinitions'),
  reading('RoleAssignments_CheckPrincipalAccess', group('AccessChecks', 'RoleAssignments', 'checkAccessSynapseRbac')),
  group('SqlScripts', 'SqlScript', 'sqlScripts'),
  group('Notebooks', 'Notebook', 'notebooks'),
  group('NotebookOperationResults', 'NotebookOperationResult', 'notebooks'),
  group('Pipelines', 'Pipeline', 'pipelines'),
  {
    ...group('PipelineRuns', 'PipelineRun', 'pipelines'),
    readOnly: ['PipelineRun_QueryPipelineRunsByWorkspace', 'PipelineRun_QueryActivityRuns'],
  },
  {
    ...group('SparkBatches', 'SparkBatch', 'sparkJob'),
    pathValues: livy,
    members: {
      SparkBatch_GetSparkBatchJobs: 'list',
      SparkBatch_CreateSparkBatchJob: 'create',
      SparkBatch_GetSparkBatchJob: 'get',
      SparkBatch_CancelSparkBatchJob: 'cancel',
    },
  },
  { ...group('SparkSessions', 'SparkSession', 'sparkJob'), pathValues: livy },
  group('SparkJobDefinitions', 'SparkJobDefinition', 'sparkJobDefinitions'),
  reading('Trigger_GetEventSubscriptionStatus', group('Triggers', 'Trigger', 'triggers')),
  reading('TriggerRun_QueryTriggerRunsByWorkspace', group('TriggerRuns', 'TriggerRun', 'triggers')),
  group('LinkedServices', 'LinkedService', 'linkedServices'),
  group('Datasets', 'Dataset', 'datasets'),
  group('DataFlows', 'DataFlow', 'dataflows'),
  group('DataFlowDebugSessions', 'DataFlowDebugSession', 'dataflows'),
  { ...group('Libraries', 'Library', 'library'), once: ['Library_Append'] },
  group('WorkspaceGitRepoManagement', 'WorkspaceGitRepoManagement', 'gitintegration'),
  group('EndpointWorkspace', 'Workspace', 'workspace'),
  group('EndpointSqlPools', 'SqlPools', 'sqlPools'),
  group('EndpointBigDataPools', 'BigDataPools', 'bigDataPools'),
  group('EndpointIntegrationRuntimes', 'IntegrationRuntimes', 'integrationRuntimes'),
  group('OperationResults', 'OperationResult', 'operations'),
  group('OperationStatuses', 'OperationStatus', 'operations'),
  group('Credentials', 'Credential', 'credential'),
  group('ManagedPrivateEndpoints', 'ManagedPrivateEndpoints', 'managedPrivateEndpoints'),
  group('Monitoring', 'Monitoring', 'monitoring'),
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
];

/** @param prefix First part of the operation ids. */
function group(name: string, prefix: string, file: string): Group {
  const files = [`synapse/data-plane/Microsoft.Synapse/stable/2020-12-01/${file}.json`];
  return { name, service: 'synapse', files, ...(prefix === name ? {} : { prefixes: [prefix] }) };
}

/** A group with a POST that only reads. */
function reading(operationId: string, of: Group): Group {
  return { ...of, readOnly: [operationId] };
}
