import { contributions, nodeKind, target } from '../../platform/contributions/declarations.ts';
import { type InWorkspace, WorkspaceKind } from '../explorer/public.ts';
import type { SqlScript } from './scripts/sqlScript.ts';

/** Where scripts can be put: the section itself (an empty folder) or one of its folders. */
export interface InFolder extends InWorkspace {
  readonly folder: string;
}

export const SqlScriptsKind = nodeKind<InFolder>()({
  name: 'sqlScripts',
  flags: ['refreshable', 'scriptFolder', 'filtered'],
  parent: WorkspaceKind,
});

export const ScriptFolderKind = nodeKind<InFolder>()({
  name: 'scriptFolder',
  flags: ['named', 'scriptFolder'],
  parent: SqlScriptsKind,
});

export const SqlScriptKind = nodeKind<InWorkspace & { readonly script: SqlScript }>()({
  name: 'sqlScript',
  flags: ['named', 'resource', 'studio'],
  parent: SqlScriptsKind,
});

/** Context key: `published` or `draft` while the active editor shows a script. */
export const editorKey = 'synapse.sqlScript.editor';

const withDraft = `${editorKey} == draft`;

export const sqlScriptContributions = contributions({
  kinds: { SqlScriptsKind, ScriptFolderKind, SqlScriptKind },
  commands: {
    'synapse.sqlScript.open': {
      title: 'Open SQL script',
      icon: 'go-to-file',
      targets: [target(SqlScriptKind)],
      menu: '1_open@1',
    },
    'synapse.sqlScript.new': {
      title: 'New SQL script…',
      icon: 'new-file',
      targets: [{ flag: 'scriptFolder' }],
      menu: '1_new@1',
      inline: 1,
    },
    'synapse.sqlScript.compareWithFile': {
      title: 'Compare with a file…',
      icon: 'diff',
      targets: [target(SqlScriptKind)],
      menu: '1_open@2',
    },
    'synapse.sqlScript.download': {
      title: 'Download SQL scripts…',
      icon: 'cloud-download',
      targets: [target(SqlScriptKind)],
      menu: '1_open@3',
    },
    'synapse.sqlScript.rename': {
      title: 'Rename SQL script…',
      targets: [target(SqlScriptKind)],
      menu: '2_change@1',
    },
    'synapse.sqlScript.move': {
      title: 'Move to a folder…',
      targets: [target(SqlScriptKind)],
      menu: '2_change@2',
    },
    'synapse.sqlScript.duplicate': {
      title: 'Duplicate SQL script…',
      targets: [target(SqlScriptKind)],
      menu: '2_change@3',
    },
    'synapse.sqlScript.delete': {
      title: 'Delete SQL scripts…',
      targets: [target(SqlScriptKind)],
      menu: '2_change@4',
    },
    'synapse.sqlScript.filter': {
      title: 'Filter SQL scripts by name…',
      icon: 'filter',
      targets: [target(SqlScriptsKind)],
      menu: '3_filter@1',
      inline: 2,
    },
    'synapse.sqlScript.clearFilter': {
      title: 'Show all SQL scripts',
      icon: 'clear-all',
      targets: [target(SqlScriptsKind, 'filtered')],
      menu: '3_filter@2',
      inline: 3,
      palette: false,
    },
    'synapse.sqlScript.change': { title: 'Change connection and properties…', when: editorKey },
    'synapse.sqlScript.publishDraft': { title: 'Publish draft…', icon: 'cloud-upload', when: withDraft },
    'synapse.sqlScript.compareDraft': { title: 'Compare draft with what is published', icon: 'diff', when: withDraft },
    'synapse.sqlScript.discardDraft': { title: 'Discard draft…', icon: 'discard', when: withDraft },
    'synapse.sqlScript.showDrafts': { title: 'Show drafts of SQL scripts…' },
  },
});
