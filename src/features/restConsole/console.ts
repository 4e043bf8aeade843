import * as vscode from 'vscode';
import { onArguments } from '../../platform/commands/commandHandler.ts';
import type { HandlersOf } from '../../platform/commands/commands.ts';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { TreeEntry } from '../../platform/tree/treeEntry.ts';
import { callOperation } from './ask/callOperation.ts';
import type { restConsoleContributions } from './contributions.ts';
import { openRequests } from './editor/openRequests.ts';
import { requestAt } from './editor/lookAt.ts';
import { RequestEditors, requestLanguage } from './editor/requestEditors.ts';
import { Places } from './places/places.ts';
import { chooseRecent } from './recent/chooseRecent.ts';
import { RecentRequests } from './recent/recentRequests.ts';
import { ReplyDocuments, replyScheme } from './replies/replyDocuments.ts';
import { readOn } from './send/sendRequest.ts';
import { sendDocument } from './send/sendDocument.ts';

/** What the console is made of once somebody uses it. */
export interface ConsoleParts extends FeatureParts {
  readonly places: Places;
  readonly editors: RequestEditors;
  readonly replies: ReplyDocuments;
  readonly recentRequests: RecentRequests;
}

/** The REST console: everything but its registration, loaded when a command runs or a document of requests is opened. */
export class RestConsole implements vscode.Disposable {
  readonly #parts: ConsoleParts;

  constructor(parts: FeatureParts) {
    this.#parts = {
      ...parts,
      places: new Places(parts),
      editors: new RequestEditors(),
      replies: new ReplyDocuments(),
      recentRequests: new RecentRequests(parts.context.workspaceState),
    };
  }

  readonly handlers: HandlersOf<typeof restConsoleContributions> = {
    'synapse.rest.call': onArguments(async (subject) => {
      await callOperation(this.#parts, subject instanceof TreeEntry ? subject : undefined, 'call');
    }),
    'synapse.rest.whatCanIDo': onArguments(async (subject) => {
      const entry = subject instanceof TreeEntry ? subject : await this.#parts.places.askWorkspace();
      await callOperation(this.#parts, entry, 'reference');
    }),
    'synapse.rest.recent': onArguments(async () => {
      await openRequests(await chooseRecent(this.#parts.recentRequests));
    }),
    'synapse.rest.send': onArguments(async (subject, index) => {
      const document = await requestsIn(subject);
      const at =
        typeof index === 'number'
          ? index
          : requestAt(this.#parts.editors.looked(document).document, cursorIn(document));
      await sendDocument(this.#parts, document, at);
    }),
    'synapse.rest.sendAll': onArguments(async (subject) => {
      await sendDocument(this.#parts, await requestsIn(subject), 'all');
    }),
    'synapse.rest.nextPage': onArguments(async (subject, index) => {
      await this.#readOn(subject, index, false);
    }),
    'synapse.rest.allPages': onArguments(async (subject, index) => {
      await this.#readOn(subject, index, true);
    }),
    'synapse.rest.reveal': onArguments(async (subject, index) => {
      this.#parts.replies.reveal(await replyIn(subject), typeof index === 'number' ? index : undefined);
    }),
  };

  dispose(): void {
    this.#parts.editors.dispose();
    this.#parts.replies.dispose();
  }

  /** Without an index the first of the document's replies that has more. */
  async #readOn(subject: unknown, index: unknown, all: boolean): Promise<void> {
    const uri = await replyIn(subject);
    const exchanges = this.#parts.replies.exchanges(uri);
    const at = typeof index === 'number' ? index : exchanges.findIndex(({ more }) => more);
    const exchange = exchanges[at];
    if (!exchange?.more) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There are no more pages.'));
      return;
    }
    this.#parts.replies.replace(uri, at, await readOn(exchange, all));
  }
}

/** The document that a lens or a menu names, else the active one. @throws Error in words for people */
async function requestsIn(subject: unknown): Promise<vscode.TextDocument> {
  const document =
    subject instanceof vscode.Uri
      ? await vscode.workspace.openTextDocument(subject)
      : vscode.window.activeTextEditor?.document;
  if (document?.languageId !== requestLanguage) {
    throw new Error(vscode.l10n.t('Open a document of REST requests first, with “Synapse: Call a REST operation…”.'));
  }
  return document;
}

function replyIn(subject: unknown): Promise<vscode.Uri> {
  const uri = subject instanceof vscode.Uri ? subject : vscode.window.activeTextEditor?.document.uri;
  return uri?.scheme === replyScheme
    ? Promise.resolve(uri)
    : Promise.reject(new Error(vscode.l10n.t('Open the reply to a request first.')));
}

function cursorIn(document: vscode.TextDocument): number {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  return editors.find((editor) => editor?.document === document)?.selection.active.line ?? 0;
}
