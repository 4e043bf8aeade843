import { operation } from '../../azure/operation.ts';

/** A resource provider as a subscription sees it. */
export interface Provider {
  readonly id?: string;
  /** `Microsoft.Synapse`. */
  readonly namespace?: string;
  readonly registrationState?: 'Registered' | 'Registering' | 'NotRegistered' | 'Unregistering' | (string & {});
  readonly resourceTypes?: readonly {
    readonly resourceType?: string;
    readonly locations?: readonly string[];
    readonly apiVersions?: readonly string[];
  }[];
}

/** Resource providers, by hand for the reason that `resources.ts` gives. */
export const Providers = {
  list: operation<{ item: Provider; query: { readonly $expand?: string } }>()({
    id: 'Providers_List',
    plane: 'resourceManager',
    method: 'GET',
    path: '/subscriptions/{subscriptionId}/providers',
    apiVersion: '2021-04-01',
    pages: { by: 'nextLink', items: 'value', property: 'nextLink' },
  }),
  get: operation<{ result: Provider; query: { readonly $expand?: string } }>()({
    id: 'Providers_Get',
    plane: 'resourceManager',
    method: 'GET',
    path: '/subscriptions/{subscriptionId}/providers/{resourceProviderNamespace}',
    apiVersion: '2021-04-01',
  }),
  /** Answers at once; the state goes on from `Registering` by itself. The optional body is not typed: nothing needs it. */
  register: operation<{ result: Provider }>()({
    id: 'Providers_Register',
    plane: 'resourceManager',
    method: 'POST',
    path: '/subscriptions/{subscriptionId}/providers/{resourceProviderNamespace}/register',
    apiVersion: '2021-04-01',
  }),
} as const;
