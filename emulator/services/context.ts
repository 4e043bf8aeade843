import type { Clock } from '../clock.ts';
import type { Operations } from '../longRunning/operations.ts';
import type { Store } from '../store/store.ts';
import type { Unverified } from '../unverified.ts';

/** What the services share. */
export interface Context {
  readonly store: Store;
  readonly operations: Operations;
  readonly clock: Clock;
  /** Milliseconds after which a changed firewall rule works. */
  readonly firewallDelay: number;
  /** Upper limit for every page; absent means each list's own page size. */
  readonly pageSize?: number | undefined;
  /** Bytes of a SQL script's document. */
  readonly scriptSizeLimit: number;
  /** Takes every name: the examples of the specifications call things as no service would let them be called. */
  readonly anyNames: boolean;
  /** How to behave where nobody knows how the service does. */
  readonly unverified: Unverified;
}

/** The size of a page of a list whose service gives `own` items at a time. */
export function pageSizeOf(context: Context, own: number): number {
  return Math.min(own, context.pageSize ?? own);
}
