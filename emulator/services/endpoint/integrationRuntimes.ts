import { groupRoutes } from '../../resources/groupRoutes.ts';
import { atEndpoint } from '../../resources/parents.ts';
import type { Route } from '../../http/routes.ts';
import type { Context } from '../context.ts';
import { integrationRuntimes } from '../integrationRuntimes/integrationRuntimes.ts';

/** Integration runtimes as the workspace's own endpoint tells them: to be read by everybody who has any role. */
export function endpointRuntimeRoutes(context: Context): Route[] {
  const { path, shown, parameter, names, dialect, initial, shape } = integrationRuntimes;
  return groupRoutes(context, {
    parent: atEndpoint({ read: 'read', write: 'read', delete: 'read' }),
    path,
    names,
    dialect,
    ...(shown !== undefined && { shown }),
    ...(parameter !== undefined && { parameter }),
    ...(initial && { initial }),
    ...(shape && { shape }),
    list: { id: 'IntegrationRuntimes_List' },
    get: { id: 'IntegrationRuntimes_Get' },
  });
}
