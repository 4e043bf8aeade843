import type { SqlDatabase } from './endpoints.ts';

/** The extension “SQL Server (mssql)” by Microsoft. */
export const mssqlExtensionId = 'ms-mssql.mssql';

export interface MssqlConnection extends SqlDatabase {
  /** Whose sign-in is meant. */
  readonly tenantId: string;
  /** What the connection is called there. */
  readonly profileName: string;
}

/**
 * Path and query of a link that mssql handles: it connects by a profile of this server and database that it finds, else
 * it opens its connection dialog, filled in. The query holds a query: VS Code unescapes a link once, mssql once more.
 * Source: vscode-mssql, src/mssqlProtocolHandler.ts (`/connect`; parameters are the names of connection options, and
 * profileName, tenantId); AzureMFA is its name for an interactive sign-in with Microsoft Entra.
 */
export function mssqlLink({ server, database, tenantId, profileName }: MssqlConnection): {
  authority: string;
  path: string;
  query: string;
} {
  const parameters = new URLSearchParams({
    server,
    database,
    authenticationType: 'AzureMFA',
    profileName,
    tenantId,
  });
  return { authority: mssqlExtensionId, path: '/connect', query: parameters.toString() };
}
