import * as vscode from 'vscode';
import { SignInNeededError } from '../../../azure/tokenSource.ts';
import type { Connection } from '../../../platform/connection.ts';
import { plainText } from '../../../platform/plainText.ts';
import type { Discovered, TenantPart } from '../discovered.ts';
import { signInToTenants } from '../signInToTenants.ts';
import type { Reference } from './reference.ts';
import type { VisitParts } from './visit.ts';

/** Names from links and clipboards are shown, but not at any length. */
const longestName = 100;

/**
 * Tells why something cannot be shown, and offers what may help.
 * @returns whether it is worth another look, because more is shown now
 */
export async function explainMissing(
  parts: VisitParts,
  connection: Connection,
  reference: Reference,
): Promise<boolean> {
  const { state, connections } = parts;
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
  const foreign = isForeign(state.discovered, reference);
  if (!foreign && state.filter.isActive(cloud)) {
    const show = vscode.l10n.t('Show everything');
    const text = vscode.l10n.t('“{0}” is not among the tenants and subscriptions that you chose to see.', name);
    if ((await ask(text, show)) !== show) return false;
    await state.filter.showEverything(cloud);
    return true;
  }
  const unread = state.discovered?.parts.filter(({ error }) => error !== undefined) ?? [];
  if (!foreign && unread.length > 0) return await explainUnread(parts, connection, name, unread);
  const text = foreign
    ? vscode.l10n.t('“{0}” is in a tenant that {1} does not belong to: {2}.', name, account, reference.tenant ?? '')
    : vscode.l10n.t(
        '“{0}” is not visible to {1}. It may have been deleted or renamed, or need another account or role.',
        name,
        account,
      );
  const addAccount = vscode.l10n.t('Add an account…');
  const answer = await ask(text, ...(connections.wanted === 'accounts' ? [addAccount] : []));
  if (answer === addAccount) await vscode.commands.executeCommand('synapse.addAccount');
  return connections.current !== connection;
}

/** For tenants that have not been read; where all of them only need a sign-in, it is offered. */
async function explainUnread(
  { state, tree: { model } }: VisitParts,
  connection: Connection,
  name: string,
  unread: readonly TenantPart[],
): Promise<boolean> {
  const tenants = unread.map(({ tenant }) => tenant.displayName).join(', ');
  if (!unread.every(({ error }) => error instanceof SignInNeededError)) {
    await ask(vscode.l10n.t('“{0}” is not visible. It may be in a tenant that could not be read: {1}.', name, tenants));
    return false;
  }
  const signIn = vscode.l10n.t('Sign in to tenants…');
  const text = vscode.l10n.t('“{0}” is not visible. It may be in a tenant that needs a sign-in: {1}.', name, tenants);
  if ((await ask(text, signIn)) !== signIn || !(await signInToTenants(connection, state.discovered))) return false;
  model.refresh();
  return true;
}

/** Whether the address names a tenant, by its id, that nobody who is signed in belongs to. */
function isForeign(discovered: Discovered | undefined, { tenant }: Reference): boolean {
  const known = discovered?.tenants;
  if (known === undefined || tenant === undefined || !isGuid(tenant)) return false;
  // An account whose tenants could not be listed may belong to it.
  if (known.some(({ error }) => error !== undefined)) return false;
  return !known.some(({ tenantId }) => tenantId.toLowerCase() === tenant.toLowerCase());
}

function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text);
}

function nameOf({ workspaceName, id }: Reference): string {
  const name = workspaceName ?? id?.resourceGroupName ?? id?.subscriptionId ?? '';
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
}

async function ask(text: string, ...buttons: readonly string[]): Promise<string | undefined> {
  return await vscode.window.showInformationMessage(plainText(text), ...buttons);
}
