import { Admissions } from './admissions.ts';
import { CaseInsensitiveMap } from './caseInsensitiveMap.ts';
import type { Directory, Principal } from './directory.ts';
import { idOf } from './ids.ts';
import { lazy } from './lazy.ts';
import type { Workspace } from './model.ts';
import type { NewResource } from './resources.ts';
import { SqlScripts, type SampleScript } from './sqlScripts.ts';
import { Work } from './work.ts';

export interface NewWorkspace {
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly name: string;
  readonly location: string;
  /** Of the tenant; gets the workspace's managed identity. */
  readonly directory: Directory;
  readonly creator: Pick<Principal, 'id' | 'type'>;
  readonly defaultDataLakeStorage: unknown;
  readonly sqlAdministratorLogin: string;
  readonly sqlScripts?: () => Iterable<SampleScript>;
  /** Artifacts that it has from the beginning, by the path of their type. */
  readonly artifacts?: (path: string) => Iterable<NewResource>;
  /** Fills in what goes on there when it is first looked at. */
  readonly work?: (work: Work) => void;
}

/** When the scripts that a sample brings along were changed last. */
const samplesChanged = Date.parse('2024-03-18T14:02:11.220Z');

/** Synapse Administrator. */
export const administrator = '6e4bf58a-b8e1-4cc3-bbf9-d73143322b78';

/**
 * A workspace as a PUT makes it: being provisioned, with a managed identity, and with the creator and that identity as
 * its administrators (recording azure-cli.access_control.json shows both assignments).
 */
export function newWorkspace(values: NewWorkspace): Workspace {
  const { tenantId, subscriptionId, resourceGroupName, name, location, directory, creator } = values;
  const identity = directory.add({
    id: idOf('managed identity', name),
    type: 'ServicePrincipal',
    displayName: name,
    appId: idOf('managed identity application', name),
    servicePrincipalType: 'ManagedIdentity',
  });
  const workspace: Workspace = {
    tenantId,
    subscriptionId,
    resourceGroupName,
    name,
    location,
    identity: { type: 'SystemAssigned', tenantId, principalId: identity.id },
    properties: {
      defaultDataLakeStorage: values.defaultDataLakeStorage,
      encryption: { doubleEncryptionEnabled: false },
      provisioningState: 'Provisioning',
      managedResourceGroupName: `synapseworkspace-managedrg-${idOf('managed resource group', name)}`,
      sqlAdministratorLogin: values.sqlAdministratorLogin,
      privateEndpointConnections: [],
      workspaceUID: idOf('workspace', name),
      extraProperties: { WorkspaceType: 'Normal' },
      publicNetworkAccess: 'Enabled',
      cspWorkspaceAdminProperties: { initialWorkspaceAdminObjectId: creator.id },
      trustedServiceBypassEnabled: false,
    },
    sqlPools: new CaseInsensitiveMap(),
    bigDataPools: new CaseInsensitiveMap(),
    roleAssignments: new CaseInsensitiveMap(),
    firewallRules: new CaseInsensitiveMap(),
    admissions: new Admissions(),
    sqlScripts: lazy(() => new SqlScripts(name, values.sqlScripts?.() ?? [], samplesChanged)),
    artifacts: values.artifacts ?? (() => []),
    work: lazy(() => {
      const work = new Work();
      values.work?.(work);
      return work;
    }),
  };
  for (const { id: principalId, type } of [creator, identity]) assignRole(workspace, administrator, principalId, type);
  return workspace;
}

/** Adds a role assignment that always has the same id for the same role, principal and scope. */
export function assignRole(
  workspace: Workspace,
  roleDefinitionId: string,
  principalId: string,
  principalType: string | undefined,
  scope = `workspaces/${workspace.name}`,
): void {
  const id = idOf('role assignment', roleDefinitionId, principalId, scope);
  workspace.roleAssignments.set(id, {
    id,
    roleDefinitionId,
    principalId,
    scope,
    ...(principalType !== undefined && { principalType }),
  });
}
