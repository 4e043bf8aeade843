import * as vscode from 'vscode';
import { replaceMember } from './replaceMember.ts';
import { seen } from './seenTexts.ts';
import { until } from './until.ts';

/** A list that the extension has made and goes on filling; what a person would do with it is done here. */
export class OpenList {
  selectedItems: readonly vscode.QuickPickItem[] = [];
  value = '';
  busy = false;
  title = '';
  placeholder = '';
  matchOnDescription = false;
  matchOnDetail = false;
  keepScrollPosition = false;
  isOpen = false;
  enabled = true;
  ignoreFocusOut = false;
  canSelectMany = false;
  buttons: readonly vscode.QuickInputButton[] = [];
  readonly #onShow: () => void;
  #items: readonly vscode.QuickPickItem[] = [];
  readonly #filled = new vscode.EventEmitter<void>();
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #accepted = new vscode.EventEmitter<void>();
  readonly #hidden = new vscode.EventEmitter<void>();
  readonly onDidChangeItems = this.#filled.event;
  readonly onDidChangeValue = this.#changed.event;
  readonly onDidAccept = this.#accepted.event;
  readonly onDidHide = this.#hidden.event;
  /** Wizards listen to their Back button. */
  readonly onDidTriggerButton = new vscode.EventEmitter<vscode.QuickInputButton>().event;

  constructor(onShow: () => void) {
    this.#onShow = onShow;
  }

  readonly show = (): void => {
    this.isOpen = true;
    this.#onShow();
  };

  readonly dispose = (): void => {
    this.isOpen = false;
    for (const { label, description, detail } of this.items) seen('list', label, description, detail);
  };

  get items(): readonly vscode.QuickPickItem[] {
    return this.#items;
  }

  set items(items: readonly vscode.QuickPickItem[]) {
    this.#items = items;
    this.#filled.fire();
  }

  /** Labels of what can be chosen, with separators as `— label`. */
  get labels(): string[] {
    return this.items.map(({ label, kind }) => (kind === vscode.QuickPickItemKind.Separator ? `— ${label}` : label));
  }

  type(text: string): void {
    this.value = text;
    this.#changed.fire(text);
  }

  choose(label: string): void {
    this.selectedItems = this.items.filter((item) => item.label === label);
    this.#accepted.fire();
  }

  /** The items as soon as one of them has this label. */
  async until(label: string): Promise<vscode.QuickPickItem> {
    return await until(
      `“${label}” among: ${this.labels.join(', ')}`,
      () => this.items.find((item) => item.label === label),
      this.onDidChangeItems,
    );
  }

  /** Waits until there is anything in it. */
  async filled(): Promise<void> {
    await until('anything in the list', () => this.items.length > 0 || undefined, this.onDidChangeItems);
  }

  turnAway(): void {
    this.#hidden.fire();
  }
}

/** Takes the place of VS Code's lists that are filled bit by bit. */
export class QuickPicks implements Disposable {
  readonly #replaced: Disposable;
  readonly #shown = new vscode.EventEmitter<void>();
  #last: OpenList | undefined;

  constructor() {
    this.#replaced = replaceMember(vscode.window, 'createQuickPick', () => {
      this.#last = new OpenList(() => {
        this.#shown.fire();
      });
      return this.#last;
    });
  }

  /** The list that the extension has opened, which may have to be waited for. */
  async list(): Promise<OpenList> {
    return await until('a list', () => (this.#last?.isOpen === true ? this.#last : undefined), this.#shown.event);
  }

  /** The open list whose placeholder fits, which may have to be waited for: one list follows the other. */
  async asked(placeholder: RegExp): Promise<OpenList> {
    return await until(
      `a list that asks ${String(placeholder)}`,
      () => (this.#last?.isOpen === true && placeholder.test(this.#last.placeholder) ? this.#last : undefined),
      this.#shown.event,
    );
  }

  [Symbol.dispose](): void {
    this.#replaced[Symbol.dispose]();
    this.#shown.dispose();
  }
}
