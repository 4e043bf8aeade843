import * as vscode from 'vscode';
import { scriptScheme } from '../scripts/scriptScheme.ts';

/** Why documents are being saved: the provider itself is not told. */
export class SaveReasons implements vscode.Disposable {
  readonly #automatic = new Set<string>();
  readonly #listener: vscode.Disposable;

  constructor() {
    this.#listener = vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
      if (document.uri.scheme !== scriptScheme) return;
      const key = document.uri.toString();
      if (reason === vscode.TextDocumentSaveReason.Manual) this.#automatic.delete(key);
      else this.#automatic.add(key);
    });
  }

  /** Whether the save that is under way was begun by auto save, not by a person. */
  isAutomatic(uri: vscode.Uri): boolean {
    return this.#automatic.has(uri.toString());
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
