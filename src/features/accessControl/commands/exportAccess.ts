import * as vscode from 'vscode';
import { Workspaces } from '../../../api/synapse/workspaces.generated.ts';
import type { Target } from '../../../platform/commands/commandHandler.ts';
import { plainText } from '../../../platform/plainText.ts';
import { withProgress } from '../../../platform/progress.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { directoryAt } from '../explorer/names.ts';
import type { Assignment } from '../model/access.ts';
import { accessOf } from '../roles/accessOf.ts';
import { needingRole } from './needingRole.ts';
import { exportCsv, exportJson, type ExportParts } from '../roles/files/exportRoles.ts';

/** Writes the role assignments of a workspace to a file, with names; which kind of file goes by its ending. */
export async function exportAccess(target: Target<InWorkspace>): Promise<void> {
  const { data } = target;
  const { workspaceName } = data.workspace;
  const file = await askForFile(workspaceName);
  const what = vscode.l10n.t('Reading the role assignments of {0}', workspaceName);
  const { parts, named } = await needingRole(
    target,
    withProgress(what, (signal) => read(data, signal)),
  );
  const text = file.path.toLowerCase().endsWith('.json') ? exportJson(parts) : exportCsv(parts);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const said = [
    vscode.l10n.t('{0} role assignments of {1} are exported.', parts.assignments.length, workspaceName),
    ...(named ? [] : [vscode.l10n.t('Names are missing in it, because Microsoft Graph could not be asked.')]),
  ];
  const open = vscode.l10n.t('Open');
  void vscode.window.showInformationMessage(plainText(said.join(' ')), open).then(async (answer) => {
    if (answer === open) await vscode.commands.executeCommand('vscode.open', file);
  });
}

async function read(place: InWorkspace, signal: AbortSignal): Promise<{ parts: ExportParts; named: boolean }> {
  const access = accessOf(place);
  const { connection, workspace } = place;
  const assignments: Assignment[] = [];
  const reading = async (): Promise<void> => {
    for await (const { items } of access.assignments({ signal })) assignments.push(...items);
  };
  // Who may not read the workspace as an Azure resource only misses the mark at its identity.
  const identity = connection.rest.call(Workspaces.get, workspace, { signal }).catch(() => undefined);
  const [{ roles }, own] = await Promise.all([access.roles(signal), identity, reading()]);
  signal.throwIfAborted();
  const ids = assignments.map(({ principalId }) => principalId);
  const { principals, gap } = await directoryAt(place).resolve(ids, signal);
  const { workspaceName } = workspace;
  return {
    parts: { workspaceName, assignments, roles, principals, identityId: own?.identity?.principalId },
    named: gap === undefined,
  };
}

async function askForFile(workspaceName: string): Promise<vscode.Uri> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const name = `${workspaceName}-roles.csv`;
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export role assignments'),
    saveLabel: vscode.l10n.t('Export'),
    filters: { CSV: ['csv'], JSON: ['json'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
  });
  if (!file) throw new vscode.CancellationError();
  return file;
}
