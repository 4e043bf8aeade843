import * as vscode from 'vscode';
import { stateWords, waitWords } from './operationWords.ts';

/** Seconds between two reports of how long it has taken so far. */
const tickSeconds = 5;

/** The message of a progress that stands for one long-running operation, or for several that run side by side. */
export class OperationProgress implements Disposable {
  readonly #count: number;
  readonly #report: (message: string) => void;
  readonly #began = performance.now();
  readonly #ticking: NodeJS.Timeout;
  #goesOn = false;
  #ended = 0;

  constructor(count: number, report: (message: string) => void) {
    this.#count = count;
    this.#report = report;
    this.#ticking = setInterval(() => {
      if (this.#goesOn) this.#showState('InProgress');
    }, tickSeconds * 1000);
  }

  /** One of the operations tells its state. */
  state(state: string): void {
    this.#goesOn = this.#count > 1 || !/^succeeded$/iu.test(state);
    this.#showState(state);
  }

  /** The service asks to wait before it looks at one of the requests. */
  wait(name: string, seconds: number): void {
    this.#show(this.#count === 1 ? waitWords(seconds) : `${name}: ${waitWords(seconds)}`);
  }

  /** One of the operations has ended. */
  ended(): void {
    this.#ended += 1;
    if (this.#ended < this.#count) this.#showState('InProgress');
  }

  [Symbol.dispose](): void {
    clearInterval(this.#ticking);
  }

  #showState(state: string): void {
    this.#show(stateWords(state, (performance.now() - this.#began) / 1000));
  }

  #show(words: string): void {
    this.#report(this.#count === 1 ? words : vscode.l10n.t('{0} of {1} ended. {2}', this.#ended, this.#count, words));
  }
}
