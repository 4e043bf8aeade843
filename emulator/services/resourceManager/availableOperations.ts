/** What can be done with each kind of resource, as Azure roles name it. */
const kinds: Readonly<Record<string, readonly [resource: string, verbs: readonly string[]]>> = {
  operations: ['Available Operations', ['read']],
  checkNameAvailability: ['Workspaces', ['action']],
  workspaces: ['Workspaces', ['read', 'write', 'delete', 'replaceAllIpFirewallRules/action']],
  'workspaces/administrators': ['Workspace Active Directory Administrator', ['read', 'write', 'delete']],
  'workspaces/bigDataPools': ['Apache Spark Pools', ['read', 'write', 'delete']],
  'workspaces/firewallRules': ['IP Firewall Rules', ['read', 'write', 'delete']],
  'workspaces/managedIdentitySqlControlSettings': ['Managed Identity SQL Control Settings', ['read', 'write']],
  'workspaces/integrationRuntimes': [
    'Integration Runtimes',
    [
      'read',
      'write',
      'delete',
      'start/action',
      'stop/action',
      'upgrade/action',
      'getStatus/action',
      'getConnectionInfo/action',
      'listAuthKeys/action',
      'regenerateAuthKey/action',
      'syncCredentials/action',
      'monitoringData/action',
      'getObjectMetadata/action',
      'refreshObjectMetadata/action',
    ],
  ],
  'workspaces/integrationRuntimes/nodes': ['Integration Runtimes', ['read', 'write', 'delete', 'ipAddress/action']],
  'workspaces/sqlPools': ['SQL Pools', ['read', 'write', 'delete', 'pause/action', 'resume/action']],
  'workspaces/sqlPools/auditingSettings': ['SQL Pool Auditing Settings', ['read', 'write']],
  'workspaces/sqlPools/connectionPolicies': ['SQL Pool Connection Policies', ['read']],
  'workspaces/sqlPools/dataWarehouseUserActivities': ['SQL Pool User Activities', ['read']],
  'workspaces/sqlPools/geoBackupPolicies': ['SQL Pool Geo Backup Policies', ['read', 'write']],
  'workspaces/sqlPools/metadataSync': ['SQL Pool Metadata Sync', ['read', 'write']],
  'workspaces/sqlPools/operations': ['SQL Pool Operations', ['read']],
  'workspaces/sqlPools/replicationLinks': ['SQL Pool Replication Links', ['read']],
  'workspaces/sqlPools/restorePoints': ['SQL Pool Restore Points', ['read', 'write', 'delete']],
  'workspaces/sqlPools/schemas': ['SQL Pool Schemas', ['read']],
  'workspaces/sqlPools/schemas/tables': ['SQL Pool Tables', ['read']],
  'workspaces/sqlPools/schemas/tables/columns': ['SQL Pool Columns', ['read']],
  'workspaces/sqlPools/schemas/tables/columns/sensitivityLabels': [
    'SQL Pool Sensitivity Labels',
    ['read', 'write', 'delete', 'enable/action', 'disable/action'],
  ],
  'workspaces/sqlPools/securityAlertPolicies': ['SQL Pool Security Alert Policies', ['read', 'write']],
  'workspaces/sqlPools/transparentDataEncryption': ['SQL Pool Transparent Data Encryption', ['read', 'write']],
  'workspaces/sqlPools/usages': ['SQL Pool Usages', ['read']],
  'workspaces/sqlPools/vulnerabilityAssessments': ['SQL Pool Vulnerability Assessments', ['read', 'write', 'delete']],
};

const words: Readonly<Record<string, string>> = { read: 'Read', write: 'Create or update', delete: 'Delete' };

/** A bare list, in which `isDataAction` is a text (example of the specification). */
export function availableOperations(): readonly object[] {
  return [
    ...Object.entries(kinds).flatMap(([kind, [resource, verbs]]) =>
      verbs.map((verb) => {
        const description = `${words[verb] ?? `Do ${verb.replace(/\/?action$/, '')} on`} ${resource}`;
        return {
          name: `Microsoft.Synapse/${kind}/${verb}`,
          isDataAction: 'false',
          display: { provider: 'Microsoft Synapse', resource, operation: description, description },
          origin: 'user,system',
        };
      }),
    ),
    metricDefinitions,
    logDefinitions,
  ];
}

/** Some of what Azure Monitor measures of a workspace, as its provider declares it. */
const metricDefinitions = {
  name: 'Microsoft.Synapse/workspaces/providers/Microsoft.Insights/metricDefinitions/read',
  isDataAction: 'false',
  display: {
    provider: 'Microsoft Synapse',
    resource: 'Workspace',
    operation: 'Read workspace metric definitions',
    description: 'Gets the available metrics for workspace',
  },
  origin: 'system',
  properties: {
    serviceSpecification: {
      metricSpecifications: ['Failed', 'Succeeded', 'Cancelled'].map((outcome) => ({
        name: `Pipeline${outcome}Runs`,
        displayName: `${outcome} pipeline runs`,
        displayDescription: '',
        unit: 'Count',
        aggregationType: 'Total',
        sourceMdmAccount: 'MicrosoftDataFactoryProdShoebox',
        sourceMdmNamespace: 'ADFMetrics',
        dimensions: [{ name: 'Name', displayName: 'Pipeline', toBeExportedForShoebox: true }],
      })),
    },
  },
};

/** The logs that a workspace can write, likewise. */
const logDefinitions = {
  name: 'Microsoft.Synapse/workspaces/providers/Microsoft.Insights/logDefinitions/read',
  isDataAction: 'false',
  display: {
    provider: 'Microsoft Synapse',
    resource: 'The log definition of workspace',
    operation: 'Read workspace log definitions',
    description: 'Gets the available logs for workspace',
  },
  origin: 'system',
  properties: {
    serviceSpecification: {
      logSpecifications: ['Activity', 'Pipeline', 'Trigger'].map((what) => ({
        name: `${what}Runs`,
        displayName: `${what} runs`,
        blobDuration: 'PT1H',
      })),
    },
  },
};
