import * as vscode from 'vscode';
import { replaceMember } from './replaceMember.ts';
import { seen } from './seenTexts.ts';
import { until } from './until.ts';

type Level = 'information' | 'warning' | 'error';

export interface ShownMessage {
  readonly level: Level;
  readonly message: string;
  /** Only of modal dialogs. */
  readonly detail?: string;
  readonly buttons: readonly string[];
}

export interface ShownList {
  readonly placeholder: string;
  readonly items: readonly vscode.QuickPickItem[];
}

export interface ShownInput {
  readonly title: string;
  readonly prompt: string;
  readonly password: boolean;
  /** What it holds when it opens. */
  readonly value: string;
  /** Why what was typed is not taken; the test's person gives up then. */
  refusal?: string;
}

export interface ShownProgress {
  readonly title: string;
  readonly messages: string[];
  /** What the Cancel button does. */
  cancel(): void;
}

/** Stands in for the person in front of VS Code: notes what is shown, and answers as the test says. */
export class Dialogs implements Disposable {
  readonly messages: ShownMessage[] = [];
  readonly lists: ShownList[] = [];
  readonly inputs: ShownInput[] = [];
  readonly statusBar: string[] = [];
  readonly progress: ShownProgress[] = [];
  /** Which button is pressed; none by default. */
  press: (message: ShownMessage) => string | undefined = () => undefined;
  /** The label of the item that is chosen; none by default. */
  choose: (list: ShownList) => string | undefined = () => undefined;
  /** The items that are ticked when OK is pressed in a list of several; by default that is not pressed. */
  tick: (list: ShownList) => readonly vscode.QuickPickItem[] | undefined = () => undefined;
  /** What is typed; nothing by default. */
  type: (input: ShownInput) => string | undefined = () => undefined;

  readonly #shown = new vscode.EventEmitter<void>();
  readonly #replaced: Disposable[];

  constructor() {
    const { window } = vscode;
    this.#replaced = [
      replaceMember(window, 'showInformationMessage', this.#messages('information')),
      replaceMember(window, 'showWarningMessage', this.#messages('warning')),
      replaceMember(window, 'showErrorMessage', this.#messages('error')),
      replaceMember(window, 'showQuickPick', this.#list),
      replaceMember(window, 'showInputBox', this.#input),
      replaceMember(window, 'setStatusBarMessage', this.#statusBar),
      replaceMember(window, 'withProgress', this.#withProgress),
    ];
  }

  /** The first message of a level, which may have to be waited for. */
  async message(level: Level): Promise<ShownMessage> {
    return await until(
      `a message of level ${level}`,
      () => this.messages.find((message) => message.level === level),
      this.#shown.event,
    );
  }

  /** The first message whose text fits, which may have to be waited for. */
  async says(pattern: RegExp): Promise<ShownMessage> {
    return await until(
      `a message that fits ${String(pattern)}`,
      () => this.messages.find(({ message }) => pattern.test(message)),
      this.#shown.event,
    );
  }

  /** The first progress whose title fits, which may have to be waited for. */
  async progresses(pattern: RegExp): Promise<ShownProgress> {
    return await until(
      `a progress that fits ${String(pattern)}`,
      () => this.progress.find(({ title }) => pattern.test(title)),
      this.#shown.event,
    );
  }

  /** The first message in the status bar, which may have to be waited for. */
  async statusBarMessage(): Promise<string> {
    return await until('a message in the status bar', () => this.statusBar[0], this.#shown.event);
  }

  [Symbol.dispose](): void {
    for (const replaced of this.#replaced) replaced[Symbol.dispose]();
    this.#shown.dispose();
  }

  #messages(level: Level) {
    return (message: string, ...rest: unknown[]): Promise<string | undefined> => {
      const options = rest.find((one) => typeof one === 'object') as vscode.MessageOptions | undefined;
      const shown = {
        level,
        message,
        ...(options?.detail !== undefined && { detail: options.detail }),
        buttons: rest.filter((one) => typeof one === 'string'),
      };
      this.messages.push(shown);
      seen(level, message, options?.detail);
      this.#shown.fire();
      return Promise.resolve(this.press(shown));
    };
  }

  /** Like VS Code's own: it opens at once, and closes when it is told to, even before the items have come. */
  readonly #list = async (
    items: PromiseLike<readonly vscode.QuickPickItem[]>,
    options: vscode.QuickPickOptions,
    token?: vscode.CancellationToken,
  ): Promise<vscode.QuickPickItem | readonly vscode.QuickPickItem[] | undefined> => {
    const closed = new Promise<undefined>((resolve) => {
      token?.onCancellationRequested(() => {
        resolve(undefined);
      });
    });
    const filled = await Promise.race([Promise.resolve(items).catch(() => undefined), closed]);
    if (!filled || token?.isCancellationRequested === true) return undefined;
    const list = { placeholder: options.placeHolder ?? '', items: filled };
    this.lists.push(list);
    for (const { label, description, detail } of filled) seen('list', label, description, detail);
    if (options.canPickMany === true) return this.tick(list);
    const chosen = this.choose(list);
    return filled.find(({ label }) => label === chosen);
  };

  readonly #input = async (options: vscode.InputBoxOptions): Promise<string | undefined> => {
    const { title = '', prompt = '', password = false, value = '' } = options;
    const input: ShownInput = { title, prompt, password, value };
    this.inputs.push(input);
    seen('input', title, prompt);
    const typed = this.type(input);
    const refusal = typed === undefined ? undefined : await options.validateInput?.(typed);
    if (typeof refusal !== 'string' || refusal === '') return typed;
    input.refusal = refusal;
    seen('input', refusal);
    return undefined;
  };

  readonly #statusBar = (text: string): vscode.Disposable => {
    this.statusBar.push(text);
    seen('status bar', text);
    this.#shown.fire();
    return new vscode.Disposable(() => undefined);
  };

  readonly #withProgress = async (
    { title = '' }: vscode.ProgressOptions,
    task: (progress: vscode.Progress<{ message?: string }>, token: vscode.CancellationToken) => Promise<unknown>,
  ): Promise<unknown> => {
    const source = new vscode.CancellationTokenSource();
    const messages: string[] = [];
    this.progress.push({
      title,
      messages,
      cancel: () => {
        source.cancel();
      },
    });
    this.#shown.fire();
    try {
      return await task({ report: ({ message = '' }) => messages.push(message) }, source.token);
    } finally {
      source.dispose();
    }
  };
}
