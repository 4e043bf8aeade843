import * as vscode from 'vscode';
import { viewId } from './features/explorer/contributions.ts';
import { ExplorerFilter } from './features/explorer/explorerFilter.ts';
import { registerExplorer } from './features/explorer/explorerFeature.ts';
import { WorkspaceKind } from './features/explorer/public.ts';
import { rootNode } from './features/explorer/rootNode.ts';
import { registerResources } from './features/resources/resourcesFeature.ts';
import { registerSqlPools } from './features/sqlPools/sqlPoolsFeature.ts';
import {
  connectionSources,
  diagnosticsText,
  forgetSecrets,
  propertiesReaders,
  workspaceSections,
} from './lazyParts.ts';
import { commandShell } from './platform/azext/commandShell.ts';
import { Commands } from './platform/commands/commands.ts';
import { EntryPicker } from './platform/commands/entryPicker.ts';
import { Connections } from './platform/connections.ts';
import { ErrorPresenter } from './platform/errors/errorPresenter.ts';
import { treeWords } from './platform/errors/treeWords.ts';
import { RecentErrors } from './platform/recentErrors.ts';
import { ExplorerTree } from './platform/tree/explorerTree.ts';
import { registerSample } from './sample/sampleFeature.ts';
import { offerConnection } from './signIn/offerConnection.ts';
import { registerSignIn } from './signIn/signInFeature.ts';

/** What the extension gives to others, above all to its tests: the view's own nodes. */
export interface SynapseExplorer {
  readonly tree: ExplorerTree;
}

/** Makes the parts and hands them to each other. Nothing is read or sent before the view is seen or a command runs. */
export function activate(context: vscode.ExtensionContext): SynapseExplorer {
  const log = vscode.window.createOutputChannel('Synapse Explorer', { log: true });
  const recent = new RecentErrors();
  const errors = new ErrorPresenter(log, recent);
  const emulatorFile = vscode.Uri.joinPath(context.extensionUri, 'dist', 'emulator.js').fsPath;
  const { secrets, globalState, extension } = context;
  const connections = new Connections(connectionSources({ log, recent, secrets, emulatorFile }), globalState, errors);
  const filter = new ExplorerFilter(globalState);
  const tree = new ExplorerTree({
    viewId,
    root: rootNode({ current: () => connections.current, filter, sections: workspaceSections }),
    words: treeWords(),
    loadMoreCommand: 'synapse.loadMore',
    onBackgroundError: (error) => {
      errors.log(vscode.l10n.t('A pool could not be followed'), error);
    },
    onFirstVisible: () => void connections.restore(),
  });
  const { model } = tree;
  const picker = new EntryPicker(model, () => offerConnection(connections));
  const commands = new Commands({ picker, errors, shell: commandShell(context, log) });
  context.subscriptions.push(
    log,
    connections,
    tree,
    filter,
    registerExplorer({ model, commands, picker, connections, filter, log }),
    registerSignIn({
      model,
      commands,
      connections,
      forget: async () => {
        await Promise.all([forgetSecrets(secrets), filter.forget()]);
      },
      diagnostics: () => diagnosticsText({ extension, connections, recent }),
    }),
    registerSample({ commands, connections, viewId }),
    registerSqlPools({ model, commands, picker }),
    registerResources({ commands, connections, readers: propertiesReaders, askFor: WorkspaceKind }),
  );
  return { tree };
}
