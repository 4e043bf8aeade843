/** What a token is asked for. */
export interface TokenRequest {
  readonly tenantId: string;
  /** Which of several signed-in accounts; a source that has only one ignores it. */
  readonly accountId?: string;
  /** The audience as the cloud states it, without a trailing slash and without `/.default`. */
  readonly audience: string;
  /** The raw `WWW-Authenticate` header of a 401 that carried a claims challenge; to be satisfied before a token is handed out. */
  readonly challenge?: string;
  /** True after a 401: a token from a cache will not do. */
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Where `azure/` gets bearer tokens from. A source never asks the user anything on its own: when it cannot get a token
 * silently it throws a `SignInNeededError`.
 */
export interface TokenSource {
  getToken(request: TokenRequest): Promise<string>;
}

/** No token without the user: signed out, consent missing, or a policy that wants an interactive sign-in. */
export class SignInNeededError extends Error {
  override readonly name = 'SignInNeededError';
  /** What was asked for, so that somebody can ask the user for just that. */
  readonly request: Omit<TokenRequest, 'signal' | 'fresh'>;
  /** What the identity provider said; absent where a sign-in is all that is missing. */
  readonly reason: string | undefined;

  /** @param reason What the identity provider said, in its words; never a token. */
  constructor(
    { tenantId, audience, accountId, challenge }: Omit<TokenRequest, 'signal' | 'fresh'>,
    reason?: string,
    options?: ErrorOptions,
  ) {
    super(reason ?? `A sign-in to tenant ${tenantId} is needed.`, options);
    this.reason = reason;
    this.request = {
      tenantId,
      audience,
      ...(accountId === undefined ? {} : { accountId }),
      ...(challenge === undefined ? {} : { challenge }),
    };
  }
}

/** In place of a tenant id: the account's own tenant, whichever that is. */
export const anyTenant = 'organizations';
