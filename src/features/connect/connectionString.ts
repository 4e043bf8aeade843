import type { SqlDatabase } from './endpoints.ts';

/** Ways to sign in with Microsoft Entra, as Microsoft.Data.SqlClient names them; none of them puts a secret into the string. */
export type SqlAuthentication = 'Active Directory Interactive' | 'Active Directory Default';

/** An ADO.NET connection string for Microsoft.Data.SqlClient. */
export function connectionString({ server, database }: SqlDatabase, authentication: SqlAuthentication): string {
  const settings = {
    Server: `tcp:${server},1433`,
    'Initial Catalog': database,
    Encrypt: 'True',
    TrustServerCertificate: 'False',
    'Connection Timeout': '30',
    Authentication: authentication,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${quoted(value)};`)
    .join('');
}

/**
 * Quotes a value where the syntax of connection strings needs it: separators, quotes at the beginning, blanks at either
 * end. A quote within quotes is doubled. Source: documentation of DbConnectionStringBuilder.
 */
function quoted(value: string): string {
  if (!/[;"'\p{Cc}]|^[\s=]|\s$/u.test(value)) return value;
  return value.includes('"') && !value.includes("'") ? `'${value}'` : `"${value.replaceAll('"', '""')}"`;
}
