/*
 * The built-in Synapse roles: ids, names, data actions, scopes and their order as recorded
 * (roleDefinitions.2020-08-01-preview.recorded.json); the descriptions are the emulator's. Like the service's own they
 * end in characters that nobody sees, so that clients learn to trim them.
 */

export interface RoleDefinition {
  readonly name: string;
  readonly description: string;
  readonly id: string;
  readonly isBuiltIn: true;
  readonly permissions: readonly {
    readonly dataActions: readonly string[];
    readonly [others: string]: readonly string[];
  }[];
  readonly scopes: readonly string[];
  readonly availabilityStatus: 'Available';
}

/** What examples of the specifications write for the id of whatever role. */
export const anyId = '00000000-0000-0000-0000-000000000000';

const workspace = 'workspaces/{workspaceName}';
const bigDataPools = `${workspace}/bigDataPools/{bigDataPoolName}`;
const scopePools = `${workspace}/scopePools/{scopePoolName}`;
const integrationRuntimes = `${workspace}/integrationRuntimes/{integrationRuntimeName}`;
const credentials = `${workspace}/credentials/{credentialName}`;
const linkedServices = `${workspace}/linkedServices/{linkedServiceName}`;

/** `GET /rbacScopes`. */
export const rbacScopes = [workspace, bigDataPools, scopePools, integrationRuntimes, credentials, linkedServices];

const everywhere = [workspace, bigDataPools, scopePools, integrationRuntimes, linkedServices, credentials];
const compute = [workspace, bigDataPools, scopePools, integrationRuntimes];

const codeWithoutScope = [
  'notebooks',
  'sparkJobDefinitions',
  'sqlScripts',
  'dataFlows',
  'dataMappers',
  'pipelines',
  'triggers',
  'datasets',
  'linkedServices',
  'credentials',
];
const code = codeWithoutScope.toSpliced(2, 0, 'scopeJobDefinitions');

const write = (...types: string[]): string[] => types.map((type) => `${type}/write`);
const remove = (...types: string[]): string[] => types.map((type) => `${type}/delete`);
const both = (...types: string[]): string[] => types.flatMap((type) => [`${type}/write`, `${type}/delete`]);
const useCompute = ['bigDataPools', 'scopePools', 'integrationRuntimes'].flatMap((type) => [
  `${type}/useCompute/action`,
  `${type}/viewLogs/action`,
]);
const viewOutputs = ['notebooks/viewOutputs/action', 'pipelines/viewOutputs/action'];
const useSecret = ['linkedServices/useSecret/action', 'credentials/useSecret/action'];
const libraries = ['libraries/delete', 'libraries/write', ...both('kqlScripts', 'sparkConfigurations')];
const linkConnections = ['read', 'write', 'delete', 'useCompute/action'].map((verb) => `linkConnections/${verb}`);

function role(name: string, id: string, description: string, scopes: string[], actions: string[]): RoleDefinition {
  const dataActions = actions.map((action) => `Microsoft.Synapse/workspaces/${action}`);
  return {
    name,
    description: `${description}\u00a0\u200b`,
    id,
    isBuiltIn: true,
    permissions: [{ actions: [], notActions: [], dataActions, notDataActions: [] }],
    scopes,
    availabilityStatus: 'Available',
  };
}

// prettier-ignore
export const builtInRoles: readonly RoleDefinition[] = [
  role('Synapse Administrator', '6e4bf58a-b8e1-4cc3-bbf9-d73143322b78',
    'May do everything in the workspace: run compute, publish code, use credentials, give access to others.', everywhere,
    ['read', ...both('roleAssignments', 'managedPrivateEndpoints'), ...useCompute, 'artifacts/read', ...write(...code),
      ...remove(...code), 'cancelPipelineRun/action', ...viewOutputs, ...useSecret, ...libraries, ...linkConnections]),
  role('Synapse Linked Data Manager', 'dd665582-e433-40ca-b183-1b1b33e73375',
    'Manages private endpoints, linked services and credentials.', [workspace],
    ['read', ...both('managedPrivateEndpoints'), ...write('linkedServices', 'credentials'),
      ...remove('linkedServices', 'credentials')]),
  role('Synapse Contributor', '7572bffe-f453-4b66-912a-46cc5ef38fda',
    'Runs compute and publishes all kinds of code. Uses no credentials and gives no access.', compute,
    ['read', ...useCompute, 'artifacts/read', ...write(...codeWithoutScope), ...remove(...codeWithoutScope),
      'cancelPipelineRun/action', ...viewOutputs, ...libraries, ...linkConnections]),
  role('Synapse Artifact Publisher', '05930f57-09a3-4c0d-9fa9-6d1eb91c178b',
    'Publishes and deletes code and sees its outputs. Runs nothing and gives no access.', [workspace],
    ['read', 'artifacts/read', ...write(...code), ...remove(...code), ...viewOutputs, ...libraries]),
  role('Synapse Artifact User', '53faaa0e-40b6-40c8-a2ff-e38f2d388875',
    'Reads published code and its outputs. Publishes and runs nothing.', [workspace],
    ['read', 'artifacts/read', ...viewOutputs]),
  role('Synapse Compute Operator', 'e3844cc7-4670-42cb-9349-9bdac1ee7881',
    'Uses Apache Spark pools and integration runtimes, reads their logs, cancels pipeline runs.', compute,
    ['read', ...useCompute, 'cancelPipelineRun/action', 'linkConnections/read', 'linkConnections/useCompute/action']),
  role('Synapse Credential User', '5eb298b4-692c-4241-9cf0-f58a3b42bb25',
    'Uses the secrets behind credentials and linked services.', [workspace, linkedServices, credentials],
    ['read', ...useSecret]),
  role('Synapse User', '2a385764-43e8-416c-9825-7b18d05a2c4b',
    'Sees what the workspace has: its pools, its integration runtimes, and who has access.', everywhere, ['read']),
  role('Apache Spark Administrator', 'c3a6d2f1-a26f-4810-9b0f-591308d5cbf1',
    'Does all with Apache Spark pools, notebooks, Spark jobs and libraries. Gives no access.', [workspace],
    ['read', 'bigDataPools/useCompute/action', 'bigDataPools/viewLogs/action', 'artifacts/read',
      ...write('notebooks', 'sparkJobDefinitions', 'linkedServices', 'credentials'),
      ...remove('notebooks', 'sparkJobDefinitions', 'linkedServices', 'credentials'),
      'libraries/delete', 'libraries/write', 'notebooks/viewOutputs/action']),
  role('Synapse SQL Administrator', '7af0c69a-a548-47d6-aea3-d00e69bd83aa',
    'Does all with serverless SQL, SQL scripts and their linked services. Gives no access.', [workspace],
    ['read', 'artifacts/read', ...write('sqlScripts', 'linkedServices', 'credentials'),
      ...remove('sqlScripts', 'linkedServices', 'credentials')]),
  role('Synapse Monitoring Operator', '8f9b2195-5b12-4a7c-af30-8f1f46197650',
    'Reads published code, outputs and logs.', [workspace],
    ['read', 'artifacts/read', ...viewOutputs, 'integrationRuntimes/viewLogs/action', 'bigDataPools/viewLogs/action']),
];
