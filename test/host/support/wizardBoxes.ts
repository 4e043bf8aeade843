import * as vscode from 'vscode';
import { replaceMember } from './replaceMember.ts';
import { seen } from './seenTexts.ts';

/** What somebody does with an open box. Text is typed and Enter pressed. */
export type Answer = { readonly pick: string } | { readonly type: string } | 'back' | 'escape';

/** A box as it stands open, each time that an answer is wanted. */
export interface ShownBox {
  readonly title: string;
  /** `2/5` */
  readonly step: string;
  /** Of a list its placeholder, of an input box its prompt. */
  readonly question: string;
  readonly items: readonly vscode.QuickPickItem[];
  readonly value: string;
  readonly validation: string;
  readonly hasBack: boolean;
}

/** Stands in for the person in front of the boxes that wizards make, who gives these answers in turn and then turns away. */
export class WizardBoxes implements Disposable {
  readonly shown: ShownBox[] = [];
  readonly #answers: Answer[];
  readonly #replaced: Disposable[];

  constructor(...answers: readonly Answer[]) {
    this.#answers = [...answers];
    const next = (box: ShownBox): Answer => {
      this.shown.push(box);
      seen('box', box.title, box.question, box.validation, ...box.items.map(({ label }) => label));
      return this.#answers.shift() ?? 'escape';
    };
    this.#replaced = [
      replaceMember(vscode.window, 'createQuickPick', () => new Box(next)),
      replaceMember(vscode.window, 'createInputBox', () => new Box(next)),
    ];
  }

  /** What nobody has asked for. */
  get left(): readonly Answer[] {
    return this.#answers;
  }

  [Symbol.dispose](): void {
    for (const replaced of this.#replaced) replaced[Symbol.dispose]();
  }
}

/** A list or an input box: both have the same members as far as wizards use them. */
class Box {
  title = '';
  step: number | undefined;
  totalSteps: number | undefined;
  placeholder: string | undefined;
  prompt: string | undefined;
  busy = false;
  ignoreFocusOut = false;
  value = '';
  validationMessage: string | undefined;
  items: readonly vscode.QuickPickItem[] = [];
  selectedItems: readonly vscode.QuickPickItem[] = [];
  buttons: readonly vscode.QuickInputButton[] = [];
  readonly #next: (box: ShownBox) => Answer;
  readonly #accepted = new vscode.EventEmitter<void>();
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #pressed = new vscode.EventEmitter<vscode.QuickInputButton>();
  readonly #hidden = new vscode.EventEmitter<void>();
  readonly onDidAccept = this.#accepted.event;
  readonly onDidChangeValue = this.#changed.event;
  readonly onDidTriggerButton = this.#pressed.event;
  readonly onDidHide = this.#hidden.event;
  #enabled = true;
  #open = false;
  #asked = false;

  constructor(next: (box: ShownBox) => Answer) {
    this.#next = next;
  }

  get enabled(): boolean {
    return this.#enabled;
  }

  /** Wizards disable a box while they look at an answer, and enable it when they want one. */
  set enabled(enabled: boolean) {
    this.#enabled = enabled;
    this.#ask();
  }

  show(): void {
    this.#open = true;
    this.#ask();
  }

  hide(): void {
    this.#hidden.fire();
  }

  dispose(): void {
    this.#open = false;
  }

  /** Once for each time that the box waits: what a wizard still sets up in this turn of the loop is to be seen. */
  #ask(): void {
    if (this.#asked || !this.#enabled) return;
    this.#asked = true;
    setImmediate(() => {
      this.#asked = false;
      if (this.#open && this.#enabled) this.#answer();
    });
  }

  #answer(): void {
    const answer = this.#next({
      title: this.title,
      step: `${this.step ?? '?'}/${this.totalSteps ?? '?'}`,
      question: this.prompt ?? this.placeholder ?? '',
      items: this.items,
      value: this.value,
      validation: this.validationMessage ?? '',
      hasBack: this.buttons.includes(vscode.QuickInputButtons.Back),
    });
    if (answer === 'escape') this.#hidden.fire();
    else if (answer === 'back') this.#pressed.fire(vscode.QuickInputButtons.Back);
    else if ('type' in answer) {
      this.value = answer.type;
      this.#changed.fire(answer.type);
      this.#accepted.fire();
    } else {
      this.selectedItems = this.items.filter(({ label }) => label === answer.pick);
      this.#accepted.fire();
      // A choice that is none leaves the list open.
      this.#ask();
    }
  }
}
