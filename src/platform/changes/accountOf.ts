import type { Write } from '../../azure/writeObserver.ts';
import type { Connection } from '../connection.ts';

/** Who makes a change, in people's words: the one account that it is sent for, else whoever is signed in. */
export function accountOf({ accountId }: Write, connection: Connection | undefined): string {
  const own = accountId === undefined ? undefined : connection?.accountLabel?.(accountId);
  return own ?? connection?.account ?? '';
}
