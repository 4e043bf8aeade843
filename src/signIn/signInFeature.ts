import * as vscode from 'vscode';
import { plain } from '../platform/commands/commandHandler.ts';
import type { Commands } from '../platform/commands/commands.ts';
import type { Connections } from '../platform/connections.ts';
import { signInContributions } from './contributions.ts';

/** Session events come in bursts, one for each account and scope; one look after the last of them is enough. */
const quietMilliseconds = 500;

export interface SignInParts {
  readonly commands: Commands;
  readonly connections: Connections;
}

export function registerSignIn({ commands, connections }: SignInParts): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const restoreSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void connections.restore(), quietMilliseconds);
  };
  return vscode.Disposable.from(
    commands.register(signInContributions, {
      'synapse.signIn': plain(() => connections.connect('accounts', true)),
      'synapse.disconnect': plain(() => {
        connections.disconnect();
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Disconnected. VS Code keeps your account: sign out of it in the Accounts menu.'),
        );
      }),
    }),
    // Whoever signs in through VS Code's own Accounts menu need not do it here again.
    vscode.authentication.onDidChangeSessions(({ provider }) => {
      if (provider.id === 'microsoft' && connections.state === 'signedOut' && connections.wanted) restoreSoon();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      const cloudChanged =
        change.affectsConfiguration('synapse.cloud') || change.affectsConfiguration('synapse.customCloud');
      if (cloudChanged && connections.wanted) restoreSoon();
    }),
    new vscode.Disposable(() => {
      clearTimeout(timer);
    }),
  );
}
