import * as vscode from 'vscode';
import { plainText } from '../plainText.ts';
import type { RecentErrors } from '../recentErrors.ts';
import { isCancellation } from './cancellation.ts';
import { errorWords } from './errorWords.ts';

/** A way out of an error that a feature offers, as a button beside the message. */
export interface Remedy {
  readonly label: string;
  readonly fits: (error: unknown) => boolean;
  readonly run: (error: unknown) => PromiseLike<void>;
}

/** An error as a page shows it. */
export interface ExplainedError {
  readonly words: string;
  readonly remedies: readonly { readonly label: string; readonly run: () => PromiseLike<void> }[];
}

/** The one place that shows errors to people. */
export class ErrorPresenter {
  readonly #remedies: Remedy[] = [];
  readonly #log: vscode.LogOutputChannel;
  readonly #recent: RecentErrors;

  constructor(log: vscode.LogOutputChannel, recent: RecentErrors) {
    this.#log = log;
    this.#recent = recent;
  }

  /** Offers a way out wherever an error that it fits is shown. */
  offer(remedy: Remedy): void {
    this.#remedies.push(remedy);
  }

  /** Whether a way out is offered: for errors that VS Code shows already, without one. */
  hasRemedy(error: unknown): boolean {
    return this.#remedies.some((remedy) => remedy.fits(error));
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
    const remedies = this.#remedies.filter((remedy) => remedy.fits(error));
    const labels = remedies.map(({ label }) => label);
    void vscode.window.showErrorMessage(plainText(text), ...labels, showLog).then(async (answer) => {
      if (answer === showLog) this.#log.show();
      const remedy = remedies.find(({ label }) => label === answer);
      if (!remedy) return;
      try {
        await remedy.run(error);
      } catch (failure) {
        this.show(vscode.l10n.t('“{0}” did not work', remedy.label), failure);
      }
    });
  }

  /**
   * For a page, which shows errors in its own place: writes the error to the log, and gives its words and the ways out.
   * @returns undefined for a cancellation, which is no error
   */
  explain(what: string, error: unknown): ExplainedError | undefined {
    if (isCancellation(error)) return undefined;
    this.log(what, error);
    const { summary, advice } = errorWords(error);
    return {
      words: [summary, ...(advice === undefined ? [] : [advice])].join(' '),
      remedies: this.#remedies
        .filter((remedy) => remedy.fits(error))
        .map(({ label, run }) => ({ label, run: () => run(error) })),
    };
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
