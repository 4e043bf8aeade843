import * as vscode from 'vscode';
import { SignInNeededError } from '../azure/tokenSource.ts';
import { onAnyNode, plain } from '../platform/commands/commandHandler.ts';
import type { Commands } from '../platform/commands/commands.ts';
import type { Connections } from '../platform/connections.ts';
import type { TreeModel } from '../platform/tree/treeModel.ts';
import { SessionNews } from './accounts/sessionNews.ts';
import { signInContributions } from './contributions.ts';

/** One setting after the other may change; one connection after the last of them is enough. */
const quietMilliseconds = 1000;

export interface SignInParts {
  readonly model: TreeModel;
  readonly commands: Commands;
  readonly connections: Connections;
  /** Forgets everything that the extension keeps about who is signed in. */
  readonly forget: () => Promise<void>;
  /** Versions, cloud, tenants and last errors as text without any secret. */
  readonly diagnostics: () => Promise<string>;
}

export function registerSignIn({ model, commands, connections, forget, diagnostics }: SignInParts): vscode.Disposable {
  return vscode.Disposable.from(
    restoring(connections),
    commands.register(signInContributions, {
      'synapse.signIn': plain(() => connections.connect('accounts', 'yes')),
      'synapse.addAccount': plain(() => connections.connect('accounts', 'another')),
      'synapse.signInToTenant': onAnyNode(async ({ entry, data }) => {
        const error = errorIn(data);
        if (!(error instanceof SignInNeededError)) return;
        await connections.current?.signIn(error.request);
        // The node with the error is gone once its parent is read again; a tenant stands among its siblings.
        model.refresh(entry.parent);
      }),
      'synapse.chooseCredential': plain(async () => {
        const { openSettings } = await import('./accountCommands.ts');
        await openSettings('synapse.credential');
      }),
      'synapse.disconnect': plain(() => {
        connections.disconnect();
      }),
      'synapse.signOut': plain(async () => {
        connections.disconnect();
        const { signOut } = await import('./accountCommands.ts');
        await signOut(forget);
      }),
      'synapse.showDiagnostics': plain(async () => {
        const { copyDiagnostics } = await import('./accountCommands.ts');
        await copyDiagnostics(diagnostics);
      }),
    }),
  );
}

/** Connects again, silently, when the settings change or somebody signs in elsewhere in VS Code. */
function restoring(connections: Connections): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  return vscode.Disposable.from(
    new SessionNews(
      // Once connected, the connection itself watches its accounts.
      () => connections.state === 'signedOut' && connections.wanted === 'accounts',
      async () => {
        if (connections.state === 'signedOut' && connections.wanted === 'accounts') await connections.restore();
        return connections.state === 'connected';
      },
    ),
    vscode.workspace.onDidChangeConfiguration((change) => {
      const decides = ['cloud', 'customCloud', 'credential', 'clientId', 'servicePrincipal', 'identityPlugin'];
      const changed =
        decides.some((setting) => change.affectsConfiguration(`synapse.${setting}`)) ||
        change.affectsConfiguration('microsoft-sovereign-cloud');
      if (!changed || connections.wanted !== 'accounts') return;
      clearTimeout(timer);
      timer = setTimeout(() => void connections.restore(), quietMilliseconds);
    }),
    new vscode.Disposable(() => {
      clearTimeout(timer);
    }),
  );
}

function errorIn(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
}
