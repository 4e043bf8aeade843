import * as vscode from 'vscode';
import { onAnyNode, onNode, plain } from '../../platform/commands/commandHandler.ts';
import type { Commands } from '../../platform/commands/commands.ts';
import type { EntryPicker } from '../../platform/commands/entryPicker.ts';
import type { Connections } from '../../platform/connections.ts';
import { errorWords } from '../../platform/errors/errorWords.ts';
import { ErrorKind, LoadMoreKind } from '../../platform/tree/mechanismKinds.ts';
import type { TreeModel } from '../../platform/tree/treeModel.ts';
import { explorerContributions, viewId } from './contributions.ts';
import type { ExplorerFilter } from './explorerFilter.ts';
import { WorkspaceKind } from './public.ts';

export interface ExplorerParts {
  readonly model: TreeModel;
  readonly commands: Commands;
  readonly picker: EntryPicker;
  readonly connections: Connections;
  readonly filter: ExplorerFilter;
  readonly log: vscode.LogOutputChannel;
}

/** The explorer's own commands: those on any node, and what is shown. */
export function registerExplorer(parts: ExplorerParts): vscode.Disposable {
  const { model, commands, picker, connections, filter, log } = parts;
  picker.ask({
    kind: WorkspaceKind,
    placeholder: vscode.l10n.t('Select a workspace'),
    none: vscode.l10n.t('There is no Synapse workspace in the subscriptions that you can see.'),
  });
  const refreshAll = (): void => {
    model.refresh();
  };
  return vscode.Disposable.from(
    connections.onDidChange(refreshAll),
    filter.onDidChange(refreshAll),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('synapse.showEmptySubscriptions')) refreshAll();
    }),
    commands.register(explorerContributions, {
      'synapse.refresh': plain(refreshAll),
      'synapse.selectTenants': plain(async () => {
        const { selectTenants } = await import('./selectTenants.ts');
        if (connections.current) await selectTenants(connections.current, filter);
      }),
      'synapse.selectSubscriptions': plain(async () => {
        const { selectSubscriptions } = await import('./selectSubscriptions.ts');
        if (connections.current) await selectSubscriptions(connections.current, filter);
      }),
      'synapse.findInTree': plain(async () => {
        await vscode.commands.executeCommand(`${viewId}.focus`);
        await vscode.commands.executeCommand('list.find');
      }),
      'synapse.refreshNode': onAnyNode(({ entry, node }) => {
        // A node without children is read with its siblings.
        model.refresh(node.children ? entry : entry.parent);
      }),
      'synapse.retry': onNode(ErrorKind, ({ entry }) => {
        model.refresh(entry.parent);
      }),
      'synapse.copyError': onNode(ErrorKind, async ({ data }) => {
        const { summary, advice, facts } = errorWords(data.error);
        await vscode.env.clipboard.writeText([summary, ...(advice === undefined ? [] : [advice]), ...facts].join('\n'));
      }),
      'synapse.loadMore': onNode(LoadMoreKind, async ({ entry }) => {
        if (entry.parent) await model.loadMore(entry.parent);
      }),
      'synapse.showLog': plain(() => {
        log.show();
      }),
    }),
  );
}
