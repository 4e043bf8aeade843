import * as vscode from 'vscode';
import { plainText } from './plainText.ts';

export interface Confirmation {
  /** The question, naming what is changed. */
  readonly message: string;
  /** What will happen, what it costs, what breaks. */
  readonly detail: string;
  /** The verb on the button. */
  readonly action: string;
}

/** Asks in a modal dialog before something that is dangerous or costs money. @throws CancellationError on any other answer. */
export async function confirm({ message, detail, action }: Confirmation): Promise<void> {
  const answer = await vscode.window.showWarningMessage(
    plainText(message),
    { modal: true, detail: plainText(detail) },
    action,
  );
  if (answer !== action) throw new vscode.CancellationError();
}
