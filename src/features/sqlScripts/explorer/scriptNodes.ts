import * as vscode from 'vscode';
import type { NodePage, TreeNode } from '../../../platform/tree/treeNode.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { addressOf, flagsOfResource } from '../../resources/public.ts';
import { type InFolder, ScriptFolderKind, SqlScriptKind, SqlScriptsKind } from '../contributions.ts';
import { connectionWords, resultLimitWords } from '../editor/connectionWords.ts';
import { scriptsOf } from '../scripts/scriptStores.ts';
import type { SqlScript } from '../scripts/sqlScript.ts';
import { folderTree, type FolderLevel } from './folderTree.ts';

/** Rows that a folder shows at once; more are loaded as they are asked for. */
const pageSize = 500;

export interface SectionOptions {
  /** Takes the first children from what is known; every later reading asks the service. */
  readonly known?: boolean;
}

/** "SQL scripts" below a workspace: its folders, then the scripts that are in none. */
export function sqlScriptsSection(place: InWorkspace, options: SectionOptions = {}): TreeNode<InFolder> {
  const scripts = scriptsOf(place.connection);
  const filter = scripts.filterOf(place);
  let known = options.known === true;
  return {
    kind: SqlScriptsKind,
    key: 'sqlScripts',
    data: { ...place, folder: '' },
    label: vscode.l10n.t('SQL scripts'),
    ...(filter !== undefined && { description: vscode.l10n.t('filter: {0}', filter) }),
    icon: { id: 'files' },
    accessibleLabel: vscode.l10n.t('SQL scripts of workspace {0}', place.workspace.workspaceName),
    flags: ['refreshable', 'scriptFolder', ...(filter === undefined ? [] : ['filtered'])],
    emptyLabel:
      filter === undefined ? vscode.l10n.t('No SQL scripts') : vscode.l10n.t('No SQL script has this in its name'),
    children: async function* (signal) {
      const fresh = !known;
      known = false;
      const all = await scripts.of(place).list(signal, { fresh });
      const shown = filter === undefined ? all : all.filter(({ name }) => contains(name, filter));
      yield* pagesOf(place, folderTree(shown), filter !== undefined);
    },
  };
}

function* pagesOf(place: InWorkspace, level: FolderLevel, open: boolean): Generator<NodePage> {
  const rows = [
    ...level.folders.map((folder) => () => folderNode(place, folder, open)),
    ...level.scripts.map((script) => () => scriptNode(place, script)),
  ];
  for (let at = 0; at === 0 || at < rows.length; at += pageSize) {
    const page = rows.slice(at, at + pageSize);
    yield { nodes: page.map((make) => make()), more: at + pageSize < rows.length };
  }
}

function folderNode(place: InWorkspace, level: FolderLevel, expanded: boolean): TreeNode<InFolder> {
  return {
    kind: ScriptFolderKind,
    // As another row: VS Code would leave one that it has shown closed before as it was.
    key: `${expanded ? 'found' : 'folder'} ${level.path}`,
    data: { ...place, folder: level.path },
    label: level.name === '' ? vscode.l10n.t('(no name)') : level.name,
    icon: { id: 'folder' },
    tooltip: level.path,
    accessibleLabel: vscode.l10n.t('Folder {0}', level.name),
    flags: ['named', 'scriptFolder'],
    expanded,
    // eslint-disable-next-line @typescript-eslint/require-await -- what is below is known already
    children: async function* () {
      yield* pagesOf(place, level, expanded);
    },
  };
}

function scriptNode(place: InWorkspace, script: SqlScript): TreeNode<InWorkspace & { readonly script: SqlScript }> {
  const { name, description } = script;
  const connection = connectionWords(script);
  return {
    kind: SqlScriptKind,
    key: `script ${name.toLowerCase()}`,
    data: { ...place, script },
    label: name,
    ...(connection !== undefined && { description: connection }),
    icon: { id: 'file-code' },
    tooltip: [
      name,
      ...(connection === undefined ? [] : [vscode.l10n.t('Connects to {0}', connection)]),
      resultLimitWords(script.resultLimit),
      ...(description === '' ? [] : [description]),
    ].join('\n'),
    accessibleLabel:
      connection === undefined
        ? vscode.l10n.t('SQL script {0}', name)
        : vscode.l10n.t('SQL script {0}, connects to {1}', name, connection),
    flags: ['named', 'resource', ...flagsOfResource(place.connection).filter((flag) => flag === 'studio')],
    resource: addressOf(place.workspace, `${place.workspace.id}/sqlScripts/${name}`),
    click: 'synapse.sqlScript.open',
  };
}

function contains(name: string, filter: string): boolean {
  return name.toLocaleLowerCase().includes(filter.toLocaleLowerCase());
}
