import * as vscode from 'vscode';
import type { Cloud } from '../../azure/cloud.ts';
import { anyTenant, type SignInNeededError } from '../../azure/tokenSource.ts';
import { scopesFor } from '../scopes.ts';
import { providerOf } from './provider.ts';
import type { ProviderId } from './providerId.ts';
import { SessionNews } from './sessionNews.ts';
import { silentSession } from './silentSession.ts';
import { isTurnedAway, signInFailure } from './signInRefusal.ts';

type Account = vscode.AuthenticationSessionAccountInformation;

/**
 * The accounts of VS Code that this extension may use. It watches VS Code's session events and tells only of real
 * changes: providers fire on every token that they refresh, and whoever reads everything anew on each event never
 * comes to rest.
 */
export class AccountsInUse implements vscode.Disposable {
  readonly providerId: ProviderId;
  readonly onDidChange: vscode.Event<void>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #news: SessionNews;
  readonly #scopes: readonly string[];
  #accounts: readonly Account[] = [];
  /** The accounts that VS Code had at the last look, usable or not. */
  #known = '';

  /** @param clientId The client that Azure Resource Manager is asked as, where it is not VS Code's own. */
  constructor(cloud: Cloud, clientId?: string) {
    this.providerId = providerOf(cloud);
    this.#scopes = scopesFor({ tenantId: anyTenant, audience: cloud.resourceManager.audience }, clientId);
    this.onDidChange = this.#changed.event;
    this.#news = new SessionNews(
      (provider) => provider === this.providerId,
      () => this.#look(),
    );
  }

  get all(): readonly Account[] {
    return this.#accounts;
  }

  /** Finds the accounts that may be used without asking. */
  async find(): Promise<void> {
    const known = await vscode.authentication.getAccounts(this.providerId);
    this.#known = idsOf(known);
    const usable = await Promise.all(
      known.map(async (account) => ((await this.#silently(account)) === undefined ? undefined : account)),
    );
    this.#accounts = usable.filter((account) => account !== undefined);
  }

  /**
   * Asks for a sign-in: VS Code offers its accounts, or a new one.
   * @param another True to be offered the choice even though an account is in use.
   */
  async signIn(another: boolean): Promise<void> {
    try {
      await vscode.authentication.getSession(this.providerId, this.#scopes, {
        createIfNone: true,
        ...(another && { clearSessionPreference: true }),
      });
    } catch (error) {
      // Saying no is no error.
      if (!isTurnedAway(error)) throw error;
    }
    await this.find();
  }

  /**
   * Asks for just the token that was missing: that tenant, that audience, that challenge, that account.
   * @throws SignInNeededError with Entra's reason, CancellationError
   */
  async signInFor(request: SignInNeededError['request'], clientId?: string): Promise<void> {
    const scopes = scopesFor(request, clientId);
    const account = this.#accounts.find(({ id }) => id === request.accountId) ?? this.#accounts[0];
    try {
      await vscode.authentication.getSession(
        this.providerId,
        request.challenge === undefined ? scopes : { wwwAuthenticate: request.challenge, fallbackScopes: scopes },
        { createIfNone: true, ...(account && { account }) },
      );
    } catch (error) {
      throw signInFailure(request, error);
    }
  }

  dispose(): void {
    this.#news.dispose();
    this.#changed.dispose();
  }

  async #silently(account: Account): Promise<vscode.AuthenticationSession | undefined> {
    try {
      return await silentSession(this.providerId, this.#scopes, account);
    } catch {
      // An account that cannot even be asked about is none that can be used.
      return undefined;
    }
  }

  /** @returns whether the accounts in use have changed */
  async #look(): Promise<boolean> {
    // Only the list of accounts is asked for: asking for sessions makes some providers fire again.
    if (idsOf(await vscode.authentication.getAccounts(this.providerId)) === this.#known) return false;
    const before = idsOf(this.#accounts);
    await this.find();
    const changed = idsOf(this.#accounts) !== before;
    if (changed) this.#changed.fire();
    return changed;
  }
}

function idsOf(accounts: readonly Account[]): string {
  return JSON.stringify(accounts.map(({ id }) => id).sort());
}
