import { groupRoutes } from '../../resources/groupRoutes.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { atEndpoint } from '../../resources/parents.ts';
import type { Route } from '../../http/routes.ts';
import type { Workspace } from '../../store/model.ts';
import type { Context } from '../context.ts';
import { integrationRuntimes } from '../integrationRuntimes/integrationRuntimes.ts';

/** Integration runtimes as the workspace's own endpoint tells them: to be read by everybody who has any role. */
export function endpointRuntimeRoutes(context: Context): Route[] {
  const { put: _put, patch: _patch, remove: _remove, actions: _actions, ...read } = integrationRuntimes;
  const group: ResourceGroup<Workspace> = {
    ...read,
    parent: atEndpoint({ read: 'read', write: 'read', delete: 'read' }),
    list: { id: 'IntegrationRuntimes_List' },
    get: { id: 'IntegrationRuntimes_Get' },
  };
  return groupRoutes(context, group);
}
