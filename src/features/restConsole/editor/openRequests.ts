import * as vscode from 'vscode';
import { requestLanguage } from './requestEditors.ts';

/** Opens requests as a document that nobody has saved yet, with the cursor in the first request. */
export async function openRequests(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: requestLanguage, content });
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const line = content.split('\n').findIndex((text) => /^[A-Z]+ /u.test(text));
  editor.selection = new vscode.Selection(Math.max(line, 0), 0, Math.max(line, 0), 0);
}
