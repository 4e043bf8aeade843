import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { ErrorPresenter } from '../errors/errorPresenter.ts';
import type { EventName, EventOf, InputOf, PageContract, TextsOf } from './pageContract.ts';
import { pageHtml } from './pageHtml.ts';
import { type PageHandlers, PageServer } from './pageServer.ts';

/** What one open page does; it outlives the page's document, which VS Code throws away while its tab is hidden. */
export interface PageSession<C extends PageContract> extends vscode.Disposable {
  readonly handlers: PageHandlers<C>;
}

/** How a session reaches its page. */
export interface OpenPage<C extends PageContract> {
  /** Tells the page something; lost while the page is hidden, so a page asks for everything when it begins. */
  emit<Name extends EventName<C>>(name: Name, value: EventOf<C, Name>): void;
}

export interface PageDefinition<C extends PageContract> {
  /** Also in `activationEvents` of package.json (`onWebviewPanel:…`), so that VS Code can restore the page. */
  readonly viewType: string;
  readonly contract: C;
  /** The page's script and style sheet in dist/pages, without their endings. */
  readonly file: string;
  readonly texts: () => TextsOf<C>;
  readonly titleOf: (input: InputOf<C>) => string;
  /** media/pages/<icon>-light.svg and -dark.svg. */
  readonly icon: string;
  /** Inputs with the same key share one page. */
  readonly keyOf: (input: InputOf<C>) => string;
  readonly session: (input: InputOf<C>, page: OpenPage<C>) => PageSession<C>;
}

export interface PagePanelsParts {
  readonly extensionUri: vscode.Uri;
  readonly errors: ErrorPresenter;
}

/** The pages of one definition: opens them, brings an open one to the front, and gives them back after a reload. */
export class PagePanels<C extends PageContract> implements vscode.Disposable {
  readonly #parts: PagePanelsParts;
  readonly #definition: PageDefinition<C>;
  readonly #open = new Map<string, vscode.WebviewPanel>();

  constructor(parts: PagePanelsParts, definition: PageDefinition<C>) {
    this.#parts = parts;
    this.#definition = definition;
  }

  /** Shows the page for an input; the one that is open already, if there is one. */
  show(input: InputOf<C>): void {
    const { viewType, titleOf, keyOf } = this.#definition;
    const open = this.#open.get(keyOf(input));
    if (open) {
      open.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(viewType, titleOf(input), vscode.ViewColumn.Active);
    this.#fill(panel, input);
  }

  /** Gives a page back that VS Code has kept; one whose state cannot be read is closed. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const kept = z.looseObject({ input: z.unknown() }).safeParse(state);
    const input = this.#definition.contract.input.safeParse(kept.data?.input);
    if (input.success) this.#fill(panel, input.data as InputOf<C>);
    else panel.dispose();
  }

  dispose(): void {
    for (const panel of this.#open.values()) panel.dispose();
  }

  #fill(panel: vscode.WebviewPanel, input: InputOf<C>): void {
    const { contract, texts, titleOf, icon, keyOf, session: makeSession } = this.#definition;
    const key = keyOf(input);
    this.#open.set(key, panel);
    panel.title = titleOf(input);
    panel.iconPath = { light: this.#icon(icon, 'light'), dark: this.#icon(icon, 'dark') };
    // What goes on when a page is closed goes on, and may still want to tell.
    let closed = false;
    const session = makeSession(input, {
      emit: (name, value) => {
        server.emit(name, value);
      },
    });
    const server = new PageServer<C>({
      contract,
      handlers: session.handlers,
      send: (message) => {
        if (!closed) void panel.webview.postMessage(message);
      },
      welcome: () => ({ input, texts: texts() }),
      describe: (request, error) => this.#describe(request, error),
      onRefused: (why) => {
        this.#parts.errors.log(vscode.l10n.t('A message from a page was refused'), new Error(why));
      },
    });
    panel.webview.onDidReceiveMessage((message: unknown) => server.receive(message));
    panel.onDidDispose(() => {
      closed = true;
      this.#open.delete(key);
      server.dispose();
      session.dispose();
    });
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.#folder()] };
    panel.webview.html = this.#html(panel, titleOf(input));
  }

  #html({ webview }: vscode.WebviewPanel, title: string): string {
    const uriOf = (ending: string): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.#folder(), `${this.#definition.file}.${ending}`)).toString();
    return pageHtml({
      nonce: randomBytes(16).toString('base64url'),
      cspSource: webview.cspSource,
      script: uriOf('js'),
      style: uriOf('css'),
      title,
      language: vscode.env.language,
    });
  }

  #icon(name: string, theme: 'light' | 'dark'): vscode.Uri {
    return vscode.Uri.joinPath(this.#parts.extensionUri, 'media', 'pages', `${name}-${theme}.svg`);
  }

  #folder(): vscode.Uri {
    return vscode.Uri.joinPath(this.#parts.extensionUri, 'dist', 'pages');
  }

  #describe(request: string, error: unknown): string | undefined {
    const { errors } = this.#parts;
    const what = vscode.l10n.t('A page asked for “{0}”', request);
    const explained = errors.explain(what, error);
    // A page says what is wrong in its own place; the ways out that apply anywhere are buttons of a notification.
    if (explained && explained.remedies.length > 0) errors.show(what, error);
    return explained?.words;
  }
}
