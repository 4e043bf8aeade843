import { route, type Call, type Route } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { accessControlVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { isObject, objectBody, objectMember, stringMember, type JsonObject } from '../requestBody.ts';
import { addressedWorkspace } from '../workspaceEndpoint.ts';
import { directoryOf, grantFor, identitiesOf } from './rights.ts';
import { parseScope } from './scopes.ts';

/**
 * Specification `checkAccessSynapseRbac.json`; nobody recorded it. It answers with the very decisions that requests meet,
 * for any principal: the groups of the request count, and those that the directory knows.
 */
export function checkAccessRoutes(context: Context): Route[] {
  function decisions(call: Call): object[] {
    const workspace = addressedWorkspace(call, context.store);
    const body = objectBody(call.request);
    const subject = objectMember(body, 'subject') ?? {};
    const scope = parseScope(required(body, 'scope'), workspace.name).text;
    const groups = stringsOf(subject['groupIds']).map((id) => id.toLowerCase());
    const directory = directoryOf(workspace, context);
    const identities = identitiesOf(required(subject, 'principalId'), directory).union(new Set(groups));
    return objectsOf(body['actions']).map((action) => {
      const actionId = required(action, 'id');
      // All that Synapse roles grant are data actions (recorded role definitions).
      const isDataAction = action['isDataAction'] === true;
      const roleAssignment = isDataAction ? grantFor(workspace, identities, actionId, scope) : undefined;
      const accessDecision = roleAssignment === undefined ? 'NotAllowed' : 'Allowed';
      return { accessDecision, actionId, ...(roleAssignment && { roleAssignment }) };
    });
  }

  return [
    route({
      service: 'workspace',
      apiVersions: accessControlVersions,
      operationId: 'RoleAssignments_CheckPrincipalAccess',
      method: 'POST',
      path: '/checkAccessSynapseRbac',
      handle: (call) => ({ status: 200, body: { AccessDecisions: decisions(call) } }),
    }),
  ];
}

function required(body: JsonObject, name: string): string {
  const value = stringMember(body, name);
  if (value) return value;
  throw invalid(name);
}

function stringsOf(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw invalid('groupIds');
}

function objectsOf(value: unknown): JsonObject[] {
  if (Array.isArray(value) && value.every(isObject)) return value;
  throw invalid('actions');
}

function invalid(name: string): ServiceError {
  return new ServiceError(400, 'InvalidRequest', `'${name}' is missing or not what it should be.`);
}
