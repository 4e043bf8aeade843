import type { Group } from './group.ts';

/** Everything of Microsoft.Synapse on Azure Resource Manager, version 2021-06-01. */
export const managementGroups: readonly Group[] = [
  ...fromFile('workspace', ['Workspaces', 'WorkspaceAadAdmins', 'WorkspaceManagedIdentitySqlControlSettings']),
  ...fromFile('bigDataPool', ['BigDataPools']),
  ...fromFile('firewallRule', ['IpFirewallRules']),
  {
    name: 'Operations',
    service: 'synapse',
    files: [file('operations'), file('checkNameAvailability')],
    readOnly: ['Operations_CheckNameAvailability'],
  },
  ...fromFile('integrationRuntime', [
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
  ...fromFile('sqlPool', [
    'SqlPools',
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
  { name: 'SqlPoolWorkloadGroups', service: 'synapse', files: [file('sqlPool')], prefixes: ['SqlPoolWorkloadGroup'] },
  {
    name: 'SqlPoolWorkloadClassifiers',
    service: 'synapse',
    files: [file('sqlPool')],
    prefixes: ['SqlPoolWorkloadClassifier'],
  },
];

function file(name: string): string {
  return `synapse/resource-manager/Microsoft.Synapse/stable/2021-06-01/${name}.json`;
}

function fromFile(name: string, groups: readonly string[]): Group[] {
  return groups.map((group) => ({ name: group, service: 'synapse', files: [file(name)] }));
}

function integrationRuntime(name: string, prefix = name): Group {
  return { name, service: 'synapse', files: [file('integrationRuntime')], prefixes: [prefix] };
}

/** A group with a POST that only reads. */
function reading(operationId: string, group: Group): Group {
  return { ...group, readOnly: [operationId] };
}
