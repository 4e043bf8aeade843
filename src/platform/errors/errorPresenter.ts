import * as vscode from 'vscode';
import { plainText } from '../plainText.ts';
import type { RecentErrors } from '../recentErrors.ts';
import { isCancellation } from './cancellation.ts';
import { errorWords } from './errorWords.ts';

/** The one place that shows errors to people. */
export class ErrorPresenter {
  readonly #log: vscode.LogOutputChannel;
  readonly #recent: RecentErrors;

  constructor(log: vscode.LogOutputChannel, recent: RecentErrors) {
    this.#log = log;
    this.#recent = recent;
  }

  /**
   * Shows an error as a notification and writes it to the log. Cancelling is no error and shows nothing.
   * @param what What could not be done, as a sentence without a full stop.
   */
  show(what: string, error: unknown): void {
    if (isCancellation(error)) return;
    this.log(what, error);
    const { summary, advice } = errorWords(error);
    const showLog = vscode.l10n.t('Show log');
    const text = [`${what}: ${summary}`, ...(advice === undefined ? [] : [advice])].join(' ');
    void vscode.window.showErrorMessage(plainText(text), showLog).then((answer) => {
      if (answer === showLog) this.#log.show();
    });
  }

  /** Only writes to the log: for what happens behind the user's back. */
  log(what: string, error: unknown): void {
    if (isCancellation(error)) return;
    const { summary, facts } = errorWords(error);
    const line = [`${what}: ${summary}`, ...facts].join(' · ');
    this.#log.error(line);
    this.#recent.add(line);
  }
}
