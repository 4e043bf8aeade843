import type { Clock } from '../clock.ts';
import type { Operations } from '../longRunning/operations.ts';
import type { Application } from '../store/application.ts';
import type { Store } from '../store/store.ts';

/** What a sample gets to fill. */
export interface SampleParts {
  readonly store: Store;
  readonly operations: Operations;
  readonly application: Application;
  readonly clock: Clock;
  /** Milliseconds. */
  readonly operationTime: number;
}

/** Whom a sample offers as its user. */
export interface SampleUser {
  /** The home tenant. */
  readonly tenantId: string;
  /** Object id of a person there. */
  readonly principalId: string;
  /** Object ids of the same person in other tenants, by tenant id. */
  readonly guestIds: Readonly<Record<string, string>>;
}

export type Sample = (parts: SampleParts) => SampleUser;

/**
 * What is half-way when the emulator starts takes this many times the usual time, so that a person who opens the
 * sample still finds it half-way.
 */
export const slowStart = 10;
