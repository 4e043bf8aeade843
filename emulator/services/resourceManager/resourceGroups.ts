import { route, type Route } from '../../http/routes.ts';
import type { ResourceGroup, Subscription } from '../../store/model.ts';
import { resourceGroupVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { subscriptionOf } from './lookUp.ts';
import { resourceGroupNotFound } from './notFound.ts';
import { page } from './paging.ts';

/** Resource groups, to read: operation group `ResourceGroups` of Microsoft.Resources. */
export function resourceGroupRoutes(context: Context): Route[] {
  const { store } = context;
  const common = { service: 'resourceManager', method: 'GET', apiVersions: resourceGroupVersions } as const;
  return [
    route({
      ...common,
      operationId: 'ResourceGroups_List',
      path: '/subscriptions/{subscriptionId}/resourceGroups',
      handle: (call) => {
        const subscription = subscriptionOf(store, call.parameters.subscriptionId);
        return page(call, context, subscription.resourceGroups, (group) => bodyOf(subscription, group));
      },
    }),
    route({
      ...common,
      operationId: 'ResourceGroups_Get',
      path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}',
      handle: (call) => {
        const { subscriptionId, resourceGroupName } = call.parameters;
        const subscription = subscriptionOf(store, subscriptionId);
        const group = subscription.resourceGroups.get(resourceGroupName);
        if (group === undefined) throw resourceGroupNotFound(resourceGroupName);
        return { status: 200, body: bodyOf(subscription, group) };
      },
    }),
  ];
}

/** Groups of the sample have no place of their own: they are where their first workspace is. */
function bodyOf({ subscriptionId }: Subscription, { name, workspaces }: ResourceGroup): object {
  const [first] = workspaces;
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
    name,
    type: 'Microsoft.Resources/resourceGroups',
    location: first?.location ?? 'westeurope',
    properties: { provisioningState: 'Succeeded' },
  };
}
