const DEFAULT_SCOPE = 'https://management.azure.com/.default';

/**
 * The one account of the emulator's sample, with a session for each combination of tenant and scopes that was asked for.
 * Environment: SYNAPSE_TEST_AUTHORITY (the emulator's `activeDirectory`), SYNAPSE_TEST_TENANT (the account's own tenant),
 * SYNAPSE_TEST_CLIENT_ID, SYNAPSE_TEST_CLIENT_SECRET, SYNAPSE_TEST_SIGNED_IN (`0`: signed out at start).
 */
export class AccountStore {
  #environment;
  #signedIn;
  #calls = [];
  #sessions = new Map();
  #refusedTenants = new Set();

  constructor(environment) {
    this.#environment = environment;
    this.#signedIn = environment.SYNAPSE_TEST_SIGNED_IN !== '0';
  }

  /** What can be had without asking anybody: nothing when signed out, or when Entra refuses. */
  async sessions(call, scopes, options, challenges) {
    const request = this.#note(call, scopes, options, challenges);
    if (!this.#signedIn || this.#refusedTenants.has(request.tenant)) return [];
    if (challenges?.length) return []; // claims are satisfied only by a sign-in
    try {
      return [await this.#session(request)];
    } catch {
      return [];
    }
  }

  /** A sign-in, as if the person had given every consent. */
  async signIn(call, scopes, options, challenges) {
    const request = this.#note(call, scopes, options, challenges);
    this.#signedIn = true;
    this.#refusedTenants.delete(request.tenant);
    this.#sessions.delete(keyOf(request));
    return this.#session(request);
  }

  signOut() {
    const removed = [...this.#sessions.values()].map(({ session }) => session);
    this.#signedIn = false;
    this.#sessions.clear();
    return removed;
  }

  refuse(tenant) {
    this.#refusedTenants.add(tenant);
    for (const key of this.#sessions.keys()) if (key.startsWith(`${tenant} `)) this.#sessions.delete(key);
  }

  takeCalls() {
    return this.#calls.splice(0);
  }

  #note(call, scopes, options, challenges) {
    const tenantScope = scopes?.find((scope) => scope.startsWith('VSCODE_TENANT:'));
    const tenant = tenantScope?.slice('VSCODE_TENANT:'.length) ?? this.#environment.SYNAPSE_TEST_TENANT;
    this.#calls.push({ call, scopes: scopes ?? [], tenant, account: options?.account?.label, challenges });
    return { tenant, scopes: scopes ?? [] };
  }

  /** The session's token is renewed a minute before it ends. */
  async #session(request) {
    const key = keyOf(request);
    const known = this.#sessions.get(key);
    if (known && known.until > Date.now()) return known.session;
    const { access_token: accessToken, expires_in: seconds } = await this.#token(request);
    const account = { id: 'substitute-account', label: 'tester@contoso.example' };
    const session = { id: `substitute ${key}`, accessToken, account, scopes: request.scopes };
    this.#sessions.set(key, { session, until: Date.now() + (seconds - 60) * 1000 });
    return session;
  }

  async #token({ tenant, scopes }) {
    const wanted = scopes.filter((scope) => !scope.startsWith('VSCODE_'));
    const reply = await fetch(`${this.#environment.SYNAPSE_TEST_AUTHORITY}/${tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: this.#environment.SYNAPSE_TEST_CLIENT_ID,
        client_secret: this.#environment.SYNAPSE_TEST_CLIENT_SECRET,
        scope: wanted.length > 0 ? wanted.join(' ') : DEFAULT_SCOPE,
      }),
    });
    if (!reply.ok) throw new Error(`the emulator gave no token (${reply.status}): ${await reply.text()}`);
    return reply.json();
  }
}

function keyOf({ tenant, scopes }) {
  return `${tenant} ${scopes.join(' ')}`;
}
