import * as vscode from 'vscode';
import { withProgress } from '../../../platform/progress.ts';
import { openUrl } from '../../../platform/openUrl.ts';
import { plainText } from '../../../platform/plainText.ts';
import { connectInMssql, mssqlConnectionOf } from '../../connect/public.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { studioPage } from '../../../platform/webPages.ts';
import { askFolder } from '../commands/askFolder.ts';
import { confirmLive } from '../commands/confirmLive.ts';
import { moveScript } from '../commands/moveScript.ts';
import type { OpenScript } from '../files/openScripts.ts';
import type { ScriptParts } from '../lazyParts.ts';
import { documentOf, type ScriptChanges, type SqlScript } from '../scripts/sqlScript.ts';
import { askConnection } from './askConnection.ts';
import { connectionWords, resultLimitWords } from './connectionWords.ts';
import { scriptInEditor } from './draftCommands.ts';

const never = new AbortController().signal;

interface Property extends vscode.QuickPickItem {
  readonly id: string;
  /** Asks for the new value; undefined where there is nothing to publish. @throws CancellationError when the user turns away */
  readonly ask: () => Promise<ScriptChanges | undefined>;
}

/**
 * Changes a script's connection, folder, description or result limit, and publishes that at once; the text in the editor
 * is another matter.
 * @param argument the script's URI; without one the active editor's script is meant
 * @param which the property that was clicked; without one the user is asked
 */
export async function changeProperties(parts: ScriptParts, argument: unknown, which?: unknown): Promise<void> {
  const open = await scriptInEditor(parts, argument);
  const { published } = open;
  if (!published) throw new Error(vscode.l10n.t('SQL script {0} is not published.', open.address.name));
  const properties = propertiesOf(open, published);
  const property =
    properties.find(({ id }) => id === which) ??
    (await vscode.window.showQuickPick(properties, { placeHolder: plainText(published.name) }));
  if (!property) return;
  const changes = await property.ask();
  if (!changes) return;
  await confirmLive(open.store.place, vscode.l10n.t('Publish'));
  const title = vscode.l10n.t('Change SQL script {0}: {1}', published.name, property.label);
  await withProgress(title, async (signal) => {
    const { folder } = changes;
    if (folder !== undefined) {
      await moveScript(parts, open.store, published, { folder }, { signal, about: { title } });
      return;
    }
    const latest = await open.store.get(published.name, signal, { fresh: true });
    await open.store.put(latest.name, documentOf(latest, changes), { signal, ifMatch: latest.etag, about: { title } });
  });
}

function propertiesOf({ store }: OpenScript, script: SqlScript): readonly Property[] {
  const { folder, description, resultLimit } = script;
  return [
    {
      id: 'connection',
      label: vscode.l10n.t('Connection'),
      description: plainText(connectionWords(script) ?? ''),
      ask: async () => ({ connection: await askConnection(store.place, script) }),
    },
    {
      id: 'folder',
      label: vscode.l10n.t('Folder'),
      description: plainText(folder),
      ask: async () => ({
        folder: await askFolder(vscode.l10n.t('Folder of “{0}”', script.name), await store.list(never), folder),
      }),
    },
    {
      id: 'description',
      label: vscode.l10n.t('Description'),
      description: plainText(description),
      ask: () => askDescription(description),
    },
    {
      id: 'resultLimit',
      label: vscode.l10n.t('Result limit'),
      description: resultLimitWords(resultLimit),
      ask: askResultLimit,
    },
    mssqlOf(store.place, script),
    ...pagesOf(store.place),
  ];
}

/** Hands the script's database to the extension that can run it. */
function mssqlOf({ workspace }: InWorkspace, { connection }: SqlScript): Property {
  const { type, poolName, databaseName } = connection;
  const dedicated = type?.toLowerCase() === 'sqlpool' || (poolName !== undefined && poolName !== 'Built-in');
  const ask = async (): Promise<undefined> => {
    const target = await mssqlConnectionOf(workspace, dedicated ? poolName : undefined, databaseName);
    if (!target)
      throw new Error(vscode.l10n.t('Azure told no SQL endpoint for workspace {0}.', workspace.workspaceName));
    await connectInMssql(target);
    return undefined;
  };
  return { id: 'mssql', label: vscode.l10n.t('Connect in SQL Server (mssql)'), ask };
}

/** Studio has no address for a single script: its page of the workspace is the nearest. */
function pagesOf({ connection, workspace }: InWorkspace): readonly Property[] {
  const page = studioPage(connection.cloud, workspace);
  if (page === undefined) return [];
  const ask = async (): Promise<undefined> => {
    await openUrl(page);
    return undefined;
  };
  return [{ id: 'studio', label: vscode.l10n.t('Open in Synapse Studio'), ask }];
}

async function askDescription(value: string): Promise<ScriptChanges> {
  const description = await vscode.window.showInputBox({
    title: vscode.l10n.t('Description of the SQL script'),
    value,
  });
  if (description === undefined) throw new vscode.CancellationError();
  return { description };
}

/** Studio offers just these two. */
async function askResultLimit(): Promise<ScriptChanges> {
  const items = [5000, -1].map((resultLimit) => ({ label: resultLimitWords(resultLimit), resultLimit }));
  const placeHolder = vscode.l10n.t('Rows of a result that Synapse Studio shows');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder });
  if (!chosen) throw new vscode.CancellationError();
  return { resultLimit: chosen.resultLimit };
}
