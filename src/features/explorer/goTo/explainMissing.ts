import * as vscode from 'vscode';
import { SignInNeededError } from '../../../azure/tokenSource.ts';
import type { Connection } from '../../../platform/connection.ts';
import { plainText } from '../../../platform/plainText.ts';
import type { Reference } from './reference.ts';
import type { VisitParts } from './visit.ts';

/** Names from links and clipboards are shown, but not at any length. */
const longestName = 100;

/**
 * Tells why something cannot be shown, and offers what may help.
 * @returns whether it is worth another look, because more is shown now
 */
export async function explainMissing(
  { state, connections }: VisitParts,
  connection: Connection,
  reference: Reference,
): Promise<boolean> {
  const { cloud, account } = connection;
  const name = nameOf(reference);
  if (reference.cloud !== undefined && reference.cloud !== cloud.name) {
    const openSettings = vscode.l10n.t('Choose the cloud');
    const text = vscode.l10n.t('“{0}” is in {1}. You are connected to {2}.', name, reference.cloud, cloud.name);
    if ((await ask(text, openSettings)) === openSettings) {
      await vscode.commands.executeCommand('workbench.action.openSettings', { query: 'synapse.cloud' });
    }
    return false;
  }
  if (state.filter.isActive(cloud)) {
    const show = vscode.l10n.t('Show everything');
    const text = vscode.l10n.t('“{0}” is not among the tenants and subscriptions that you chose to see.', name);
    if ((await ask(text, show)) !== show) return false;
    await state.filter.showEverything(cloud);
    return true;
  }
  const unread = state.discovered?.parts.filter(({ error }) => error !== undefined) ?? [];
  if (unread.length > 0) {
    const tenants = unread.map(({ tenant }) => tenant.displayName).join(', ');
    const text = unread.every(({ error }) => error instanceof SignInNeededError)
      ? vscode.l10n.t('“{0}” is not visible. It may be in a tenant that needs a sign-in: {1}.', name, tenants)
      : vscode.l10n.t('“{0}” is not visible. It may be in a tenant that could not be read: {1}.', name, tenants);
    await ask(text);
    return false;
  }
  const text = vscode.l10n.t(
    '“{0}” is not visible to {1}. It may have been deleted or renamed, or need another account or role.',
    name,
    account,
  );
  const addAccount = vscode.l10n.t('Add an account…');
  const answer = await ask(text, ...(connections.wanted === 'accounts' ? [addAccount] : []));
  if (answer === addAccount) await vscode.commands.executeCommand('synapse.addAccount');
  return false;
}

function nameOf({ workspaceName, id }: Reference): string {
  const name = workspaceName ?? id?.resourceGroupName ?? id?.subscriptionId ?? '';
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
}

async function ask(text: string, ...buttons: readonly string[]): Promise<string | undefined> {
  return await vscode.window.showInformationMessage(plainText(text), ...buttons);
}
