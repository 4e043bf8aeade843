import { RoleAssignments } from '../../api/synapse/roleAssignments.generated.ts';
import { Workspaces } from '../../api/synapse/workspaces.generated.ts';
import { locate } from '../../platform/locatedResource.ts';
import type { PropertiesReader } from '../resources/public.ts';
import { RoleAssignmentKind } from './contributions.ts';

/** Role assignments live behind the workspace's own endpoint, which Azure Resource Manager has to name first. */
export const roleAssignmentProperties: PropertiesReader = {
  kind: RoleAssignmentKind,
  read: async ({ rest }, address, signal) => {
    const { workspace, names } = locate(address);
    const { properties } = await rest.call(Workspaces.get, workspace, { signal });
    const endpoint = properties?.connectivityEndpoints?.['dev'] ?? '';
    const parameters = { ...workspace, endpoint, roleAssignmentId: names[1] ?? '' };
    return await rest.call(RoleAssignments.get, parameters, { signal });
  },
};
