import * as vscode from 'vscode';
import type { ServicePrincipalSettings } from './readCredentials.ts';

/** Where the secret of a service principal is kept; the name holds no secret itself. */
function keyOf({ tenantId, clientId }: ServicePrincipalSettings): string {
  return `servicePrincipal/${tenantId}/${clientId}`;
}

/**
 * The secret of the service principal: from VS Code's secret storage, else asked for once.
 * @param ask Whether the user may be asked.
 * @returns undefined when it is not known and was not given
 */
export async function servicePrincipalSecret(
  secrets: vscode.SecretStorage,
  principal: ServicePrincipalSettings,
  ask: boolean,
): Promise<string | undefined> {
  const kept = await secrets.get(keyOf(principal));
  if (kept !== undefined || !ask) return kept;
  const given = await vscode.window.showInputBox({
    title: vscode.l10n.t('Client secret of service principal {0}', principal.clientId),
    prompt: vscode.l10n.t('It is kept in VS Code’s secret storage until you sign out.'),
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) => (value === '' ? vscode.l10n.t('A secret is needed.') : undefined),
  });
  if (given !== undefined) await secrets.store(keyOf(principal), given);
  return given;
}

/** Forgets the secrets of all service principals that this extension has kept. */
export async function forgetServicePrincipalSecrets(secrets: vscode.SecretStorage): Promise<void> {
  for (const key of await secrets.keys()) {
    if (key.startsWith('servicePrincipal/')) await secrets.delete(key);
  }
}
