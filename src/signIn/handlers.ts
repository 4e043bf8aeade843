import * as vscode from 'vscode';
import { SignInNeededError } from '../azure/tokenSource.ts';
import { onAnyNode, plain } from '../platform/commands/commandHandler.ts';
import type { HandlersOf } from '../platform/commands/commands.ts';
import type { signInContributions } from './contributions.ts';
import type { SignInParts } from './signInFeature.ts';

export function signInHandlers({
  model,
  connections,
  forget,
  diagnostics,
}: SignInParts): HandlersOf<typeof signInContributions> {
  return {
    'synapse.signIn': plain(() => connections.connect('accounts', 'yes')),
    'synapse.addAccount': plain(() => connections.connect('accounts', 'another')),
    'synapse.signInToTenant': onAnyNode(async ({ entry, data }) => {
      const error = errorIn(data);
      if (!(error instanceof SignInNeededError)) return;
      await connections.current?.signIn(error.request);
      // The node with the error is gone once its parent is read again; a tenant stands among its siblings.
      model.refresh(entry.parent);
    }),
    'synapse.chooseCredential': plain(() => openSettings('synapse.credential')),
    'synapse.disconnect': plain(() => {
      connections.disconnect();
    }),
    'synapse.signOut': plain(async () => {
      connections.disconnect();
      await forget();
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'Signed out: what the extension kept is forgotten. VS Code keeps your account; sign out of it in the Accounts menu.',
        ),
      );
    }),
    'synapse.showDiagnostics': plain(async () => {
      await vscode.env.clipboard.writeText(await diagnostics());
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Diagnostics are on the clipboard. They hold no secret; tenants are masked.'),
      );
    }),
  };
}

/** Machine-scoped settings of an extension that runs on another machine are in that machine's settings, not in the user's. */
async function openSettings(query: string): Promise<void> {
  const where = vscode.env.remoteName === undefined ? 'openSettings' : 'openRemoteSettings';
  await vscode.commands.executeCommand(`workbench.action.${where}`, { query });
}

function errorIn(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
}
