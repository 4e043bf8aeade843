import { queryParameter, type Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { type AzureRoleAssignment, azureScopeCovers } from '../../store/azureRoles.ts';
import { identitiesOf } from '../accessControl/rights.ts';
import { azureAuthorizationVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { subscriptionOf, workspaceOf } from '../resourceManager/lookUp.ts';
import { resourceGroupNotFound } from '../resourceManager/notFound.ts';
import { page } from '../resourceManager/paging.ts';
import { resourceGroupId, workspaceId } from '../resourceManager/resourceIds.ts';
import { type AzureRole, azureRoles } from './azureRoles.ts';

const subscription = '/subscriptions/{subscriptionId}';
const group = `${subscription}/resourceGroups/{resourceGroupName}`;
const workspace = `${group}/providers/Microsoft.Synapse/workspaces/{workspaceName}`;
const provider = 'providers/Microsoft.Authorization';

/** The operations' names for the three scopes, in specification `authorization-RoleAssignmentsCalls.json`. */
const scopes = [
  [workspace, 'RoleAssignments_ListForResource'],
  [group, 'RoleAssignments_ListForResourceGroup'],
  [subscription, 'RoleAssignments_ListForSubscription'],
] as const;

/** Who has which of Azure's own roles, to read: Microsoft.Authorization 2022-04-01 at the scopes that the sample has. */
export function azureRoleRoutes(context: Context): Route[] {
  const common = { service: 'resourceManager', method: 'GET', apiVersions: azureAuthorizationVersions } as const;
  return scopes.flatMap(([scope, operationId]) => [
    route({
      ...common,
      operationId,
      path: `${scope}/${provider}/roleAssignments`,
      handle: (call) => {
        const at = scopeOf(call, context);
        const found = [...context.store.azureRoles].filter(filterOf(call, context, at));
        return page(call, context, found, assignmentBody);
      },
    }),
    route({
      ...common,
      operationId: 'RoleDefinitions_List',
      path: `${scope}/${provider}/roleDefinitions`,
      handle: (call) => {
        const at = scopeOf(call, context);
        const [, name] = /^roleName eq '(.*)'$/i.exec(queryParameter(call.request, '$filter') ?? '') ?? [];
        const found = azureRoles.filter((role) => name === undefined || role.name === name);
        return page(call, context, found, (role) => definitionBody(role, at));
      },
    }),
    route({
      ...common,
      operationId: 'RoleDefinitions_Get',
      path: `${scope}/${provider}/roleDefinitions/{roleDefinitionId}`,
      handle: (call) => oneDefinition(call, scopeOf(call, context)),
    }),
  ]);
}

/** The scope's id, in the caller's spelling. @throws ServiceError 404 for what is not there */
function scopeOf({ parameters }: Call, { store }: Context): string {
  const names: Readonly<Record<string, string | undefined>> = parameters;
  const { subscriptionId = '', resourceGroupName, workspaceName } = names;
  const root = subscriptionOf(store, subscriptionId);
  if (resourceGroupName === undefined) return `/subscriptions/${subscriptionId}`;
  if (workspaceName !== undefined) {
    workspaceOf(store, { subscriptionId, resourceGroupName, workspaceName });
    return workspaceId({ subscriptionId, resourceGroupName, name: workspaceName });
  }
  if (!root.resourceGroups.has(resourceGroupName)) throw resourceGroupNotFound(resourceGroupName);
  return resourceGroupId(root, { name: resourceGroupName });
}

/**
 * `atScope()`: what is assigned here or above. `principalId eq`: here, above or below, of that principal alone;
 * `assignedTo()`: also of its groups. Without a filter also what is assigned below (documentation of listing role
 * assignments by REST).
 */
function filterOf(call: Call, context: Context, at: string): (assignment: AzureRoleAssignment) => boolean {
  const filter = queryParameter(call.request, '$filter')?.trim() ?? '';
  const near = ({ scope }: AzureRoleAssignment): boolean => azureScopeCovers(scope, at) || azureScopeCovers(at, scope);
  if (filter === '') return near;
  if (/^atScope\(\)$/i.test(filter)) return ({ scope }) => azureScopeCovers(scope, at);
  const [, one] = /^principalId eq '([^']+)'$/i.exec(filter) ?? [];
  if (one !== undefined) return (each) => near(each) && each.principalId === one.toLowerCase();
  const [, somebody] = /^assignedTo\('([^']+)'\)$/i.exec(filter) ?? [];
  const directory = context.store.tenants.get(call.caller.tenantId)?.directory;
  if (somebody !== undefined && directory !== undefined) {
    const identities = identitiesOf(somebody, directory);
    return (each) => near(each) && identities.has(each.principalId);
  }
  throw new ServiceError(400, 'BadRequestFormat', `The filter '${filter}' is not supported.`);
}

function assignmentBody({ name, roleId, principalId, principalType, scope }: AzureRoleAssignment): object {
  const [, subscriptionId = ''] = /^\/subscriptions\/([^/]+)/i.exec(scope) ?? [];
  const changed = '2024-03-04T08:30:00.0000000Z';
  return {
    properties: {
      roleDefinitionId: `/subscriptions/${subscriptionId}/${provider}/roleDefinitions/${roleId}`,
      principalId,
      principalType,
      scope,
      condition: null,
      conditionVersion: null,
      createdOn: changed,
      updatedOn: changed,
    },
    id: `${scope}/${provider}/roleAssignments/${name}`,
    type: 'Microsoft.Authorization/roleAssignments',
    name,
  };
}

function oneDefinition({ parameters }: Call, at: string): Reply {
  const { roleDefinitionId = '' } = parameters;
  const role = azureRoles.find(({ id }) => id === roleDefinitionId.toLowerCase());
  if (role !== undefined) return { status: 200, body: definitionBody(role, at) };
  const text = `The specified role definition with ID '${roleDefinitionId}' does not exist.`;
  throw new ServiceError(404, 'RoleDefinitionDoesNotExist', text);
}

function definitionBody({ id, name, description, actions, notActions }: AzureRole, at: string): object {
  const [root = ''] = /^\/subscriptions\/[^/]+/i.exec(at) ?? [];
  return {
    properties: {
      roleName: name,
      type: 'BuiltInRole',
      description,
      assignableScopes: ['/'],
      permissions: [{ actions, notActions, dataActions: [], notDataActions: [] }],
      createdOn: '2015-02-02T21:55:09.8806423Z',
      updatedOn: '2021-11-11T20:13:28.6061853Z',
    },
    id: `${root}/${provider}/roleDefinitions/${id}`,
    type: 'Microsoft.Authorization/roleDefinitions',
    name: id,
  };
}
