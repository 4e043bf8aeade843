import { idOf } from './ids.ts';

/** The client that may ask for tokens, with a service principal in every tenant of a sample. */
export class Application {
  readonly displayName = 'Synapse emulator client';
  readonly clientId = idOf('application', 'client');
  /** The same at every start, so that clients outlive the emulator. It opens nothing but made-up data on loopback. */
  readonly clientSecret = `emulator~${idOf('application', 'secret').replaceAll('-', '')}`;

  /** Object id of its service principal. */
  objectIdIn(tenantId: string): string {
    return idOf('service principal', this.clientId, tenantId);
  }
}
