import * as vscode from 'vscode';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { explorerContributions } from './contributions.ts';
import type { ExplorerState } from './explorerState.ts';
import { WorkspaceKind } from './public.ts';

export interface ExplorerParts extends FeatureParts {
  readonly state: ExplorerState;
}

/** The explorer's own commands: those on any node, what is shown, and ways to get there. */
export function registerExplorer(parts: ExplorerParts): vscode.Disposable {
  const { context, model, commands, picker, connections, state, errors } = parts;
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
    commands.register(explorerContributions, async () =>
      (await import('./handlers.ts')).explorerHandlers({ ...parts, refreshAll }),
    ),
  );
}
