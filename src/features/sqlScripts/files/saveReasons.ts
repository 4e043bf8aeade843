import * as vscode from 'vscode';
import { scriptScheme } from '../scripts/scriptScheme.ts';

/**
 * Who wants a text to be written: a person who saves, auto save, or somebody of whom VS Code tells nothing (a tool that
 * writes files, an assistant's edits, which VS Code saves past all listeners, "Save without Formatting").
 */
export type SaveReason = 'person' | 'autoSave' | 'untold';

/** Why documents are being saved: the provider itself is not told. */
export class SaveReasons implements vscode.Disposable {
  readonly #next = new Map<string, SaveReason>();
  readonly #listener: vscode.Disposable;

  constructor() {
    this.#listener = vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
      if (document.uri.scheme !== scriptScheme) return;
      const byPerson = reason === vscode.TextDocumentSaveReason.Manual;
      this.#next.set(document.uri.toString(), byPerson ? 'person' : 'autoSave');
    });
  }

  /** Why a script is written now. What was told counts for one write: the next one may have another reason. */
  take(uri: vscode.Uri): SaveReason {
    const key = uri.toString();
    const reason = this.#next.get(key) ?? 'untold';
    this.#next.delete(key);
    return reason;
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
