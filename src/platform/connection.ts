import type { Cloud } from '../azure/cloud.ts';
import type { RestService } from '../azure/restService.ts';
import type { TokenSource } from '../azure/tokenSource.ts';

/** A cloud that somebody is signed in to. Accounts of VS Code make one, the sample makes one; features see no difference. */
export interface Connection {
  readonly cloud: Cloud;
  readonly rest: RestService;
  /** Who is signed in, in people's words. */
  readonly account: string;
  /** The tenant whose token lists the tenants. */
  readonly homeTenantId: string;
}

/** Makes the REST service for a connection; its code is loaded on the way. */
export type CreateRest = (cloud: Cloud, tokens: TokenSource) => Promise<RestService>;

/** Something that can be connected to. */
export interface ConnectionSource {
  /** Remembered across restarts. */
  readonly id: 'accounts' | 'sample';
  /**
   * Connects, or resolves to undefined when nobody is signed in.
   * @param ask Whether the user may be asked to sign in; never on the source's own initiative.
   */
  connect(ask: boolean): Promise<OpenConnection | undefined>;
}

export interface OpenConnection {
  readonly connection: Connection;
  /** Resolves when the connection has ended by itself: the session was removed, the sample's process is gone. */
  readonly ended: Promise<void>;
  /** Gives back what the connection holds; the account itself stays with VS Code. */
  close(): void;
}
