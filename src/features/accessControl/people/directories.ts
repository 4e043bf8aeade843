import type { Connection } from '../../../platform/connection.ts';
import type { DirectoryIdentity } from './directoryParts.ts';
import { GraphDirectory } from './graphDirectory.ts';

/** Held by the connection that they came over, and gone with it. */
const byConnection = new WeakMap<Connection, Map<string, GraphDirectory>>();

/**
 * The directory of a tenant, as one account of the connection sees it. The same one for everybody who asks, so that a
 * name that was read once is known everywhere.
 */
export function directoryOf(connection: Connection, { tenantId, accountId }: DirectoryIdentity): GraphDirectory {
  const directories = byConnection.get(connection) ?? new Map<string, GraphDirectory>();
  byConnection.set(connection, directories);
  const key = JSON.stringify([tenantId.toLowerCase(), accountId]);
  let directory = directories.get(key);
  if (!directory) {
    const identity = { tenantId, ...(accountId === undefined ? {} : { accountId }) };
    directories.set(key, (directory = new GraphDirectory({ rest: connection.rest, identity })));
  }
  return directory;
}
