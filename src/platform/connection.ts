import type { Cloud } from '../azure/cloud.ts';
import type { RestService } from '../azure/restService.ts';
import type { SignInNeededError, TokenSource } from '../azure/tokenSource.ts';
import type { TenantAccess } from './tenants.ts';

/**
 * A cloud that somebody is signed in to. Accounts of VS Code make one, other credentials and the sample make one;
 * features see no difference.
 */
export interface Connection {
  readonly cloud: Cloud;
  readonly rest: RestService;
  /** Who is signed in, in people's words. */
  readonly account: string;
  /** The name of one of several accounts; undefined for one that is not signed in any more. */
  readonly accountLabel?: (accountId: string) => string | undefined;
  /**
   * The tenants of all accounts, in no particular order. An account whose tenants cannot be listed is one entry with
   * the error: it never hides the others.
   */
  tenants(signal: AbortSignal): Promise<readonly TenantAccess[]>;
  /**
   * Asks the user for what a `SignInNeededError` says is needed.
   * @throws Error that says what to do instead, where this credential cannot ask
   */
  signIn(request: SignInNeededError['request']): Promise<void>;
}

/** Makes the REST service for a connection; its code is loaded on the way. */
export type CreateRest = (cloud: Cloud, tokens: TokenSource) => Promise<RestService>;

/** Whether the user may be asked to sign in: not at all, when nobody is, or for one more account. */
export type Ask = 'no' | 'yes' | 'another';

/** Something that can be connected to. */
export interface ConnectionSource {
  /** Remembered across restarts. */
  readonly id: 'accounts' | 'sample';
  /**
   * Connects, or resolves to undefined when nobody is signed in.
   * @throws Error in words for people when the settings cannot be used or the sign-in fails
   */
  connect(ask: Ask): Promise<OpenConnection | undefined>;
}

export interface OpenConnection {
  readonly connection: Connection;
  /** Resolves when the connection has ended by itself: the last session was removed, the sample's process is gone. */
  readonly ended: Promise<void>;
  /** Called when the connection goes on with other accounts than before. */
  onDidChange(listener: () => void): void;
  /** Gives back what the connection holds; accounts themselves stay with VS Code. */
  close(): void;
}
