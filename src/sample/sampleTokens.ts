import { SignInNeededError, type TokenRequest, type TokenSource } from '../azure/tokenSource.ts';

export interface SampleCredentials {
  /** Authority of the emulator's token endpoint. */
  readonly login: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Asks the emulator's token endpoint, one tenant and audience at a time, and keeps what it got until shortly before it expires. */
export class SampleTokens implements TokenSource {
  readonly #credentials: SampleCredentials;
  readonly #tokens = new Map<string, { readonly token: string; readonly expires: number }>();

  constructor(credentials: SampleCredentials) {
    this.#credentials = credentials;
  }

  async getToken(request: TokenRequest): Promise<string> {
    const key = `${request.tenantId} ${request.audience}`;
    const kept = this.#tokens.get(key);
    if (kept && request.fresh !== true && kept.expires > Date.now()) return kept.token;
    const { token, seconds } = await this.#ask(request);
    this.#tokens.set(key, { token, expires: Date.now() + (seconds - 60) * 1000 });
    return token;
  }

  async #ask(request: TokenRequest): Promise<{ token: string; seconds: number }> {
    const { login, clientId, clientSecret } = this.#credentials;
    const answer = await fetch(`${login}/${encodeURIComponent(request.tenantId)}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope: `${request.audience}/.default`,
      }),
      ...(request.signal && { signal: request.signal }),
    });
    const body: unknown = await answer.json();
    const { access_token: token, expires_in: seconds } = (body ?? {}) as Record<string, unknown>;
    if (!answer.ok || typeof token !== 'string') throw new SignInNeededError(request);
    return { token, seconds: Number(seconds) || 3600 };
  }
}
