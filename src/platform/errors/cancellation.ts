import * as vscode from 'vscode';

/** Whether an error only says that the user, or something that nobody needs any more, has cancelled. */
export function isCancellation(error: unknown): boolean {
  return (
    error instanceof vscode.CancellationError ||
    (error instanceof Error && (error.name === 'AbortError' || error.name === 'UserCancelledError'))
  );
}
