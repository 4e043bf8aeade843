import * as vscode from 'vscode';
import { onAnyNode, onNode, plain } from '../../platform/commands/commandHandler.ts';
import type { Commands } from '../../platform/commands/commands.ts';
import type { EntryPicker } from '../../platform/commands/entryPicker.ts';
import { errorWords } from '../../platform/errors/errorWords.ts';
import { ErrorKind, LoadMoreKind } from '../../platform/tree/mechanismKinds.ts';
import type { TreeModel } from '../../platform/tree/treeModel.ts';
import { explorerContributions } from './contributions.ts';
import { WorkspaceKind } from './public.ts';

export interface ExplorerParts {
  readonly model: TreeModel;
  readonly commands: Commands;
  readonly picker: EntryPicker;
  readonly log: vscode.LogOutputChannel;
}

/** The explorer's own commands: those on any node. */
export function registerExplorer({ model, commands, picker, log }: ExplorerParts): vscode.Disposable {
  picker.ask({
    kind: WorkspaceKind,
    placeholder: vscode.l10n.t('Select a workspace'),
    none: vscode.l10n.t('There is no Synapse workspace in the subscriptions that you can see.'),
  });
  return commands.register(explorerContributions, {
    'synapse.refresh': plain(() => {
      model.refresh();
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
  });
}
