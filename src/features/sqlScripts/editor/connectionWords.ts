import * as vscode from 'vscode';
import type { SqlScript } from '../scripts/sqlScript.ts';

/** What a script connects to, in short: `SalesDW · sales`; undefined where the document says nothing of it. */
export function connectionWords({ connection }: Pick<SqlScript, 'connection'>): string | undefined {
  const { type, poolName, databaseName } = connection;
  const pool = poolName ?? (type?.toLowerCase() === 'sqlondemand' ? 'Built-in' : undefined);
  const parts = [pool, databaseName].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(' · ');
}

/** How many rows of a result Studio shows. */
export function resultLimitWords(resultLimit: number | undefined): string {
  if (resultLimit === undefined) return vscode.l10n.t('Result limit not set');
  return resultLimit < 0 ? vscode.l10n.t('All rows') : vscode.l10n.t('First {0} rows', resultLimit);
}
