import * as vscode from 'vscode';
import type { Target } from '../../platform/commands/commandHandler.ts';
import { plainText } from '../../platform/plainText.ts';
import type { InWorkspace } from '../explorer/public.ts';
import { type DedicatedPoolPlace, powerStateOf } from '../sqlPools/public.ts';
import { connectionString, type SqlAuthentication } from './connectionString.ts';
import { databaseOf, dedicatedServer, developmentEndpoint, serverlessServer, type SqlDatabase } from './endpoints.ts';
import { connectInMssql } from './public.ts';

/** Built-in is a place in a workspace, a dedicated pool also names itself. */
type PoolPlace = InWorkspace | DedicatedPoolPlace;

/** Hands the pool to mssql, unless nobody can connect to it as it is. */
export async function connect({ data, entry }: Target<PoolPlace>): Promise<void> {
  const { workspace } = data;
  if ('pool' in data && !(await isReachable(data, entry))) return;
  const { server, database } = databaseAt(data);
  const name = 'pool' in data ? data.pool.name : 'Built-in';
  const profileName = `${workspace.workspaceName}/${name}`;
  await connectInMssql({ server, database, tenantId: workspace.tenantId, profileName });
}

/** Says of a pool that is not online what to do; unknown states are tried. */
async function isReachable({ pool }: DedicatedPoolPlace, entry: Target['entry']): Promise<boolean> {
  const state = powerStateOf(pool.status);
  if (state === 'changing') {
    void vscode.window.showInformationMessage(
      plainText(vscode.l10n.t('SQL pool {0} is being changed; connect when it is online.', pool.name)),
    );
  }
  if (state !== 'paused') return state !== 'changing';
  const resume = vscode.l10n.t('Resume…');
  const answer = await vscode.window.showWarningMessage(
    plainText(vscode.l10n.t('SQL pool {0} is paused; nobody can connect until it is resumed.', pool.name)),
    resume,
  );
  // Its own command: it asks, names what is charged, and follows the pool.
  if (answer === resume) await vscode.commands.executeCommand('synapse.sqlPool.resume', entry);
  return false;
}

/** Words of connection strings, which are not translated. */
const interactive: SqlAuthentication = 'Active Directory Interactive';
const byDefault: SqlAuthentication = 'Active Directory Default';

/** Asks how to sign in and copies an ADO.NET connection string. */
export async function copyConnectionString(place: PoolPlace): Promise<void> {
  const database = databaseAt(place);
  const ways: readonly (vscode.QuickPickItem & { label: SqlAuthentication })[] = [
    {
      label: interactive,
      description: vscode.l10n.t('a person signs in when the program connects'),
    },
    {
      label: byDefault,
      description: vscode.l10n.t('managed identity, environment or Azure CLI, without a question'),
    },
  ];
  const way = await vscode.window.showQuickPick(ways, {
    placeHolder: vscode.l10n.t('How the program signs in; the connection string holds no secret'),
    matchOnDescription: true,
  });
  if (!way) return;
  // Too long for the status bar.
  const said = vscode.l10n.t('Copied the connection string of {0}', database.database);
  await copy(connectionString(database, way.label), said);
}

export async function copySqlEndpoint({ workspace }: InWorkspace): Promise<void> {
  await copy(told(dedicatedServer(workspace), workspace.workspaceName));
}

export async function copyServerlessSqlEndpoint({ workspace }: InWorkspace): Promise<void> {
  await copy(told(serverlessServer(workspace), workspace.workspaceName));
}

export async function copyDevelopmentEndpoint({ workspace }: InWorkspace): Promise<void> {
  await copy(told(developmentEndpoint(workspace), workspace.workspaceName));
}

function databaseAt(place: PoolPlace): SqlDatabase {
  const { workspace } = place;
  return told(databaseOf(workspace, 'pool' in place ? place.pool : undefined), workspace.workspaceName);
}

/** @throws Error where Azure told no endpoint, as for a workspace that is being made */
function told<Value>(value: Value | undefined, workspaceName: string): Value {
  if (value !== undefined) return value;
  throw new Error(
    vscode.l10n.t('Azure tells no such endpoint of workspace {0}. Refresh, and try again.', workspaceName),
  );
}

async function copy(text: string, said = vscode.l10n.t('Copied: {0}', text)): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  // The clipboard shows nothing by itself, and a menu entry that seems to do nothing is tried again.
  vscode.window.setStatusBarMessage(plainText(said), 5000);
}
