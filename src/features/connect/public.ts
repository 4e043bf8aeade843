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
