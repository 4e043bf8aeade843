import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Dialogs, type ShownMessage } from './dialogs.ts';

export interface Sent {
  /** The reply document, as it stands beside the requests. */
  readonly reply: string;
  /** `HTTP 200`; 0 where there was no successful answer. */
  readonly status: number;
  /** What stands in the reply instead of a body where the request was refused. */
  readonly remarks: string;
  /** The questions that were asked before. */
  readonly messages: readonly ShownMessage[];
}

/** A document of requests in a file of its own, with what a person does to it. */
export class RequestDocument implements Disposable {
  readonly #document: vscode.TextDocument;
  readonly #folder: string;

  private constructor(document: vscode.TextDocument, folder: string) {
    this.#document = document;
    this.#folder = folder;
  }

  /** @param files What lies beside the document. */
  static async open(content: string, files: Readonly<Record<string, string>> = {}): Promise<RequestDocument> {
    const folder = mkdtempSync(path.join(tmpdir(), 'synapse-requests-'));
    for (const [name, text] of Object.entries({ ...files, 'requests.synapse-http': content })) {
      writeFileSync(path.join(folder, name), text);
    }
    const document = await vscode.workspace.openTextDocument(path.join(folder, 'requests.synapse-http'));
    assert.equal(document.languageId, 'synapse-http');
    return new RequestDocument(document, folder);
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get uri(): vscode.Uri {
    return this.#document.uri;
  }

  async write(text: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(this.uri, new vscode.Range(0, 0, this.#document.lineCount, 0), text);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  /**
   * Presses Send over a request, or Send all.
   * @param press Answers the question before a write; by default its first button.
   */
  async send(
    which: number | 'all' = 0,
    press: (message: ShownMessage) => string | undefined = ({ buttons }) => buttons[0],
  ): Promise<Sent> {
    using dialogs = new Dialogs();
    dialogs.press = press;
    if (which === 'all') await vscode.commands.executeCommand('synapse.rest.sendAll', this.uri);
    else await vscode.commands.executeCommand('synapse.rest.send', this.uri, which);
    const reply = this.reply?.getText() ?? '';
    return {
      reply,
      status: Number(/^HTTP (\d+)/mu.exec(reply)?.[1] ?? 0),
      remarks: reply
        .split('\n')
        .filter((line) => line.startsWith('# '))
        .join('\n'),
      messages: dialogs.messages,
    };
  }

  get reply(): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find(
      ({ uri, isClosed }) => uri.scheme === 'synapse-reply' && uri.query === this.uri.toString() && !isClosed,
    );
  }
}
