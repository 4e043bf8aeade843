import * as vscode from 'vscode';
import { SignInNeededError } from '../../azure/tokenSource.ts';
import type { Connection } from '../../platform/connection.ts';
import { plainText } from '../../platform/plainText.ts';
import type { Discovered } from './discovered.ts';

/**
 * Signs in to the tenants that want it, where the tree has no row of theirs. Where there are several, one is chosen:
 * each sign-in is a question of its own.
 * @returns whether anything may have changed
 */
export async function signInToTenants(connection: Connection, discovered: Discovered | undefined): Promise<boolean> {
  const items = (discovered?.parts ?? []).flatMap(({ tenant, error }) =>
    error instanceof SignInNeededError
      ? [
          {
            label: plainText(tenant.displayName),
            description: plainText(tenant.accountLabel ?? ''),
            detail: plainText(error.message),
            request: error.request,
          },
        ]
      : [],
  );
  const chosen =
    items.length > 1
      ? await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Select a tenant to sign in to') })
      : items[0];
  if (!chosen) return false;
  await connection.signIn(chosen.request);
  return true;
}
