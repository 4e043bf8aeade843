import type { Call } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { idOf } from '../../store/ids.ts';
import type { Workspace, WorkspaceIdentity, WorkspaceProperties } from '../../store/model.ts';
import { newWorkspace } from '../../store/newWorkspace.ts';
import type { Context } from '../context.ts';
import { objectMember, stringMember, tagsMember, type JsonObject } from '../requestBody.ts';
import { subscriptionOf, type WorkspaceParameters } from './lookUp.ts';
import { resourceGroupNotFound } from './notFound.ts';
import { invalid, requiredLocation, validateSqlPassword, validateWorkspaceName } from './validation.ts';

/** The workspace that a PUT describes, added to the store with its two first role assignments. */
export function createdWorkspace(
  call: Call<keyof WorkspaceParameters>,
  { store, anyNames }: Context,
  body: JsonObject,
): Workspace {
  const { subscriptionId, resourceGroupName, workspaceName } = call.parameters;
  validateWorkspaceName(workspaceName);
  const subscription = subscriptionOf(store, subscriptionId);
  const group = subscription.resourceGroups.get(resourceGroupName);
  if (group === undefined) throw resourceGroupNotFound(resourceGroupName);
  const directory = store.tenants.get(subscription.tenantId)?.directory;
  if (directory === undefined) throw new Error(`No tenant ${subscription.tenantId}`);
  const location = requiredLocation(body);
  if (store.workspace(workspaceName) !== undefined) {
    throw new ServiceError(409, 'WorkspaceNameAlreadyExists', `Workspace name ${workspaceName} is not available`);
  }
  const properties = objectMember(body, 'properties') ?? {};
  const storage = objectMember(properties, 'defaultDataLakeStorage');
  if (storage === undefined) {
    throw invalid('Workspace', 'MissingDefaultDataLakeStorage', "'properties.defaultDataLakeStorage' is required.");
  }
  const login = stringMember(properties, 'sqlAdministratorLogin') ?? 'sqladminuser';
  if (!anyNames) requirePassword(body, login);
  const { objectId } = call.caller;
  const workspace = newWorkspace({
    tenantId: subscription.tenantId,
    subscriptionId: subscription.subscriptionId,
    resourceGroupName: group.name,
    name: workspaceName,
    location,
    directory,
    creator: { id: objectId, type: directory.get(objectId)?.type ?? 'ServicePrincipal' },
    defaultDataLakeStorage: { createManagedPrivateEndpoint: false, ...storage },
    sqlAdministratorLogin: login,
  });
  const network = stringMember(properties, 'managedVirtualNetwork');
  if (network) workspace.properties.managedVirtualNetwork = network;
  const managedGroup = stringMember(properties, 'managedResourceGroupName');
  if (managedGroup) workspace.properties.managedResourceGroupName = managedGroup;
  updateWorkspace(workspace, body);
  store.addWorkspace(workspace);
  return workspace;
}

/** A workspace cannot move. */
export function requireSameLocation(workspace: Workspace, body: JsonObject): void {
  const location = requiredLocation(body);
  if (location === workspace.location) return;
  throw new ServiceError(
    409,
    'InvalidResourceLocation',
    `The resource '${workspace.name}' already exists in location '${workspace.location}' in resource group '${workspace.resourceGroupName}'. A resource with the same name cannot be created in location '${location}'.`,
  );
}

/** Refuses a password that SQL Server would not take; without one there is nothing to say. */
export function requirePassword(body: JsonObject, login: string): void {
  const password = stringMember(objectMember(body, 'properties') ?? {}, 'sqlAdministratorLoginPassword');
  if (password !== undefined) validateSqlPassword(password, login);
}

/** Properties that PATCH and a repeated PUT may set (`WorkspacePatchProperties`); passwords are taken and forgotten. */
const changeable = [
  'managedVirtualNetworkSettings',
  'workspaceRepositoryConfiguration',
  'purviewConfiguration',
] as const satisfies (keyof WorkspaceProperties)[];

export function updateWorkspace(workspace: Workspace, body: JsonObject): void {
  const properties = objectMember(body, 'properties') ?? {};
  const access = stringMember(properties, 'publicNetworkAccess');
  if (access !== undefined && access !== 'Enabled' && access !== 'Disabled') {
    throw invalid('Workspace', 'InvalidPublicNetworkAccess', `'${access}' is neither Enabled nor Disabled.`);
  }
  const tags = tagsMember(body);
  if (tags !== undefined) workspace.tags = tags;
  if (access !== undefined) workspace.properties.publicNetworkAccess = access;
  const identities = objectMember(objectMember(body, 'identity') ?? {}, 'userAssignedIdentities');
  if (identities !== undefined) workspace.identity = withIdentities(workspace.identity, Object.keys(identities));
  const key = objectMember(objectMember(properties, 'encryption') ?? {}, 'cmk');
  if (key !== undefined) {
    workspace.properties.encryption = { doubleEncryptionEnabled: true, cmk: { status: 'Consistent', ...key } };
  }
  for (const name of changeable) {
    const value = objectMember(properties, name);
    if (value !== undefined) workspace.properties[name] = value;
  }
}

function withIdentities({ tenantId, principalId }: WorkspaceIdentity, ids: readonly string[]): WorkspaceIdentity {
  if (ids.length === 0) return { type: 'SystemAssigned', tenantId, principalId };
  const entries = ids.map((id) => {
    const name = id.toLowerCase();
    return [id, { clientId: idOf('client of an identity', name), principalId: idOf('identity', name) }] as const;
  });
  const userAssignedIdentities = Object.fromEntries(entries);
  return { type: 'SystemAssigned,UserAssigned', tenantId, principalId, userAssignedIdentities };
}
