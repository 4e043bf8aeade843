import { operation } from '../../azure/operation.ts';

/**
 * A user, group or service principal, with the members that are asked for. What the caller may not read is null or
 * absent; of an object whose kind it may not read at all, only type and id are told.
 */
export interface DirectoryObject {
  /** `#microsoft.graph.user`; only in lists of several kinds. */
  readonly '@odata.type'?: string;
  readonly id?: string;
  readonly displayName?: string | null;
  /** Users only. */
  readonly userPrincipalName?: string | null;
  /** Users and groups. */
  readonly mail?: string | null;
  /** Service principals only: the application's (client) id. */
  readonly appId?: string | null;
  /** Service principals only: `Application`, `ManagedIdentity`, `Legacy`, `SocialIdp`. */
  readonly servicePrincipalType?: string | null;
}

/** OData options of a list; `$search` needs the header `ConsistencyLevel: eventual`. */
export interface DirectoryQuery {
  /** `"displayName:ann" OR "mail:ann"`; quotes and backslashes inside of a quoted text are escaped with a backslash. */
  readonly $search?: string;
  /** `appId in ('…','…')` with at most 15 values; a single quote inside of a text is doubled. */
  readonly $filter?: string;
  /** Comma-separated names of members. */
  readonly $select?: string;
  /** 1 to 999. */
  readonly $top?: number;
}

interface DirectoryHeaders {
  readonly ConsistencyLevel?: 'eventual';
}

const nextLink = { by: 'nextLink', items: 'value', property: '@odata.nextLink' } as const;

/**
 * The few operations of Microsoft Graph that tell who a principal is. By hand, because the specifications folder has
 * none of Graph; from its reference (learn.microsoft.com/graph/api: `directoryobject-getbyids`,
 * `directoryobject-getmembergroups`, `user-list`,
 * `group-list`, `serviceprincipal-list`, each version 1.0).
 */
export const DirectoryObjects = {
  /** Up to 1,000 ids; those that are not in the directory are absent from the answer. Has no `$select`. */
  getByIds: operation<{
    item: DirectoryObject;
    body: { readonly ids: readonly string[]; readonly types: readonly string[] };
  }>()({
    id: 'directoryObject_getByIds',
    plane: 'graph',
    method: 'POST',
    path: '/v1.0/directoryObjects/getByIds',
    readOnly: true,
    pages: nextLink,
  }),
  /** Ids of the groups that a user, a group or a service principal is in, also by way of other groups. */
  getMemberGroups: operation<{ item: string; body: { readonly securityEnabledOnly: boolean } }>()({
    id: 'directoryObject_getMemberGroups',
    plane: 'graph',
    method: 'POST',
    path: '/v1.0/directoryObjects/{id}/getMemberGroups',
    readOnly: true,
    pages: nextLink,
  }),
} as const;

export const Users = {
  list: operation<{ item: DirectoryObject; query: DirectoryQuery; headers: DirectoryHeaders }>()({
    id: 'user_list',
    plane: 'graph',
    method: 'GET',
    path: '/v1.0/users',
    pages: nextLink,
  }),
} as const;

export const Groups = {
  list: operation<{ item: DirectoryObject; query: DirectoryQuery; headers: DirectoryHeaders }>()({
    id: 'group_list',
    plane: 'graph',
    method: 'GET',
    path: '/v1.0/groups',
    pages: nextLink,
  }),
} as const;

export const ServicePrincipals = {
  list: operation<{ item: DirectoryObject; query: DirectoryQuery; headers: DirectoryHeaders }>()({
    id: 'servicePrincipal_list',
    plane: 'graph',
    method: 'GET',
    path: '/v1.0/servicePrincipals',
    pages: nextLink,
  }),
} as const;
