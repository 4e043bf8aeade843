import * as vscode from 'vscode';

/** @param forget forgets everything that the extension keeps about who is signed in */
export async function signOut(forget: () => Promise<void>): Promise<void> {
  await forget();
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Signed out: what the extension kept is forgotten. VS Code keeps your account; sign out of it in the Accounts menu.',
    ),
  );
}

/** @param diagnostics versions, cloud, tenants and last errors as text without any secret */
export async function copyDiagnostics(diagnostics: () => Promise<string>): Promise<void> {
  await vscode.env.clipboard.writeText(await diagnostics());
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Diagnostics are on the clipboard. They hold no secret; tenants are masked.'),
  );
}

/** Machine-scoped settings of an extension that runs on another machine are in that machine's settings, not in the user's. */
export async function openSettings(query: string): Promise<void> {
  const where = vscode.env.remoteName === undefined ? 'openSettings' : 'openRemoteSettings';
  await vscode.commands.executeCommand(`workbench.action.${where}`, { query });
}
