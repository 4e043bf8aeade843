/** What a token is asked for. */
export interface TokenRequest {
  readonly tenantId: string;
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
  readonly tenantId: string;
  readonly audience: string;

  /** @param reason What the identity provider said, in its words; never a token. */
  constructor(request: Pick<TokenRequest, 'tenantId' | 'audience'>, reason?: string, options?: ErrorOptions) {
    super(reason ?? `A sign-in to tenant ${request.tenantId} is needed.`, options);
    this.tenantId = request.tenantId;
    this.audience = request.audience;
  }
}

/** In place of a tenant id: the account's own tenant, whichever that is. */
export const anyTenant = 'organizations';
