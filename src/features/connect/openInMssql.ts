import * as vscode from 'vscode';
import { plainText } from '../../platform/plainText.ts';
import { withProgress } from '../../platform/progress.ts';
import { type MssqlConnection, mssqlExtensionId, mssqlLink } from './mssqlLink.ts';

/** See `connectInMssql`. */
export async function openInMssql(connection: MssqlConnection): Promise<void> {
  if (!vscode.extensions.getExtension(mssqlExtensionId)) await offerMssql(connection);
  const link = vscode.Uri.from({ scheme: vscode.env.uriScheme, ...mssqlLink(connection) });
  if (!(await vscode.env.openExternal(link))) {
    throw new Error(vscode.l10n.t('VS Code did not hand the connection to the SQL Server (mssql) extension.'));
  }
}

/** @throws CancellationError unless it has been installed */
async function offerMssql({ server }: MssqlConnection): Promise<void> {
  await vscode.env.clipboard.writeText(server);
  const install = vscode.l10n.t('Install');
  const show = vscode.l10n.t('Show extension');
  const answer = await vscode.window.showInformationMessage(
    plainText(
      vscode.l10n.t(
        'The extension SQL Server (mssql), which connects to SQL pools, is not installed. The server name {0} is in the clipboard.',
        server,
      ),
    ),
    install,
    show,
  );
  if (answer === show) await vscode.commands.executeCommand('extension.open', mssqlExtensionId);
  if (answer !== install) throw new vscode.CancellationError();
  await withProgress(vscode.l10n.t('Installing SQL Server (mssql)'), async () => {
    await vscode.commands.executeCommand('workbench.extensions.installExtension', mssqlExtensionId);
  });
}
