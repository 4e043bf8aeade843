import * as vscode from 'vscode';
import { SignInNeededError, type TokenRequest, type TokenSource } from '../../azure/tokenSource.ts';
import { entraReason } from '../entraReason.ts';
import { scopesFor } from '../scopes.ts';
import type { ProviderId } from './providerId.ts';
import { silentSession } from './silentSession.ts';

/**
 * How long a token is used without asking VS Code again. VS Code refreshes tokens minutes before they expire, and each
 * question to it may make the provider tell everybody that sessions have changed.
 */
const keptMilliseconds = 60_000;

export interface AccountTokensOptions {
  readonly providerId: ProviderId;
  /** The accounts in use; the first one answers requests that name none. */
  readonly accounts: () => readonly vscode.AuthenticationSessionAccountInformation[];
  /** The client to ask as, for an audience that VS Code's own may not ask for. */
  readonly clientId?: string;
}

/** Tokens of accounts that VS Code manages. Always silent: who wants to ask the user goes through a command. */
export class AccountTokens implements TokenSource {
  readonly #options: AccountTokensOptions;
  readonly #kept = new Map<string, { readonly token: string; readonly until: number }>();

  constructor(options: AccountTokensOptions) {
    this.#options = options;
  }

  async getToken(request: TokenRequest): Promise<string> {
    const account = this.#accountFor(request);
    const key = JSON.stringify([account.id, request.tenantId, request.audience]);
    const kept = this.#kept.get(key);
    if (kept && kept.until > Date.now() && request.fresh !== true) return kept.token;
    this.#kept.delete(key);
    const session = await this.#session(request, account);
    if (!session) throw new SignInNeededError(request);
    this.#kept.set(key, { token: session.accessToken, until: Date.now() + keptMilliseconds });
    return session.accessToken;
  }

  /** Forgets all tokens: the accounts have changed. */
  forget(): void {
    this.#kept.clear();
  }

  #accountFor(request: TokenRequest): vscode.AuthenticationSessionAccountInformation {
    const accounts = this.#options.accounts();
    const account = request.accountId === undefined ? accounts[0] : accounts.find(({ id }) => id === request.accountId);
    if (!account) throw new SignInNeededError(request, vscode.l10n.t('The account is not signed in any more.'));
    return account;
  }

  async #session(
    request: TokenRequest,
    account: vscode.AuthenticationSessionAccountInformation,
  ): Promise<vscode.AuthenticationSession | undefined> {
    const { providerId, clientId } = this.#options;
    const scopes = scopesFor(request, clientId);
    try {
      // A claims challenge goes to VS Code as it came; the sign-in that satisfies it is VS Code's business.
      return await silentSession(
        providerId,
        request.challenge === undefined ? scopes : { wwwAuthenticate: request.challenge, fallbackScopes: scopes },
        account,
      );
    } catch (error) {
      throw new SignInNeededError(request, entraReason(error), { cause: error });
    }
  }
}
