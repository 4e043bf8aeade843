import type { Call } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { isGuid } from '../../store/ids.ts';
import type { RoleAssignment, Workspace } from '../../store/model.ts';
import type { Context } from '../context.ts';
import { objectBody, stringMember } from '../requestBody.ts';
import { addressedWorkspace } from '../workspaceEndpoint.ts';
import { anyId, builtInRoles } from './builtInRoles.ts';
import { directoryOf, permitted } from './rights.ts';
import { parseScope } from './scopes.ts';

/**
 * Stores what `PUT /roleAssignments/{id}` asks for. The request says `roleId`, the answer `roleDefinitionId`.
 *
 * The same role, principal and scope under another id is refused (azure-cli#25872). The very same request again answers
 * with what is there: not known of the service, but a PUT whose answer was lost must be repeatable.
 *
 * @throws ServiceError 400 for a bad id, role, principal or scope; 403 for who may not give roles there; 409 for a
 *   duplicate and for a change
 */
export function createdRoleAssignment(call: Call<'roleAssignmentId'>, context: Context): RoleAssignment {
  const workspace = addressedWorkspace(call, context.store);
  const id = call.parameters.roleAssignmentId;
  if (!isGuid(id)) throw new ServiceError(400, 'InvalidRoleAssignmentId', `'${id}' is not a GUID.`);
  const body = objectBody(call.request);
  const roleId = required(stringMember(body, 'roleId'), 'roleId').toLowerCase();
  const role = builtInRoles.find((candidate) => candidate.id === roleId || (context.anyNames && roleId === anyId));
  if (role === undefined) throw new ServiceError(400, 'InvalidRoleId', `There is no Synapse role '${roleId}'.`);
  const principalId = required(stringMember(body, 'principalId'), 'principalId').toLowerCase();
  const principal = directoryOf(workspace, context).get(principalId);
  // Whether the service asks the directory is not known for all kinds of principals.
  const accepted = context.unverified['unknown-principals'] === 'accept' && isGuid(principalId);
  if (principal === undefined && !accepted) {
    throw new ServiceError(400, 'InvalidPrincipalId', `Invalid Principal Id '${principalId}'.`);
  }
  const scope = parseScope(required(stringMember(body, 'scope'), 'scope'), workspace.name);
  if (!role.scopes.includes(scope.template)) {
    throw new ServiceError(400, 'InvalidScope', `The role '${role.name}' cannot be assigned at '${scope.text}'.`);
  }
  permitted(call, context, 'roleAssignments/write', scope.text);
  const wanted: RoleAssignment = {
    id,
    roleDefinitionId: roleId,
    principalId,
    scope: scope.text,
    ...typeOf(stringMember(body, 'principalType') ?? principal?.type),
  };
  const twin = [...workspace.roleAssignments].find((existing) => sameGrant(existing, wanted));
  if (twin?.id.toLowerCase() === id.toLowerCase()) return twin;
  if (twin !== undefined || workspace.roleAssignments.has(id)) throw alreadyExists(wanted, workspace);
  workspace.roleAssignments.set(id, wanted);
  return wanted;
}

function typeOf(principalType: string | undefined): Pick<RoleAssignment, 'principalType'> {
  return principalType === undefined ? {} : { principalType };
}

function sameGrant(a: RoleAssignment, b: RoleAssignment): boolean {
  return (
    a.roleDefinitionId === b.roleDefinitionId &&
    a.principalId === b.principalId &&
    a.scope.toLowerCase() === b.scope.toLowerCase()
  );
}

function alreadyExists({ roleDefinitionId, principalId, scope }: RoleAssignment, { name }: Workspace): ServiceError {
  return new ServiceError(
    409,
    'RoleAssignmentAlreadyExists',
    `Role Assignment with roleId '${roleDefinitionId}', principalId '${principalId}' and scope '${scope}' within workspace '${name}' already exists.`,
  );
}

function required(value: string | undefined, name: string): string {
  if (value) return value;
  throw new ServiceError(400, 'InvalidRequest', `'${name}' is required.`);
}
