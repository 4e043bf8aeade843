/** What a role can be given to; the names are the service's own (`principalType` of a role assignment). */
export const principalTypes = ['User', 'Group', 'ServicePrincipal'] as const;
export type PrincipalType = (typeof principalTypes)[number];

/** Whom Microsoft Graph knows by an object id. Its texts are somebody's words and are only ever shown as plain text. */
export interface Principal {
  /** Object id, in lower case; of a service principal the one of its enterprise application. */
  readonly id: string;
  readonly type: PrincipalType;
  readonly displayName: string;
  /** Users only. */
  readonly userPrincipalName?: string;
  /** Users and groups with a mailbox. */
  readonly mail?: string;
  /** Service principals only: application (client) id, which is never an object id. */
  readonly appId?: string;
  /** Service principals only: whether it is the identity of an Azure resource. */
  readonly managedIdentity?: boolean;
}

/** Why principals have no names. `reason` is for a sentence and a way out, `error` for the log. */
export interface NamesGap {
  /**
   * `consent`: the client may not ask Microsoft Graph in this tenant. `refused`: it may, but this account may not read.
   * `unreachable`: no answer. `absent`: the cloud has no Microsoft Graph.
   */
  readonly reason: 'consent' | 'refused' | 'unreachable' | 'absent';
  readonly error: unknown;
}

export interface Resolved {
  /** By object id in lower case; ids that Microsoft Graph does not know (deleted, another tenant's) are absent. */
  readonly principals: ReadonlyMap<string, Principal>;
  /** Absent where everything was asked for: an absent id is then unknown. */
  readonly gap?: NamesGap;
}

/** What became of a reference that somebody pasted: an object id, an application id, a user principal name or a mail. */
export type LookedUp =
  | {
      readonly reference: string;
      readonly found: 'one';
      readonly principal: Principal;
      readonly by: 'objectId' | 'appId' | 'name';
    }
  | { readonly reference: string; readonly found: 'several'; readonly principals: readonly Principal[] }
  | { readonly reference: string; readonly found: 'none' }
  /** It reads like nothing that can be looked up. */
  | { readonly reference: string; readonly found: 'unreadable' }
  /** Nobody could be asked; an object id may be used all the same. */
  | { readonly reference: string; readonly found: 'unasked'; readonly gap: NamesGap };

/** The directory of one tenant of a connection: who its principals are. Nothing of it rejects but by `signal`. */
export interface PrincipalDirectory {
  /** What is known without asking. */
  known(id: string): Principal | undefined;
  /** Asks for those that are not known yet, up to 1,000 ids a request. */
  resolve(ids: readonly string[], signal: AbortSignal): Promise<Resolved>;
  /** People, groups and service principals whose names, mails or ids begin with or hold the text. */
  search(
    text: string,
    signal: AbortSignal,
  ): Promise<{ readonly principals: readonly Principal[]; readonly gap?: NamesGap }>;
  lookUp(references: readonly string[], signal: AbortSignal): Promise<readonly LookedUp[]>;
  /** Object ids of the groups that somebody is in, also by way of others; undefined where nobody can tell. */
  groupsOf(id: string, signal: AbortSignal): Promise<readonly string[] | undefined>;
}
