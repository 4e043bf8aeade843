import * as vscode from 'vscode';
import { treeWords } from '../../platform/errors/treeWords.ts';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { ExplorerTree } from '../../platform/tree/explorerTree.ts';
import { activityRoot } from './activityRoot.ts';
import { activityContributions, activityViewId } from './contributions.ts';

type ActivityParts = Pick<FeatureParts, 'changes' | 'commands' | 'context' | 'log'>;

/** The view of every change that was made from this window, and a line in the log for each that ends. It asks no service. */
export function registerActivity({ changes, commands, context, log }: ActivityParts): vscode.Disposable {
  const tree = new ExplorerTree({
    viewId: activityViewId,
    root: activityRoot(changes),
    words: treeWords(() => undefined),
    memory: { folder: context.workspaceState, everywhere: context.globalState },
    // What this window did is nobody's last known tree.
    scope: () => undefined,
    loadMoreCommand: 'synapse.loadMore',
    onBackgroundError: () => undefined,
    onFirstVisible: () => undefined,
  });
  const stop = changes.onDidChange((change) => {
    // VS Code gathers what comes in a fifth of a second, and asks for nothing while the view is closed.
    tree.model.refresh();
    if (change?.ended)
      void import('./changeLog.ts').then(({ logChange }) => {
        logChange(log, change);
      });
  });
  return vscode.Disposable.from(
    tree,
    { dispose: stop },
    commands.register(activityContributions, async () =>
      (await import('./handlers.ts')).activityHandlers({ changes, log }),
    ),
  );
}
