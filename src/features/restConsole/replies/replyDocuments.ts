import * as vscode from 'vscode';
import type { Exchange } from './exchange.ts';
import { replyText, type ReplyText } from './replyText.ts';

export const replyScheme = 'synapse-reply';
export const replyLanguage = 'synapse-http-reply';

interface Kept {
  readonly exchanges: readonly Exchange[];
  /** By position in `exchanges`. */
  readonly revealed: ReadonlySet<number>;
  /** What is shown of them. */
  readonly shown: ReplyText;
}

/**
 * The replies to each document of requests, as one read-only text beside it. They stand in memory alone: VS Code restores no
 * document of a content provider, and a closed one is forgotten.
 */
export class ReplyDocuments implements vscode.TextDocumentContentProvider, vscode.CodeLensProvider, vscode.Disposable {
  readonly onDidChange: vscode.Event<vscode.Uri>;
  readonly onDidChangeCodeLenses: vscode.Event<void>;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #lensesChanged = new vscode.EventEmitter<void>();
  readonly #kept = new Map<string, Kept>();
  readonly #disposables: vscode.Disposable;

  constructor() {
    this.onDidChange = this.#changed.event;
    this.onDidChangeCodeLenses = this.#lensesChanged.event;
    this.#disposables = vscode.Disposable.from(
      this.#changed,
      this.#lensesChanged,
      vscode.workspace.registerTextDocumentContentProvider(replyScheme, this),
      vscode.languages.registerCodeLensProvider({ scheme: replyScheme }, this),
      // Not when the document ends: it does that as well when its language is set.
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const { input } of closed) if (input instanceof vscode.TabInputText) this.#forget(input.uri);
      }),
    );
  }

  /** Shows the replies to a document beside it, in place of those before. */
  async show(requests: vscode.Uri, exchanges: readonly Exchange[]): Promise<void> {
    const uri = replyUri(requests);
    this.#keep(uri, exchanges);
    const document = await vscode.workspace.openTextDocument(uri);
    await untilShows(document, this.#textOf(uri));
    if (document.languageId !== replyLanguage) await vscode.languages.setTextDocumentLanguage(document, replyLanguage);
    const visible = vscode.window.visibleTextEditors.find(
      (editor) => editor.document.uri.toString() === uri.toString(),
    );
    await vscode.window.showTextDocument(document, {
      viewColumn: visible?.viewColumn ?? vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: false,
    });
  }

  exchanges(uri: vscode.Uri): readonly Exchange[] {
    return this.#kept.get(uri.toString())?.exchanges ?? [];
  }

  replace(uri: vscode.Uri, index: number, exchange: Exchange): void {
    const kept = this.#kept.get(uri.toString());
    if (!kept) return;
    this.#keep(uri, kept.exchanges.with(index, exchange), kept.revealed);
  }

  /** Shows the secrets of one reply, or of all in the document, until it is closed or the request is sent again. */
  reveal(uri: vscode.Uri, which?: number): void {
    const kept = this.#kept.get(uri.toString());
    if (!kept) return;
    const more = which === undefined ? kept.exchanges.keys() : [which];
    this.#keep(uri, kept.exchanges, new Set([...kept.revealed, ...more]));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#textOf(uri);
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const kept = this.#kept.get(uri.toString());
    const { lines = [], hidden = [] } = kept?.shown ?? {};
    return lines.flatMap((line, index) => {
      const lens = (title: string, command: string): vscode.CodeLens =>
        new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { title, command, arguments: [uri, index] });
      const secrets = kept?.revealed.has(index) === true ? 0 : (hidden[index] ?? 0);
      return [
        ...(kept?.exchanges[index]?.more === true
          ? [
              lens(vscode.l10n.t('Next page'), 'synapse.rest.nextPage'),
              lens(vscode.l10n.t('All pages'), 'synapse.rest.allPages'),
            ]
          : []),
        ...(secrets > 0 ? [lens(vscode.l10n.t('Reveal secrets ({0})', secrets), 'synapse.rest.reveal')] : []),
      ];
    });
  }

  dispose(): void {
    this.#kept.clear();
    this.#disposables.dispose();
  }

  /** Once no tab shows it any more. */
  #forget(uri: vscode.Uri): void {
    const isShown = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
    if (!isShown) this.#kept.delete(uri.toString());
  }

  #keep(uri: vscode.Uri, exchanges: readonly Exchange[], revealed: ReadonlySet<number> = new Set()): void {
    this.#kept.set(uri.toString(), { exchanges, revealed, shown: replyText(exchanges, revealed) });
    this.#changed.fire(uri);
    this.#lensesChanged.fire();
  }

  #textOf(uri: vscode.Uri): string {
    return this.#kept.get(uri.toString())?.shown.text ?? '';
  }
}

/** How long VS Code may take to ask for a changed text; nothing depends on it but that nobody sees the old one. */
const longestMs = 3000;

/** Waits until VS Code shows the text: it keeps documents for a while after their tabs are closed, with what was in them. */
async function untilShows(document: vscode.TextDocument, text: string): Promise<void> {
  const shows = (): boolean => document.isClosed || document.getText().replaceAll('\r\n', '\n') === text;
  if (shows()) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const listener = vscode.workspace.onDidChangeTextDocument(() => {
    if (shows()) resolve();
  });
  const timer = setTimeout(resolve, longestMs);
  await promise;
  clearTimeout(timer);
  listener.dispose();
}

/** The address holds where the requests are, so that each document has replies of its own. */
export function replyUri(requests: vscode.Uri): vscode.Uri {
  const name = requests.path.split('/').at(-1) ?? '';
  return vscode.Uri.from({
    scheme: replyScheme,
    path: `/${vscode.l10n.t('Reply to {0}', name.replace(/\.synapse-http$/u, ''))}`,
    query: requests.toString(),
  });
}
