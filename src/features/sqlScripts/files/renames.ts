import * as vscode from 'vscode';
import type { WriteOptions } from '../scripts/scriptStore.ts';

interface Asked {
  readonly options: WriteOptions;
  error?: unknown;
}

/** Renames that commands have VS Code carry out, so that editors go along: VS Code tells neither who asked nor why it failed. */
export class Renames {
  readonly #asked = new Map<string, Asked>();

  /**
   * Has VS Code rename the file of a script, and with it its editors, unsaved text included.
   * @throws what the file system met, else Error in words when VS Code refuses
   */
  async ask(from: vscode.Uri, to: vscode.Uri, options: WriteOptions): Promise<void> {
    const asked: Asked = { options };
    this.#asked.set(from.toString(), asked);
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(from, to);
      const applied = await vscode.workspace.applyEdit(edit);
      if (!applied) throw new Error(vscode.l10n.t('VS Code refused to rename the editor.'));
    } catch (error) {
      throw asked.error ?? error;
    } finally {
      this.#asked.delete(from.toString());
    }
  }

  /** Carries a rename out, with what the command that asked for it has said. @param otherwise what nobody has asked for is called */
  async run(from: vscode.Uri, otherwise: WriteOptions, task: (options: WriteOptions) => Promise<void>): Promise<void> {
    const asked = this.#asked.get(from.toString());
    try {
      await task(asked?.options ?? otherwise);
    } catch (error) {
      if (asked) asked.error = error;
      throw error;
    }
  }
}
