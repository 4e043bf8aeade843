import * as vscode from 'vscode';
import { until } from './until.ts';

/**
 * Closes all editors and throws away what is unsaved. A name such as Untitled-1 is given again at once: the next test's
 * document must not be taken for this one's.
 */
export async function closeDocuments(): Promise<void> {
  for (let left = vscode.window.visibleTextEditors.length; left > 0; left -= 1) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until(
    'unsaved documents to be closed',
    () =>
      !vscode.workspace.textDocuments.some(({ uri, isClosed }) => uri.scheme === 'untitled' && !isClosed) || undefined,
    vscode.workspace.onDidCloseTextDocument,
  );
}
