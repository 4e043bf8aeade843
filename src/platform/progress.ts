import * as vscode from 'vscode';
import { plainText } from './plainText.ts';

/**
 * Runs a task behind a notification with progress and Cancel. The signal is aborted when the user cancels; what the
 * task makes of it is its own business.
 */
export async function withProgress<T>(
  title: string,
  task: (signal: AbortSignal, report: (message: string) => void) => Promise<T>,
): Promise<T> {
  return await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: plainText(title), cancellable: true },
    async (progress, token) => {
      const abort = new AbortController();
      const listener = token.onCancellationRequested(() => {
        abort.abort(new vscode.CancellationError());
      });
      try {
        return await task(abort.signal, (message) => {
          progress.report({ message: plainText(message) });
        });
      } finally {
        listener.dispose();
      }
    },
  );
}
