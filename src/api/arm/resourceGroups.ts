import { operation } from '../../azure/operation.ts';

export interface ResourceGroup {
  readonly id?: string;
  readonly name?: string;
  readonly location?: string;
  /** Id of the resource whose provider created the group for itself (a workspace's managed resource group). */
  readonly managedBy?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly properties?: { readonly provisioningState?: string };
}

/**
 * Resource groups, by hand for the reason that `resources.ts` gives. The table of operations writes `resourcegroups` in
 * their paths; Azure Resource Manager does not mind the case.
 */
export const ResourceGroups = {
  list: operation<{ item: ResourceGroup; query: { readonly $filter?: string; readonly $top?: number } }>()({
    id: 'ResourceGroups_List',
    plane: 'resourceManager',
    method: 'GET',
    path: '/subscriptions/{subscriptionId}/resourcegroups',
    apiVersion: '2021-04-01',
    pages: { by: 'nextLink', items: 'value', property: 'nextLink' },
  }),
  get: operation<{ result: ResourceGroup }>()({
    id: 'ResourceGroups_Get',
    plane: 'resourceManager',
    method: 'GET',
    path: '/subscriptions/{subscriptionId}/resourcegroups/{resourceGroupName}',
    apiVersion: '2021-04-01',
  }),
} as const;
