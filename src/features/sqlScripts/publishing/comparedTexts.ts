import * as vscode from 'vscode';
import { plainText } from '../../../platform/plainText.ts';

const scheme = 'synapse-compared';
/** More than anybody compares at once; older ones are forgotten. */
const MOST_KEPT = 50;

/** Texts for the two sides of a comparison that are no files: what is published, and what would be. Read-only. */
export class ComparedTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration: vscode.Disposable;
  #last = 0;

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  /** A document with this text; its language is SQL. */
  add(name: string, text: string): vscode.Uri {
    this.#last += 1;
    const uri = vscode.Uri.from({
      scheme,
      path: `/${name.replaceAll('/', '∕')}.sql`,
      query: String(this.#last),
    });
    this.#texts.set(uri.query, text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > MOST_KEPT && oldest !== undefined) this.#texts.delete(oldest);
    return uri;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.query) ?? '';
  }

  dispose(): void {
    this.#registration.dispose();
  }
}

/** Opens the comparison of what is published (left) with what would be (right). */
export async function showDifference(published: vscode.Uri, wanted: vscode.Uri, title: string): Promise<void> {
  await vscode.commands.executeCommand('vscode.diff', published, wanted, plainText(title), { preview: true });
}
