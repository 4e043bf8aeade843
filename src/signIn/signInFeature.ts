import * as vscode from 'vscode';
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

export function registerSignIn(parts: SignInParts): vscode.Disposable {
  const { commands, connections } = parts;
  return vscode.Disposable.from(
    restoring(connections),
    commands.register(signInContributions, async () => (await import('./handlers.ts')).signInHandlers(parts)),
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
      timer = setTimeout(() => {
        // Whoever has signed out since then must not be signed in again behind their back.
        if (connections.wanted === 'accounts') void connections.restore();
      }, quietMilliseconds);
    }),
    new vscode.Disposable(() => {
      clearTimeout(timer);
    }),
  );
}
