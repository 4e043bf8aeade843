import { route, type Route } from '../../http/routes.ts';
import type { Subscription, Tenant } from '../../store/model.ts';
import { subscriptionVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { subscriptionOf } from './lookUp.ts';
import { page } from './paging.ts';

/** Subscriptions and tenants: specification `subscriptions.json` of Microsoft.Resources. */
export function subscriptionRoutes(context: Context): Route[] {
  const { store } = context;
  const common = { service: 'resourceManager', method: 'GET', apiVersions: subscriptionVersions } as const;
  return [
    route({
      ...common,
      operationId: 'Subscriptions_List',
      path: '/subscriptions',
      // Only those of the token's own tenant: a client asks once per tenant.
      handle: (call) => page(call, context, store.subscriptionsOf(call.caller.tenantId), subscriptionBody, end),
    }),
    route({
      ...common,
      operationId: 'Subscriptions_Get',
      path: '/subscriptions/{subscriptionId}',
      handle: (call) => ({
        status: 200,
        body: subscriptionBody(subscriptionOf(store, call.parameters.subscriptionId)),
      }),
    }),
    route({
      ...common,
      operationId: 'Tenants_List',
      path: '/tenants',
      // All tenants of the user, whichever of them the token is for.
      handle: (call) => page(call, context, store.tenants, tenantBody, end),
    }),
  ];
}

/** `nextLink` is required in `SubscriptionListResult` and `TenantListResult`, on the last page as well. */
const end = { nextLink: '' };

function subscriptionBody({ subscriptionId, tenantId, displayName }: Subscription): object {
  return {
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId,
    tenantId,
    displayName,
    state: 'Enabled',
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'EnterpriseAgreement_2014-09-01',
      spendingLimit: 'Off',
    },
  };
}

function tenantBody({ tenantId, countryCode, displayName, defaultDomain, home }: Tenant): object {
  return {
    id: `/tenants/${tenantId}`,
    tenantId,
    countryCode,
    displayName,
    domains: [defaultDomain],
    tenantCategory: home ? 'Home' : 'ProjectedBy',
    defaultDomain,
    tenantType: 'AAD',
  };
}
