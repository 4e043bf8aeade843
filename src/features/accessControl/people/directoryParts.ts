import type { RestService } from '../../../azure/restService.ts';

/** Whose token is used. */
export interface DirectoryIdentity {
  readonly tenantId: string;
  readonly accountId?: string;
}

/** What a directory is asked with. */
export interface DirectoryParts {
  readonly rest: Pick<RestService, 'pages'>;
  readonly identity: DirectoryIdentity;
  /** Milliseconds, as `Date.now`. */
  readonly now?: () => number;
}
