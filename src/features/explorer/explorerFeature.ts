import * as vscode from 'vscode';
import { onAnyNode, onNode, onNodes, plain } from '../../platform/commands/commandHandler.ts';
import { errorWords } from '../../platform/errors/errorWords.ts';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { ErrorKind, LoadMoreKind } from '../../platform/tree/mechanismKinds.ts';
import { explorerContributions, viewId } from './contributions.ts';
import type { ExplorerState } from './explorerState.ts';
import { WorkspaceKind } from './public.ts';

export interface ExplorerParts extends FeatureParts {
  readonly state: ExplorerState;
}

/** The explorer's own commands: those on any node, what is shown, and ways to get there. */
export function registerExplorer(parts: ExplorerParts): vscode.Disposable {
  const { context, model, commands, picker, connections, state, errors, log } = parts;
  const { filter } = state;
  const { extension } = context;
  picker.ask({
    kind: WorkspaceKind,
    placeholder: vscode.l10n.t('Select a workspace'),
    none: vscode.l10n.t('There is no Synapse workspace in the subscriptions that you can see.'),
  });
  const refreshAll = (): void => {
    state.showAgain = false;
    model.refresh();
  };
  /** For what changes only how things are shown. */
  const showAgain = (): void => {
    state.showAgain = true;
    model.refresh();
  };
  return vscode.Disposable.from(
    connections.onDidChange(() => {
      // Why the last connection was empty must not show for a moment with the next one.
      if (!connections.current) void vscode.commands.executeCommand('setContext', 'synapse.empty', '');
      refreshAll();
    }),
    filter.onDidChange(refreshAll),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (['showEmptySubscriptions', 'groupBy'].some((one) => change.affectsConfiguration(`synapse.${one}`))) {
        showAgain();
      }
    }),
    vscode.window.registerUriHandler({
      handleUri: async (uri) => {
        try {
          const { openLink } = await import('./links/openLink.ts');
          await openLink({ ...parts, extension }, uri);
        } catch (error) {
          errors.show(vscode.l10n.t('The link could not be opened'), error);
        }
      },
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
      'synapse.showEverything': plain(async () => {
        if (connections.current) await filter.showEverything(connections.current.cloud);
      }),
      'synapse.showEmptySubscriptions': plain(async () => {
        const { showEmptySubscriptions } = await import('./groupBy.ts');
        await showEmptySubscriptions();
      }),
      'synapse.signInToTenants': plain(async () => {
        const { signInToTenants } = await import('./signInToTenants.ts');
        if (connections.current && (await signInToTenants(connections.current, state.discovered))) refreshAll();
      }),
      'synapse.groupBy': plain(async () => {
        const { groupBy } = await import('./groupBy.ts');
        await groupBy();
      }),
      'synapse.goToWorkspace': plain(async () => {
        const { goToWorkspace } = await import('./goTo/goToWorkspace.ts');
        await goToWorkspace(parts);
      }),
      'synapse.goToAccessControl': plain(async () => {
        const { goToAccessControl } = await import('./goTo/goToWorkspace.ts');
        await goToAccessControl(parts);
      }),
      'synapse.pin': onNodes(WorkspaceKind, async (targets) => {
        const { pin } = await import('./pins/pinCommands.ts');
        if (connections.current) await pin({ model, state, cloud: connections.current.cloud }, targets);
      }),
      'synapse.unpin': {
        on: 'nodes',
        kind: WorkspaceKind,
        run: async (targets) => {
          const { unpin } = await import('./pins/pinCommands.ts');
          if (connections.current) await unpin({ model, state, cloud: connections.current.cloud }, targets);
        },
      },
      'synapse.copyLink': onAnyNode(async ({ node: { resource } }) => {
        const { linkTo } = await import('./links/link.ts');
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
    }),
  );
}
