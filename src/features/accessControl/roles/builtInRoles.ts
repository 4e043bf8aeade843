import type { Role } from '../model/access.ts';

/*
 * The built-in Synapse roles, which are all that there are: ids, names, data actions, scopes and their order as recorded
 * (roleDefinitions.2020-08-01-preview.recorded.json). An Azure Owner without a Synapse role may assign them, but is not
 * told what there is (azure-cli#25790), so the client has to know.
 */

const everyKind = [
  'workspace',
  'bigDataPools',
  'scopePools',
  'integrationRuntimes',
  'linkedServices',
  'credentials',
] as const;
const workspaceOnly = ['workspace'] as const;
const computeKinds = ['workspace', 'bigDataPools', 'scopePools', 'integrationRuntimes'] as const;
const secretKinds = ['workspace', 'linkedServices', 'credentials'] as const;

/** Items that are published and deleted alike. */
const code = [
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
const codeAndScopeJobs = code.toSpliced(2, 0, 'scopeJobDefinitions');
const sparkCode = ['notebooks', 'sparkJobDefinitions', 'linkedServices', 'credentials'];
const sqlCode = ['sqlScripts', 'linkedServices', 'credentials'];

const write = (items: readonly string[]): string[] => items.map((item) => `${item}/write`);
const remove = (items: readonly string[]): string[] => items.map((item) => `${item}/delete`);

const compute = ['bigDataPools', 'scopePools', 'integrationRuntimes'].flatMap((item) => [
  `${item}/useCompute/action`,
  `${item}/viewLogs/action`,
]);
const outputs = ['notebooks/viewOutputs/action', 'pipelines/viewOutputs/action'];
const secrets = ['linkedServices/useSecret/action', 'credentials/useSecret/action'];
const privateEndpoints = ['managedPrivateEndpoints/write', 'managedPrivateEndpoints/delete'];
const libraries = ['libraries/delete', 'libraries/write'];
const moreCode = ['kqlScripts/write', 'kqlScripts/delete', 'sparkConfigurations/write', 'sparkConfigurations/delete'];
const links = ['linkConnections/read', 'linkConnections/write', 'linkConnections/delete'];
const useLinks = 'linkConnections/useCompute/action';

/** What all data actions of Synapse begin with. */
export const actionPrefix = 'Microsoft.Synapse/workspaces/';

function role(id: string, name: string, scopeKinds: readonly string[], actions: readonly string[]): Role {
  return { id, name, description: '', scopeKinds, dataActions: actions.map((action) => actionPrefix + action) };
}

/** The role that may do everything, and the only one that lets people manage access. */
export const administratorRoleId = '6e4bf58a-b8e1-4cc3-bbf9-d73143322b78';

/** In the service's order. They have no descriptions: those are the service's own texts. */
// prettier-ignore
export const builtInRoles: readonly Role[] = [
  role(administratorRoleId, 'Synapse Administrator', everyKind, [
    'read', 'roleAssignments/write', 'roleAssignments/delete', ...privateEndpoints, ...compute, 'artifacts/read',
    ...write(codeAndScopeJobs), ...remove(codeAndScopeJobs), 'cancelPipelineRun/action', ...outputs, ...secrets,
    ...libraries, ...moreCode, ...links, useLinks]),
  role('dd665582-e433-40ca-b183-1b1b33e73375', 'Synapse Linked Data Manager', workspaceOnly, [
    'read', ...privateEndpoints, ...write(['linkedServices', 'credentials']),
    ...remove(['linkedServices', 'credentials'])]),
  role('7572bffe-f453-4b66-912a-46cc5ef38fda', 'Synapse Contributor', computeKinds, [
    'read', ...compute, 'artifacts/read', ...write(code), ...remove(code), 'cancelPipelineRun/action', ...outputs,
    ...libraries, ...moreCode, ...links, useLinks]),
  role('05930f57-09a3-4c0d-9fa9-6d1eb91c178b', 'Synapse Artifact Publisher', workspaceOnly, [
    'read', 'artifacts/read', ...write(codeAndScopeJobs), ...remove(codeAndScopeJobs), ...outputs, ...libraries,
    ...moreCode]),
  role('53faaa0e-40b6-40c8-a2ff-e38f2d388875', 'Synapse Artifact User', workspaceOnly, [
    'read', 'artifacts/read', ...outputs]),
  role('e3844cc7-4670-42cb-9349-9bdac1ee7881', 'Synapse Compute Operator', computeKinds, [
    'read', ...compute, 'cancelPipelineRun/action', 'linkConnections/read', useLinks]),
  role('5eb298b4-692c-4241-9cf0-f58a3b42bb25', 'Synapse Credential User', secretKinds, ['read', ...secrets]),
  role('2a385764-43e8-416c-9825-7b18d05a2c4b', 'Synapse User', everyKind, ['read']),
  role('c3a6d2f1-a26f-4810-9b0f-591308d5cbf1', 'Apache Spark Administrator', workspaceOnly, [
    'read', 'bigDataPools/useCompute/action', 'bigDataPools/viewLogs/action', 'artifacts/read', ...write(sparkCode),
    ...remove(sparkCode), ...libraries, 'notebooks/viewOutputs/action']),
  role('7af0c69a-a548-47d6-aea3-d00e69bd83aa', 'Synapse SQL Administrator', workspaceOnly, [
    'read', 'artifacts/read', ...write(sqlCode), ...remove(sqlCode)]),
  role('8f9b2195-5b12-4a7c-af30-8f1f46197650', 'Synapse Monitoring Operator', workspaceOnly, [
    'read', 'artifacts/read', ...outputs, 'integrationRuntimes/viewLogs/action', 'bigDataPools/viewLogs/action']),
];
