import { operation } from '../../azure/operation.ts';

/**
 * A resource of any provider, as Azure Resource Manager lists it: only what all of them have. Read what a provider adds
 * through that provider's own operations.
 */
export interface GenericResource {
  readonly id?: string;
  readonly name?: string;
  /** `Microsoft.Synapse/workspaces`; compare without case. */
  readonly type?: string;
  readonly location?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Only where one resource is read, never in a list. */
  readonly properties?: unknown;
  readonly [other: string]: unknown;
}

/** What a list of resources may be asked for. */
export interface ResourceListQuery {
  /** OData: `resourceType eq 'Microsoft.Synapse/workspaces'`. */
  readonly $filter?: string;
  /** Comma-separated: `createdTime`, `changedTime`, `provisioningState`. */
  readonly $expand?: string;
  readonly $top?: number;
}

/**
 * Resources of any provider. By hand, with no more types than the table of operations vouches for: the specifications
 * folder has no file of Microsoft.Resources 2021-04-01.
 */
export const Resources = {
  list: operation<{ item: GenericResource; query: ResourceListQuery }>()({
    id: 'Resources_List',
    plane: 'resourceManager',
    method: 'GET',
    path: '/subscriptions/{subscriptionId}/resources',
    apiVersion: '2021-04-01',
    pages: { by: 'nextLink', items: 'value', property: 'nextLink' },
  }),
  listByResourceGroup: operation<{ item: GenericResource; query: ResourceListQuery }>()({
    id: 'Resources_ListByResourceGroup',
    plane: 'resourceManager',
    method: 'GET',
    path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/resources',
    apiVersion: '2021-04-01',
    pages: { by: 'nextLink', items: 'value', property: 'nextLink' },
  }),
  /** The version is the one of the resource's provider, so each call has to say it. */
  getById: operation<{ result: GenericResource; query: { readonly 'api-version': string } }>()({
    id: 'Resources_GetById',
    plane: 'resourceManager',
    method: 'GET',
    path: '/{resourceId}',
    wholePaths: ['resourceId'],
  }),
} as const;
