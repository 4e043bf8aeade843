import * as vscode from 'vscode';
import { Workspaces } from '../../api/synapse/workspaces.generated.ts';
import { plainText } from '../../platform/plainText.ts';
import { withProgress } from '../../platform/progress.ts';
import type { InWorkspace } from '../explorer/public.ts';
import type { Assignment } from './model/access.ts';
import { directoryOf } from './people/directories.ts';
import { accessOf } from './roles/accessOf.ts';
import { exportCsv, exportJson, type ExportParts } from './roles/files/exportRoles.ts';
import type { ImportKind } from './roles/files/importFile.ts';

export interface ExportOptions {
  /** Of an item: what holds there. Without it everything in the workspace. */
  readonly item?: { readonly scope: string; readonly name: string };
  /** The only kind of file that is offered. */
  readonly kind?: ImportKind;
}

/** What is written, and what is missing in it, as sentences. */
interface Export extends ExportParts {
  readonly missing: readonly string[];
}

const kinds = { csv: { CSV: ['csv'] }, json: { JSON: ['json'] } };

/**
 * Asks for a file and writes role assignments to it as they are now, with names, and says what is missing in it.
 * @returns false when no file was chosen
 */
export async function exportAssignments(place: InWorkspace, { item, kind }: ExportOptions = {}): Promise<boolean> {
  const name = item?.name ?? place.workspace.workspaceName;
  const file = await askForFile(name, kind);
  if (!file) return false;
  const what = vscode.l10n.t('Reading the role assignments of {0}', name);
  const { missing, ...parts } = await withProgress(what, (signal) => read(place, item?.scope, signal));
  const text = (kindOf(file) ?? kind ?? 'csv') === 'json' ? exportJson(parts) : exportCsv(parts);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const count = parts.assignments.length;
  const done =
    count === 1
      ? vscode.l10n.t('1 role assignment of {0} is exported.', name)
      : vscode.l10n.t('{0} role assignments of {1} are exported.', count, name);
  const open = vscode.l10n.t('Open');
  void vscode.window.showInformationMessage(plainText([done, ...missing].join(' ')), open).then(async (answer) => {
    if (answer === open) await vscode.commands.executeCommand('vscode.open', file);
  });
  return true;
}

async function read(place: InWorkspace, scope: string | undefined, signal: AbortSignal): Promise<Export> {
  const access = accessOf(place);
  const { connection, workspace } = place;
  const assignments: Assignment[] = [];
  const reading = async (): Promise<void> => {
    const pages = access.assignments({ signal, ...(scope !== undefined && { scope }) });
    for await (const { items } of pages) assignments.push(...items);
  };
  // Who may not read the workspace as an Azure resource only misses the mark at its identity.
  const identity = connection.rest.call(Workspaces.get, workspace, { signal }).catch(() => undefined);
  const [{ roles }, own] = await Promise.all([access.roles(signal), identity, reading()]);
  signal.throwIfAborted();
  const ids = new Set(assignments.map(({ principalId }) => principalId.toLowerCase()));
  const { principals, gap } = await directoryOf(connection, workspace).resolve([...ids], signal);
  const nameless = assignments.filter(({ principalId }) => !principals.has(principalId.toLowerCase())).length;
  return {
    workspaceName: workspace.workspaceName,
    assignments,
    roles,
    principals,
    identityId: own?.identity?.principalId,
    missing: [
      ...(gap ? [vscode.l10n.t('Names are missing in it, because Microsoft Graph could not be asked.')] : []),
      ...(!gap && nameless > 0
        ? [vscode.l10n.t('{0} of them have no name, because the directory does not know who that is.', nameless)]
        : []),
      ...(own
        ? []
        : [
            vscode.l10n.t(
              'The workspace’s own identity is not marked in it, because its Azure resource could not be read.',
            ),
          ]),
    ],
  };
}

/** By the ending of its name, which a person may change. */
function kindOf({ path }: vscode.Uri): ImportKind | undefined {
  const ending = path.toLowerCase().split('.').at(-1);
  return ending === 'json' || ending === 'csv' ? ending : undefined;
}

async function askForFile(name: string, kind: ImportKind | undefined): Promise<vscode.Uri | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const fileName = `${name}-roles.${kind ?? 'csv'}`;
  return await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export role assignments'),
    saveLabel: vscode.l10n.t('Export'),
    filters: kind === undefined ? { ...kinds.csv, ...kinds.json } : kinds[kind],
    defaultUri: folder ? vscode.Uri.joinPath(folder.uri, fileName) : vscode.Uri.file(`/${fileName}`),
  });
}
