import type * as vscode from 'vscode';
import type { RestService } from '../azure/restService.ts';
import type { SignInNeededError, TokenSource } from '../azure/tokenSource.ts';
import type { TenantAccess } from '../platform/tenants.ts';

/** Who is signed in, by whatever kind of credential. */
export interface Identities extends vscode.Disposable {
  readonly label: string;
  /** The name of one account, where there may be several. */
  labelOf?(accountId: string): string | undefined;
  /** Tokens for every audience that no other credential is chosen for. */
  readonly tokens: TokenSource;
  /** Resolves when nobody is signed in any more. */
  readonly ended: Promise<void>;
  readonly onDidChange?: vscode.Event<void>;
  /** The same people through another client; only accounts of VS Code can be asked so. */
  asClient?(clientId: string): TokenSource;
  tenants(rest: RestService, signal: AbortSignal): Promise<readonly TenantAccess[]>;
  /** Asks the user for what is missing. @throws Error that says what to do instead, where it cannot ask. */
  signIn(request: SignInNeededError['request'], clientId?: string): Promise<void>;
}
