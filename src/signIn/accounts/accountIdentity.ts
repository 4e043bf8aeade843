import * as vscode from 'vscode';
import type { Cloud } from '../../azure/cloud.ts';
import type { RestService } from '../../azure/restService.ts';
import { anyTenant, type SignInNeededError, type TokenSource } from '../../azure/tokenSource.ts';
import type { Ask } from '../../platform/connection.ts';
import { isCancellation } from '../../platform/errors/cancellation.ts';
import { listTenants, type TenantAccess } from '../../platform/tenants.ts';
import type { Identities } from '../identities.ts';
import { AccountsInUse } from './accountsInUse.ts';
import { AccountTokens } from './accountTokens.ts';

/**
 * The accounts of VS Code as who is signed in.
 * @param clientId The client that Azure Resource Manager is asked as, where it is not VS Code's own.
 * @returns undefined when there is none that may be used, and none was asked for.
 */
export async function accountIdentities(
  cloud: Cloud,
  ask: Ask,
  clientId: string | undefined,
): Promise<Identities | undefined> {
  const accounts = new AccountsInUse(cloud, clientId);
  try {
    await accounts.find();
    if (ask === 'another' || (ask === 'yes' && accounts.all.length === 0)) await accounts.signIn(ask === 'another');
  } catch (error) {
    accounts.dispose();
    throw error;
  }
  if (accounts.all.length === 0) {
    accounts.dispose();
    return undefined;
  }
  return new AccountIdentities(accounts);
}

class AccountIdentities implements Identities {
  readonly ended: Promise<void>;
  readonly onDidChange: vscode.Event<void>;
  readonly #accounts: AccountsInUse;
  readonly #tokens: AccountTokens;

  constructor(accounts: AccountsInUse) {
    this.#accounts = accounts;
    this.#tokens = new AccountTokens({ providerId: accounts.providerId, accounts: () => accounts.all });
    this.onDidChange = accounts.onDidChange;
    this.ended = new Promise((resolve) => {
      accounts.onDidChange(() => {
        this.#tokens.forget();
        if (accounts.all.length === 0) resolve();
      });
    });
  }

  get tokens(): TokenSource {
    return this.#tokens;
  }

  get label(): string {
    return this.#accounts.all.map(({ label }) => label).join(', ');
  }

  labelOf(accountId: string): string | undefined {
    return this.#accounts.all.find(({ id }) => id === accountId)?.label;
  }

  /** The same accounts with another client, for an audience that VS Code's own client may not ask for. */
  asClient(clientId: string): TokenSource {
    return new AccountTokens({
      providerId: this.#accounts.providerId,
      accounts: () => this.#accounts.all,
      clientId,
    });
  }

  async tenants(rest: RestService, signal: AbortSignal): Promise<readonly TenantAccess[]> {
    const lists = await Promise.all(this.#accounts.all.map((account) => this.#tenantsOf(account, rest, signal)));
    return lists.flat();
  }

  async signIn(request: SignInNeededError['request'], clientId?: string): Promise<void> {
    await this.#accounts.signInFor(request, clientId);
    this.#tokens.forget();
  }

  dispose(): void {
    this.#accounts.dispose();
  }

  async #tenantsOf(
    { id: accountId, label: accountLabel }: vscode.AuthenticationSessionAccountInformation,
    rest: RestService,
    signal: AbortSignal,
  ): Promise<TenantAccess[]> {
    const home = { tenantId: anyTenant, accountId };
    try {
      const tenants = await listTenants(rest, home, signal);
      return (tenants.length > 0 ? tenants : [{ ...home, displayName: accountLabel }]).map((tenant) => ({
        ...tenant,
        accountId,
        accountLabel,
      }));
    } catch (error) {
      if (isCancellation(error)) throw error;
      return [{ ...home, displayName: accountLabel, accountLabel, error }];
    }
  }
}
