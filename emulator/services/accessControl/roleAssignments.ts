import { queryParameter, type Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import type { RoleAssignment, Workspace } from '../../store/model.ts';
import { accessControlVersions } from '../apiVersions.ts';
import { pageSizeOf, type Context } from '../context.ts';
import { addressedWorkspace } from '../workspaceEndpoint.ts';
import { createdRoleAssignment } from './createRoleAssignment.ts';
import { permitted } from './rights.ts';
import { covers, parseScope } from './scopes.ts';

/** As the service gives them (azure-cli#21600). */
const ownPageSize = 100;
const continuation = 'x-ms-continuation';

/**
 * Specification `roleAssignments.json`; recording azure-cli.access_control.json. The recorded errors are envelopes here,
 * unlike in the rest of the development endpoint.
 */
export function roleAssignmentRoutes(context: Context): Route[] {
  const common = { service: 'workspace', apiVersions: accessControlVersions } as const;
  const one = '/roleAssignments/{roleAssignmentId}';

  return [
    route({
      ...common,
      operationId: 'RoleAssignments_ListRoleAssignments',
      method: 'GET',
      path: '/roleAssignments',
      handle: (call) => {
        const found = [...filtered(call, permitted(call, context, 'read'))];
        return listPage(call, found, pageSizeOf(context, ownPageSize));
      },
    }),
    route({
      ...common,
      operationId: 'RoleAssignments_GetRoleAssignmentById',
      method: 'GET',
      path: one,
      handle: (call) => {
        const found = permitted(call, context, 'read').roleAssignments.get(call.parameters.roleAssignmentId);
        if (found !== undefined) return { status: 200, body: found };
        throw new ServiceError(404, 'RoleAssignmentNotFound', 'RoleAssignmentNotFound');
      },
    }),
    route({
      ...common,
      operationId: 'RoleAssignments_CreateRoleAssignment',
      method: 'PUT',
      path: one,
      handle: (call) => ({ status: 200, body: createdRoleAssignment(call, context) }),
    }),
    route({
      ...common,
      operationId: 'RoleAssignments_DeleteRoleAssignmentById',
      method: 'DELETE',
      path: one,
      handle: (call) => {
        const { roleAssignmentId } = call.parameters;
        const { roleAssignments } = addressedWorkspace(call, context.store);
        // The query's scope is accepted and not needed. Deleting what is not there is no error (assumed).
        permitted(call, context, 'roleAssignments/delete', roleAssignments.get(roleAssignmentId)?.scope);
        roleAssignments.delete(roleAssignmentId);
        return { status: 204 };
      },
    }),
  ];
}

/** The filters of the query; `scope` also finds what is inherited from above (recorded). */
function* filtered({ request }: Call, workspace: Workspace): Generator<RoleAssignment> {
  const roleId = queryParameter(request, 'roleId')?.toLowerCase();
  const principalId = queryParameter(request, 'principalId')?.toLowerCase();
  const scope = queryParameter(request, 'scope');
  const asked = scope ? parseScope(scope, workspace.name).text : undefined;
  for (const assignment of workspace.roleAssignments) {
    if (roleId && assignment.roleDefinitionId !== roleId) continue;
    if (principalId && assignment.principalId !== principalId) continue;
    if (asked !== undefined && !covers(assignment.scope, asked)) continue;
    yield assignment;
  }
}

/** The token of the next page travels in a header, both ways; on the last page it is empty. */
function listPage({ request }: Call, all: readonly RoleAssignment[], size: number): Reply {
  const from = offsetOf(request.headers[continuation]);
  const value = all.slice(from, from + size);
  const next = from + size < all.length ? Buffer.from(`from=${from + size}`).toString('base64url') : '';
  const headers = {
    'access-control-allow-headers': continuation,
    'access-control-expose-headers': continuation,
    [continuation]: next,
  };
  return { status: 200, headers, body: { count: value.length, value } };
}

function offsetOf(token: string | string[] | undefined): number {
  if (token === undefined || token === '') return 0;
  const [, offset] = /^from=(\d+)$/.exec(Buffer.from(String(token), 'base64url').toString()) ?? [];
  if (offset !== undefined) return Number(offset);
  throw new ServiceError(
    400,
    'InvalidContinuationToken',
    `The value of ${continuation} is not one that was given out.`,
  );
}
