import * as vscode from 'vscode';
import { SqlPools } from '../../../api/synapse/sqlPools.generated.ts';
import { plainText } from '../../../platform/plainText.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { ScriptChanges, SqlScript } from '../scripts/sqlScript.ts';

interface PoolItem extends vscode.QuickPickItem {
  /** Undefined for Built-in. */
  readonly pool: string | undefined;
}

/**
 * Asks for a pool of the workspace and a database. A dedicated pool is its own only database.
 * @throws CancellationError when the user turns away
 */
export async function askConnection(
  place: InWorkspace,
  { connection }: SqlScript,
): Promise<NonNullable<ScriptChanges['connection']>> {
  const chosen = await vscode.window.showQuickPick(poolsOf(place), {
    placeHolder: vscode.l10n.t('Select the SQL pool that the script connects to'),
  });
  if (!chosen) throw new vscode.CancellationError();
  if (chosen.pool !== undefined) return { type: 'SqlPool', poolName: chosen.pool, databaseName: chosen.pool };
  const before = connection.type?.toLowerCase() === 'sqlpool' ? undefined : connection.databaseName;
  const databaseName = await vscode.window.showInputBox({
    title: vscode.l10n.t('Database of the serverless SQL pool'),
    prompt: vscode.l10n.t('Name of the database'),
    value: before ?? 'master',
  });
  if (databaseName === undefined || databaseName.trim() === '') throw new vscode.CancellationError();
  return { type: 'SqlOnDemand', poolName: 'Built-in', databaseName: databaseName.trim() };
}

async function poolsOf({ connection, workspace }: InWorkspace): Promise<readonly PoolItem[]> {
  const items: PoolItem[] = [{ label: 'Built-in', description: vscode.l10n.t('serverless'), pool: undefined }];
  for await (const page of connection.rest.pages(SqlPools.listByWorkspace, workspace)) {
    for (const { name, properties } of page.items) {
      if (name === undefined) continue;
      const state = properties?.status;
      items.push({ label: plainText(name), ...(state !== undefined && { description: plainText(state) }), pool: name });
    }
  }
  return items;
}
