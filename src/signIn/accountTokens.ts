import * as vscode from 'vscode';
import { SignInNeededError, type TokenRequest, type TokenSource } from '../azure/tokenSource.ts';
import { type AccountScopes, scopesFor } from './scopes.ts';

/**
 * Tokens of an account that VS Code manages. Always silent: who wants to ask the user goes through the sign-in
 * command.
 */
export class AccountTokens implements TokenSource {
  readonly #providerId: string;
  readonly #account: vscode.AuthenticationSessionAccountInformation;

  constructor(providerId: string, account: vscode.AuthenticationSessionAccountInformation) {
    this.#providerId = providerId;
    this.#account = account;
  }

  async getToken(request: TokenRequest): Promise<string> {
    const session = await this.#session(request);
    if (!session) throw new SignInNeededError(request);
    return session.accessToken;
  }

  async #session(request: TokenRequest): Promise<vscode.AuthenticationSession | undefined> {
    const scopes = scopesFor(request);
    const options = { silent: true, account: this.#account };
    try {
      return await vscode.authentication.getSession(this.#providerId, challengeOr(scopes, request.challenge), options);
    } catch (error) {
      throw new SignInNeededError(request, error instanceof Error ? error.message : String(error), { cause: error });
    }
  }
}

/** A claims challenge goes to the provider as it came; VS Code turns it into a sign-in that satisfies it. */
function challengeOr(
  scopes: AccountScopes,
  challenge: string | undefined,
): AccountScopes | vscode.AuthenticationWwwAuthenticateRequest {
  return challenge === undefined ? scopes : { wwwAuthenticate: challenge, fallbackScopes: scopes };
}
