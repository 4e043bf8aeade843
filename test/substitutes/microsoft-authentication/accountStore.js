import { postForm } from './postForm.js';
import { Refusals } from './refusals.js';

const DEFAULT_SCOPE = 'https://management.azure.com/.default';

/** The account of the emulator's sample, which is there unless a test takes it away. */
const first = { id: 'substitute-account', label: 'tester@contoso.example' };

/**
 * Accounts, with a session for each combination of account, tenant and scopes that was asked for. Environment:
 * SYNAPSE_TEST_AUTHORITY (the emulator's `activeDirectory`), SYNAPSE_TEST_TENANT (the first account's own tenant),
 * SYNAPSE_TEST_CLIENT_ID, SYNAPSE_TEST_CLIENT_SECRET, SYNAPSE_TEST_SIGNED_IN (`0`: nobody is signed in at start).
 * SYNAPSE_TEST_REFUSALS is JSON: what is refused from the start, each as `refuse` takes it.
 */
export class AccountStore {
  /** Whether a claims challenge can be satisfied without asking a person. */
  silentChallenges = false;
  #environment;
  /** Account by id; one without `tenant` belongs to SYNAPSE_TEST_TENANT. */
  #accounts = new Map();
  #calls = [];
  #sessions = new Map();
  #refusals = new Refusals();
  #tokens = new Set();

  constructor(environment) {
    this.#environment = environment;
    if (environment.SYNAPSE_TEST_SIGNED_IN !== '0') this.#accounts.set(first.id, first);
    for (const refusal of JSON.parse(environment.SYNAPSE_TEST_REFUSALS ?? '[]')) this.#refusals.add(refusal);
  }

  /**
   * What can be had without asking anybody, a session for each account that is meant. Without scopes that says only who
   * is signed in.
   * @throws what Entra is made to say, see `refuse`
   */
  async sessions(call, scopes, options, challenges) {
    this.#calls.push({
      call,
      scopes: scopes ?? [],
      tenant: tenantIn(scopes),
      account: options?.account?.label,
      challenges: challenges ?? [],
    });
    const meant = [...this.#accounts.values()].filter(({ id }) => (options?.account?.id ?? id) === id);
    if (!scopes?.length) return meant.map((account) => ({ id: account.id, accessToken: 'none', account, scopes: [] }));
    const found = await Promise.all(
      meant.map((account) => this.#silently(this.#request(account, scopes), claimsOf(challenges))),
    );
    return found.filter((session) => session !== undefined);
  }

  /** A sign-in, as if the person had given every consent. An account that is not known yet is signed in to, too. */
  async signIn(account = first, scopes = [], challenges = []) {
    if (!this.#accounts.has(account.id)) this.#accounts.set(account.id, account);
    const request = this.#request(this.#accounts.get(account.id), scopes);
    this.#refusals.lift(request);
    return await this.#newSession(request, claimsOf(challenges));
  }

  /** From now on every token is a new one. */
  forgetTokens() {
    this.#sessions.clear();
  }

  /** Takes an account away, or all of them and whatever was refused. */
  signOut(accountId) {
    const gone = (id) => accountId === undefined || accountId === id;
    const removed = [...this.#sessions.values()]
      .map(({ session }) => session)
      .filter(({ account }) => gone(account.id));
    for (const [key, { session }] of this.#sessions) if (gone(session.account.id)) this.#sessions.delete(key);
    for (const id of this.#accounts.keys()) if (gone(id)) this.#accounts.delete(id);
    if (accountId === undefined) {
      this.#refusals.clear();
      this.silentChallenges = false;
    }
    return removed;
  }

  /** Until somebody signs in to just that there is no silent session; `error` is what Entra says, if it says anything. */
  refuse(refusal) {
    this.#refusals.add(refusal);
    for (const [key, { request }] of this.#sessions) if (this.#refusals.of(request)) this.#sessions.delete(key);
  }

  takeCalls() {
    return this.#calls.splice(0);
  }

  /** Every token that was ever handed out. */
  get tokens() {
    return [...this.#tokens];
  }

  async #silently(request, claims) {
    const refusal = this.#refusals.of(request);
    if (refusal?.error !== undefined) throw new Error(refusal.error);
    if (refusal) return undefined;
    const known = this.#sessions.get(request.key);
    if (known && known.until > Date.now() && (claims === undefined || known.claims === claims)) return known.session;
    if (claims !== undefined && !this.silentChallenges) return undefined;
    try {
      return await this.#newSession(request, claims);
    } catch {
      return undefined;
    }
  }

  /** The session's token is renewed a minute before it ends. */
  async #newSession(request, claims) {
    const { access_token: accessToken, expires_in: seconds } = await this.#token(request, claims);
    this.#tokens.add(accessToken);
    const { id, label } = request.account;
    const session = { id: `substitute ${request.key}`, accessToken, account: { id, label }, scopes: request.scopes };
    this.#sessions.set(request.key, { session, request, claims, until: Date.now() + (seconds - 60) * 1000 });
    return session;
  }

  async #token({ tenant, scopes }, claims) {
    const wanted = scopes.filter((scope) => !scope.startsWith('VSCODE_'));
    return await postForm(
      `${this.#environment.SYNAPSE_TEST_AUTHORITY}/${tenant}/oauth2/v2.0/token`,
      new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: this.#environment.SYNAPSE_TEST_CLIENT_ID,
        client_secret: this.#environment.SYNAPSE_TEST_CLIENT_SECRET,
        scope: wanted.length > 0 ? wanted.join(' ') : DEFAULT_SCOPE,
        ...(claims !== undefined && { claims }),
      }),
    );
  }

  #request(account, scopes) {
    const tenant = tenantIn(scopes) ?? account.tenant ?? this.#environment.SYNAPSE_TEST_TENANT;
    return { account, tenant, scopes, key: `${account.id} ${tenant} ${scopes.join(' ')}` };
  }
}

function tenantIn(scopes) {
  return scopes?.find((scope) => scope.startsWith('VSCODE_TENANT:'))?.slice('VSCODE_TENANT:'.length);
}

/** What a `WWW-Authenticate` header asks for, as a token's request takes it. */
function claimsOf(challenges) {
  const encoded = challenges?.map(({ params }) => params?.claims).find((claims) => claims !== undefined);
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString();
}
