import type { Call } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import type { Directory } from '../../store/directory.ts';
import { azureScopeCovers } from '../../store/azureRoles.ts';
import type { RoleAssignment, Workspace } from '../../store/model.ts';
import { mayAssignRoles } from '../authorization/azureRoles.ts';
import type { Context } from '../context.ts';
import { workspaceId } from '../resourceManager/resourceIds.ts';
import { addressedWorkspace } from '../workspaceEndpoint.ts';
import { builtInRoles } from './builtInRoles.ts';
import { covers } from './scopes.ts';

const prefix = 'Microsoft.Synapse/workspaces/';

/** Data actions that the emulator asks for, as the recorded role definitions spell them, without their common beginning. */
export type Right =
  | 'read'
  | 'artifacts/read'
  | 'bigDataPools/useCompute/action'
  | 'cancelPipelineRun/action'
  | 'credentials/useSecret/action'
  | 'pipelines/viewOutputs/action'
  | `${'managedPrivateEndpoints' | 'roleAssignments' | ArtifactType}/${'write' | 'delete'}`;

/** Types of artifacts that there are rights for. */
export type ArtifactType =
  | 'credentials'
  | 'dataFlows'
  | 'datasets'
  | 'kqlScripts'
  | 'libraries'
  | 'linkedServices'
  | 'notebooks'
  | 'pipelines'
  | 'sparkConfigurations'
  | 'sparkJobDefinitions'
  | 'sqlScripts'
  | 'triggers';

/**
 * The addressed workspace, if the caller's role assignments allow what is asked for.
 *
 * @param scope where the right is needed; the workspace when absent
 * @throws ServiceError 403 whose code is `Unauthorized` and whose text alone says what is missing (azure-docs#100560)
 */
export function permitted(call: Call, context: Context, right: Right, scope?: string): Workspace {
  const workspace = addressedWorkspace(call, context.store);
  const root = `workspaces/${workspace.name}`;
  const { objectId } = call.caller;
  const identities = identitiesOf(objectId, directoryOf(workspace, context));
  if (grantFor(workspace, identities, prefix + right, scope ?? root) !== undefined) return workspace;
  if (right.startsWith('roleAssignments/') && ownsByAzure(workspace, identities, context)) return workspace;
  // The documentation shows the asterisk for reads.
  const shown = right.endsWith('read') ? `${root}/*` : (scope ?? root);
  const text = `The principal '${objectId}' does not have the required Synapse RBAC permission to perform this action. Required permission: Action: ${prefix}${right}, Scope: ${shown}.`;
  throw new ServiceError(403, 'Unauthorized', text);
}

/**
 * Whoever may assign Azure's roles at a workspace may also give and take its Synapse roles; but they read nothing there
 * without one (azure-cli#25790, azure-docs#100560).
 */
function ownsByAzure(workspace: Workspace, identities: ReadonlySet<string>, { store }: Context): boolean {
  const id = workspaceId(workspace);
  return [...store.azureRoles].some(
    ({ scope, roleId, principalId }) =>
      mayAssignRoles(roleId) && identities.has(principalId.toLowerCase()) && azureScopeCovers(scope, id),
  );
}

export function directoryOf({ tenantId }: Workspace, { store }: Context): Directory {
  const directory = store.tenants.get(tenantId)?.directory;
  if (directory === undefined) throw new Error(`No tenant ${tenantId}`);
  return directory;
}

/** What somebody acts as: themselves and every group that they are in, also by way of other groups. In lower case. */
export function identitiesOf(objectId: string, directory: Directory): Set<string> {
  const identities = new Set([objectId.toLowerCase()]);
  // A set goes on to what is added while it is walked through.
  for (const member of identities) {
    for (const { id, members } of directory) {
      if (members?.some((each) => each.toLowerCase() === member)) identities.add(id.toLowerCase());
    }
  }
  return identities;
}

/**
 * The assignment that allows an action at a scope: of a role with that data action, at the scope or above. Reading the
 * workspace itself comes with any role at any scope (documentation of Synapse RBAC roles).
 *
 * @param identities in lower case
 */
export function grantFor(
  workspace: Workspace,
  identities: ReadonlySet<string>,
  action: string,
  scope: string,
): RoleAssignment | undefined {
  const wanted = action.toLowerCase();
  for (const assignment of workspace.roleAssignments) {
    if (!identities.has(assignment.principalId.toLowerCase())) continue;
    if (wanted === `${prefix}read`.toLowerCase()) return assignment;
    if (covers(assignment.scope, scope) && dataActionsOf(assignment).has(wanted)) return assignment;
  }
  return undefined;
}

const dataActions = new Map(
  builtInRoles.map(({ id, permissions }) => [
    id,
    new Set(permissions.flatMap((permission) => permission.dataActions.map((action) => action.toLowerCase()))),
  ]),
);

function dataActionsOf({ roleDefinitionId }: RoleAssignment): ReadonlySet<string> {
  return dataActions.get(roleDefinitionId) ?? new Set();
}
