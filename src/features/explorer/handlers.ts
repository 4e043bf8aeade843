import * as vscode from 'vscode';
import { onAnyNode, onNode, onNodes, plain } from '../../platform/commands/commandHandler.ts';
import type { HandlersOf } from '../../platform/commands/commands.ts';
import { errorWords } from '../../platform/errors/errorWords.ts';
import { ErrorKind, LoadMoreKind } from '../../platform/tree/mechanismKinds.ts';
import { type explorerContributions, viewId } from './contributions.ts';
import type { ExplorerParts } from './explorerFeature.ts';
import { goToAccessControl, goToWorkspace } from './goTo/goToWorkspace.ts';
import { groupBy, showEmptySubscriptions } from './groupBy.ts';
import { linkTo } from './links/link.ts';
import { pin, unpin } from './pins/pinCommands.ts';
import { WorkspaceKind } from './public.ts';
import { selectSubscriptions } from './selectSubscriptions.ts';
import { selectTenants } from './selectTenants.ts';
import { signInToTenants } from './signInToTenants.ts';

export interface ExplorerHandlerParts extends ExplorerParts {
  /** Reads the whole tree again. */
  readonly refreshAll: () => void;
}

export function explorerHandlers(parts: ExplorerHandlerParts): HandlersOf<typeof explorerContributions> {
  const { context, model, connections, state, log, refreshAll } = parts;
  const { filter } = state;
  const { extension } = context;
  return {
    'synapse.refresh': plain(refreshAll),
    'synapse.selectTenants': plain(async () => {
      if (connections.current) await selectTenants(connections.current, filter);
    }),
    'synapse.selectSubscriptions': plain(async () => {
      if (connections.current) await selectSubscriptions(connections.current, filter);
    }),
    'synapse.findInTree': plain(async () => {
      await vscode.commands.executeCommand(`${viewId}.focus`);
      await vscode.commands.executeCommand('list.find');
    }),
    'synapse.showEverything': plain(async () => {
      if (connections.current) await filter.showEverything(connections.current.cloud);
    }),
    'synapse.showEmptySubscriptions': plain(showEmptySubscriptions),
    'synapse.signInToTenants': plain(async () => {
      if (connections.current && (await signInToTenants(connections.current, state.discovered))) refreshAll();
    }),
    'synapse.groupBy': plain(groupBy),
    'synapse.goToWorkspace': plain(() => goToWorkspace(parts)),
    'synapse.goToAccessControl': plain(() => goToAccessControl(parts)),
    'synapse.pin': onNodes(WorkspaceKind, async (targets) => {
      if (connections.current) await pin({ model, state, cloud: connections.current.cloud }, targets);
    }),
    'synapse.unpin': {
      on: 'nodes',
      kind: WorkspaceKind,
      run: async (targets) => {
        if (connections.current) await unpin({ model, state, cloud: connections.current.cloud }, targets);
      },
    },
    'synapse.copyLink': onAnyNode(async ({ node: { resource } }) => {
      if (resource) await vscode.env.clipboard.writeText(linkTo(resource, vscode.env.uriScheme, extension.id));
    }, WorkspaceKind),
    'synapse.openWalkthrough': plain(() =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#start`, false),
    ),
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
  };
}
