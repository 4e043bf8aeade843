import * as vscode from 'vscode';
import { features } from './features.ts';
import { viewId } from './features/explorer/contributions.ts';
import { ExplorerState } from './features/explorer/explorerState.ts';
import { rootNode } from './features/explorer/rootNode.ts';
import { connectionSources, workspaceSections } from './lazyParts.ts';
import { commandShell } from './platform/azext/commandShell.ts';
import { accountOf } from './platform/changes/accountOf.ts';
import { Changes } from './platform/changes/changes.ts';
import { Commands } from './platform/commands/commands.ts';
import { EntryPicker } from './platform/commands/entryPicker.ts';
import { connectionScope } from './platform/connectionScope.ts';
import { Connections } from './platform/connections.ts';
import { ErrorPresenter } from './platform/errors/errorPresenter.ts';
import { backgroundWords, treeWords } from './platform/errors/treeWords.ts';
import type { FeatureParts } from './platform/featureParts.ts';
import { RecentErrors } from './platform/recentErrors.ts';
import { ExplorerTree } from './platform/tree/explorerTree.ts';
import { offerConnection } from './signIn/offerConnection.ts';

/** What the extension gives to others, above all to its tests: the view's own nodes. */
export interface SynapseExplorer {
  readonly tree: ExplorerTree;
}

/** Makes the parts and hands them to each other. Nothing is read or sent before the view is seen or a command runs. */
export function start(context: vscode.ExtensionContext): SynapseExplorer {
  const log = vscode.window.createOutputChannel('Synapse Explorer', { log: true });
  const recent = new RecentErrors();
  const errors = new ErrorPresenter(log, recent);
  const changes = new Changes();
  const emulatorFile = vscode.Uri.joinPath(context.extensionUri, 'dist', 'emulator.js').fsPath;
  const { secrets, globalState } = context;
  const connections: Connections = new Connections(
    connectionSources({
      log,
      recent,
      secrets,
      emulatorFile,
      onWrite: (write) => changes.begin(write, accountOf(write, connections.current)),
    }),
    globalState,
    errors,
  );
  const explorer = new ExplorerState(globalState);
  const tree = new ExplorerTree({
    viewId,
    root: rootNode({
      current: () => connections.current,
      connecting: () => connections.state === 'connecting' || connections.state === 'idle',
      state: explorer,
      sections: workspaceSections,
    }),
    words: treeWords((tenantId) => explorer.nameOfTenant(tenantId)),
    loadMoreCommand: 'synapse.loadMore',
    memory: { folder: context.workspaceState, everywhere: globalState },
    scope: connectionScope(connections),
    onBackgroundError: (error, work) => {
      errors.log(backgroundWords(work), error);
    },
    onFirstVisible: () => void connections.restore(),
  });
  const { model } = tree;
  const picker = new EntryPicker(model, () => offerConnection(connections));
  const commands = new Commands({ picker, errors, shell: commandShell(context, log) });
  const parts: FeatureParts = { context, tree, model, commands, picker, connections, changes, errors, recent, log };
  context.subscriptions.push(
    log,
    connections,
    tree,
    explorer,
    ...features(explorer).map((register) => register(parts)),
  );
  return { tree };
}
