import type { Workspace } from '../explorer/public.ts';
import type { MssqlConnection } from './mssqlLink.ts';

/**
 * Hands a database to the extension “SQL Server (mssql)”; where that is not installed, it is offered, and the server's
 * name is in the clipboard.
 *
 * @throws vscode.CancellationError when the user turns away; what VS Code says when it cannot install the extension
 */
export async function connectInMssql(connection: MssqlConnection): Promise<void> {
  const { openInMssql } = await import('./openInMssql.ts');
  await openInMssql(connection);
}

/**
 * The connection to a pool of a workspace: a dedicated one by its name, Built-in without one. Undefined where Azure
 * Resource Manager told no usable host name.
 *
 * @param database in Built-in; a dedicated pool is its own only database
 */
export async function mssqlConnectionOf(
  workspace: Workspace,
  pool: string | undefined,
  database?: string,
): Promise<MssqlConnection | undefined> {
  const { databaseOf } = await import('./endpoints.ts');
  const found = databaseOf(workspace, pool === undefined ? undefined : { name: pool });
  if (!found) return undefined;
  const name = pool === undefined && database !== undefined ? database : found.database;
  const profileName = `${workspace.workspaceName} · ${pool ?? 'Built-in'}`;
  return { ...found, database: name, tenantId: workspace.tenantId, profileName };
}
