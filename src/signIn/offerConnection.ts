import * as vscode from 'vscode';
import type { Connections } from '../platform/connections.ts';

/**
 * For a command that was run before anything was connected: connects silently when that is possible, else asks.
 * @returns whether there is a connection now
 */
export async function offerConnection(connections: Connections): Promise<boolean> {
  if (connections.state !== 'connected') await connections.restore();
  if (isConnected(connections)) return true;
  const signIn = vscode.l10n.t('Sign in to Azure');
  const sample = vscode.l10n.t('Open the sample');
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('You are not signed in.'), signIn, sample);
  if (answer === signIn) await connections.connect('accounts', 'yes');
  if (answer === sample) await connections.connect('sample', 'no');
  return isConnected(connections);
}

/** Asked anew each time: what was true before an `await` need not be true after it. */
function isConnected({ state }: Connections): boolean {
  return state === 'connected';
}
