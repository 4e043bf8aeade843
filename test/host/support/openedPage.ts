import * as vscode from 'vscode';
import { PageClient, type PageListeners } from '../../../src/platform/pages/pageClient.ts';
import type { PageContract } from '../../../src/platform/pages/pageContract.ts';
import { replaceMember } from './replaceMember.ts';

/**
 * Stands in for the tab of a page: what the extension shows there is not drawn, and the test talks to the extension in the
 * page's place, by the page's own client.
 */
export class OpenedPage<C extends PageContract> implements Disposable {
  readonly client: PageClient<C>;
  readonly welcomed: ReturnType<PageClient<C>['begin']>;
  readonly panel: FakePanel;

  private constructor(panel: FakePanel, contract: C, listeners: PageListeners<C>) {
    this.panel = panel;
    this.client = new PageClient(contract, (message) => {
      panel.fromPage.fire(structuredClone(message));
    });
    panel.toPage = (message) => {
      this.client.receive(structuredClone(message));
    };
    this.welcomed = this.client.begin(listeners);
  }

  /** Runs a command that opens a page, and takes the page's place. */
  static async by<C extends PageContract>(
    contract: C,
    listeners: PageListeners<C>,
    command: () => PromiseLike<unknown>,
  ): Promise<OpenedPage<C>> {
    const panel = new FakePanel();
    using _tab = replaceMember(vscode.window, 'createWebviewPanel', () => panel);
    await command();
    return new OpenedPage(panel, contract, listeners);
  }

  /** Closes the tab. */
  [Symbol.dispose](): void {
    this.panel.dispose();
  }
}

class FakePanel {
  title = '';
  iconPath: unknown;
  readonly fromPage = new vscode.EventEmitter<unknown>();
  toPage: (message: unknown) => void = () => undefined;
  readonly #disposed = new vscode.EventEmitter<void>();
  readonly onDidDispose = this.#disposed.event;
  readonly webview = {
    html: '',
    options: {},
    cspSource: 'https://page.test',
    onDidReceiveMessage: this.fromPage.event,
    asWebviewUri: (uri: vscode.Uri) => uri,
    postMessage: (message: unknown) => {
      queueMicrotask(() => {
        this.toPage(message);
      });
      return Promise.resolve(true);
    },
  };

  reveal(): void {
    // There is no tab to bring to the front.
  }

  dispose(): void {
    this.#disposed.fire();
  }
}
