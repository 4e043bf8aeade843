import { CaseInsensitiveMap } from './caseInsensitiveMap.ts';

export type PrincipalType = 'User' | 'Group' | 'ServicePrincipal';

/** A principal of a tenant's directory; the member names are Microsoft Graph's. */
export interface Principal {
  /** Object id. */
  readonly id: string;
  readonly type: PrincipalType;
  readonly displayName: string;
  /** Users only. */
  readonly userPrincipalName?: string;
  /** Users and mail-enabled groups. */
  readonly mail?: string;
  /** Service principals only: the id of the application, which is never an object id. */
  readonly appId?: string;
  /** Service principals only: an application's or a managed identity's. */
  readonly servicePrincipalType?: 'Application' | 'ManagedIdentity';
  /** Groups only: object ids of the direct members. */
  readonly members?: readonly string[];
}

/** The people, groups and service principals of one tenant, by object id. */
export class Directory implements Iterable<Principal> {
  readonly #principals = new CaseInsensitiveMap<Principal>();

  get(objectId: string): Principal | undefined {
    return this.#principals.get(objectId);
  }

  add(principal: Principal): Principal {
    this.#principals.set(principal.id, principal);
    return principal;
  }

  [Symbol.iterator](): Iterator<Principal> {
    return this.#principals[Symbol.iterator]();
  }
}
