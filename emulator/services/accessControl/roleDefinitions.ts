import { queryParameter } from '../../http/exchange.ts';
import { route, type Route } from '../../http/routes.ts';
import { accessControlVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { anyId, builtInRoles, rbacScopes } from './builtInRoles.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { permitted } from './rights.ts';
import { parseScope } from './scopes.ts';

/** Specification `roleDefinitions.json`. Both lists are bare arrays without pages (recorded). */
export function roleDefinitionRoutes(context: Context): Route[] {
  const common = { service: 'workspace', method: 'GET', apiVersions: accessControlVersions } as const;
  return [
    route({
      ...common,
      operationId: 'RoleDefinitions_ListRoleDefinitions',
      path: '/roleDefinitions',
      handle: (call) => {
        const { name } = permitted(call, context, 'read');
        const scope = queryParameter(call.request, 'scope');
        const template = scope && parseScope(scope, name).template;
        const wantsCustom = queryParameter(call.request, 'isBuiltIn')?.toLowerCase() === 'false';
        const fitting = builtInRoles.filter(({ scopes }) => !template || scopes.includes(template));
        return { status: 200, body: wantsCustom ? [] : fitting };
      },
    }),
    route({
      ...common,
      operationId: 'RoleDefinitions_GetRoleDefinitionById',
      path: '/roleDefinitions/{roleDefinitionId}',
      handle: (call) => {
        permitted(call, context, 'read');
        const wanted = call.parameters.roleDefinitionId.toLowerCase();
        const role = builtInRoles.find(({ id }) => id === wanted || (context.anyNames && wanted === anyId));
        if (role !== undefined) return { status: 200, body: role };
        throw new ServiceError(404, 'RoleDefinitionNotFound', 'RoleDefinitionNotFound');
      },
    }),
    route({
      ...common,
      operationId: 'RoleDefinitions_ListScopes',
      path: '/rbacScopes',
      handle: (call) => {
        permitted(call, context, 'read');
        return { status: 200, body: rbacScopes };
      },
    }),
  ];
}
