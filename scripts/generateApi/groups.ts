import type { Group } from './group.ts';
import { managementGroups } from './managementGroups.ts';
import { workspaceGroups } from './workspaceGroups.ts';

const subscriptions = 'resources/resource-manager/Microsoft.Resources/stable/2022-12-01/subscriptions.json';
const resourceGraph = 'resourcegraph/resource-manager/Microsoft.ResourceGraph/stable/2022-10-01/resourcegraph.json';

/**
 * What is generated into `src/api`. A new group is a row here or in one of the two lists that are included (and, for
 * long-running operations, rows in longRunningEnds.ts).
 *
 * Declared by hand, because the specifications folder lacks their files: resources, resource groups and providers
 * (2021-04-01, `src/api/arm`) and Spark configurations (2021-06-01-preview, `src/api/synapse`).
 */
export const groups: readonly Group[] = [
  {
    name: 'Subscriptions',
    service: 'arm',
    files: [subscriptions],
    only: ['Subscriptions_List', 'Subscriptions_Get', 'Subscriptions_ListLocations'],
  },
  { name: 'Tenants', service: 'arm', files: [subscriptions] },
  ...authorization('RoleAssignmentsCalls', ['RoleAssignments']),
  ...authorization('RoleDefinitionsCalls', ['Permissions', 'RoleDefinitions']),
  {
    name: 'ResourceGraph',
    service: 'resourceGraph',
    files: [resourceGraph],
    prefixes: ['Resources'],
    members: { Resources: 'resources' },
    skipTokenItems: 'data',
  },
  { name: 'ResourceGraphOperations', service: 'resourceGraph', files: [resourceGraph], prefixes: ['Operations'] },
  ...managementGroups,
  ...workspaceGroups,
];

/** Azure's own role-based access control; `Azure` in the names tells it from that of Synapse. */
function authorization(file: string, prefixes: readonly string[]): Group[] {
  return prefixes.map((prefix) => ({
    name: `Azure${prefix}`,
    service: 'arm',
    files: [`authorization/resource-manager/Microsoft.Authorization/stable/2022-04-01/authorization-${file}.json`],
    prefixes: [prefix],
    wholePaths: ['scope', 'roleAssignmentId', 'roleId', 'parentResourcePath', 'resourceType'],
  }));
}

/**
 * The workspace endpoint answers some calls in the models of the management plane's preview of 2019, whose names are
 * those of 2021.
 */
export const modelSuffixes: Readonly<Record<string, string>> = {
  'synapse/resource-manager/Microsoft.Synapse/preview/2019-06-01-preview/': 'Preview2019',
};
