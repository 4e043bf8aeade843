import * as vscode from 'vscode';
import { anyTenant } from '../azure/tokenSource.ts';
import type { ConnectionSource, CreateRest, OpenConnection } from '../platform/connection.ts';
import { AccountTokens } from './accountTokens.ts';
import { readCloud } from './cloudSetting.ts';
import { type AccountScopes, scopesFor } from './scopes.ts';

/** VS Code's provider of Microsoft accounts. */
const providerId = 'microsoft';

/** Connects with an account of VS Code: silently when the extension may use one already, else by asking. */
export class AccountsSource implements ConnectionSource {
  readonly id = 'accounts';
  readonly #createRest: CreateRest;

  constructor(createRest: CreateRest) {
    this.#createRest = createRest;
  }

  async connect(ask: boolean): Promise<OpenConnection | undefined> {
    const cloud = readCloud();
    const scopes = scopesFor({ tenantId: anyTenant, audience: cloud.resourceManager.audience });
    const session = ask
      ? await askForSession(scopes)
      : await vscode.authentication.getSession(providerId, scopes, { silent: true });
    if (!session) return undefined;
    const tokens = new AccountTokens(providerId, session.account);
    const watch = watchAccount(session.account.id);
    return {
      connection: {
        cloud,
        rest: await this.#createRest(cloud, tokens),
        account: session.account.label,
        homeTenantId: anyTenant,
      },
      ended: watch.gone,
      close: watch.stop,
    };
  }
}

/** @returns undefined when the person says no: VS Code throws then, but nothing has gone wrong. */
async function askForSession(scopes: AccountScopes): Promise<vscode.AuthenticationSession | undefined> {
  try {
    return await vscode.authentication.getSession(providerId, scopes, { createIfNone: true });
  } catch (error) {
    // Neither VS Code's own question nor the provider's pages have a code for it.
    if (error instanceof Error && /did not consent|cancel/iu.test(error.message)) return undefined;
    throw error;
  }
}

/** Resolves `gone` when VS Code no longer has the account. Providers fire on every refresh, so only its absence counts. */
function watchAccount(accountId: string): { gone: Promise<void>; stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const listener = vscode.authentication.onDidChangeSessions(async ({ provider }) => {
    if (provider.id !== providerId) return;
    const accounts = await vscode.authentication.getAccounts(providerId);
    if (!accounts.some(({ id }) => id === accountId)) resolve();
  });
  return {
    gone: promise,
    stop: () => {
      listener.dispose();
    },
  };
}
