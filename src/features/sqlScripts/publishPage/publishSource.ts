import * as vscode from 'vscode';
import { parseScriptUri } from '../scripts/scriptUri.ts';
import { decodeText } from '../publishing/scriptText.ts';

/** What is published: a file, an untitled editor or a script, as its editor shows it now, saved or not. */
export class PublishSource {
  readonly uri: vscode.Uri;

  constructor(uri: vscode.Uri) {
    this.uri = uri;
  }

  /** For people: where it is in the workspace folder, or the editor's name. */
  get label(): string {
    return this.uri.scheme === 'untitled' ? this.uri.path : vscode.workspace.asRelativePath(this.uri);
  }

  /** The name that a script gets from it: its own, or the file's without its ending. */
  get suggestedName(): string {
    const script = parseScriptUri(this.uri);
    if (script) return script.name;
    const file = this.uri.path.split('/').at(-1) ?? '';
    return file.replace(/\.sql$/iu, '');
  }

  get openDocument(): vscode.TextDocument | undefined {
    const key = this.uri.toString();
    return vscode.workspace.textDocuments.find(({ uri, isClosed }) => !isClosed && uri.toString() === key);
  }

  /** @throws Error in words for people when it is gone or is no text */
  async text(): Promise<string> {
    const open = this.openDocument;
    if (open) return open.getText();
    if (this.uri.scheme === 'untitled') throw new Error(vscode.l10n.t('The editor is closed.'));
    const decoded = decodeText(await vscode.workspace.fs.readFile(this.uri));
    if (!decoded) throw new Error(vscode.l10n.t('{0} is no text in UTF-8 or UTF-16.', this.label));
    return decoded.text;
  }

  /** Calls the listener when the text has changed, and nobody has typed for a moment. */
  onDidChange(listener: () => void): vscode.Disposable {
    let timer: NodeJS.Timeout | undefined;
    const changed = vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() !== this.uri.toString()) return;
      clearTimeout(timer);
      timer = setTimeout(listener, 300);
    });
    return new vscode.Disposable(() => {
      clearTimeout(timer);
      changed.dispose();
    });
  }
}
