import * as vscode from 'vscode';
import type { ErrorPresenter, ExplainedError } from '../../../platform/errors/errorPresenter.ts';
import { withRoles } from '../files/roleWords.ts';
import { ScriptConflict } from '../scripts/scriptStore.ts';
import type { PublishLink, PublishState } from './contract.ts';

/** What a step of publishing tells on the way. */
export interface PublishSteps {
  readonly signal: AbortSignal;
  readonly onState: (state: string) => void;
  readonly onThrottled: (wait: { readonly seconds: number }) => void;
}

export interface PublishEnd {
  readonly words: string;
  readonly links: PublishLink[];
}

/** How publishing goes, in words, for a page that may be away meanwhile. */
export class PublishProgress {
  readonly #errors: ErrorPresenter;
  readonly #tell: (state: PublishState) => void;
  #state: PublishState = { state: 'idle' };
  #abort = new AbortController();
  #remedies: ExplainedError['remedies'] = [];

  constructor(errors: ErrorPresenter, tell: (state: PublishState) => void) {
    this.#errors = errors;
    this.#tell = tell;
  }

  get state(): PublishState {
    return this.#state;
  }

  /** Runs the task and tells how it goes; never rejects. A second one while the first goes on is not begun. */
  async run(name: string, task: (steps: PublishSteps) => Promise<PublishEnd>): Promise<void> {
    if (this.#state.state === 'going') return;
    this.#abort = new AbortController();
    let accepted = false;
    const going = (words: string): void => {
      this.#set({ state: 'going', words, accepted });
    };
    going(vscode.l10n.t('Publishing “{0}”…', name));
    try {
      const { words, links } = await task({
        signal: this.#abort.signal,
        onState: (state) => {
          accepted = true;
          going(vscode.l10n.t('Publishing “{0}”: {1}', name, state));
        },
        onThrottled: ({ seconds }) => {
          going(vscode.l10n.t('Azure asks to wait for {0} seconds.', seconds));
        },
      });
      this.#set({ state: 'done', words, links });
    } catch (error) {
      this.#fail(name, error, accepted);
    }
  }

  /** Stops waiting; what was accepted goes on. */
  stop(): void {
    this.#abort.abort(new vscode.CancellationError());
  }

  /** Takes a way out that was offered with the last error. */
  async runRemedy(label: string): Promise<void> {
    await this.#remedies.find((remedy) => remedy.label === label)?.run();
  }

  #fail(name: string, error: unknown, accepted: boolean): void {
    const explained = this.#errors.explain(vscode.l10n.t('“{0}” could not be published', name), withRoles(error));
    this.#remedies = explained?.remedies ?? [];
    if (explained === undefined) {
      this.#set({
        state: 'failed',
        words: accepted
          ? vscode.l10n.t('Nobody waits any more. Azure has accepted “{0}” and goes on publishing it.', name)
          : vscode.l10n.t('Cancelled. Whether “{0}” had arrived is shown above.', name),
        remedies: [],
      });
      return;
    }
    const words =
      error instanceof ScriptConflict
        ? vscode.l10n.t(
            'Somebody else has changed “{0}” meanwhile. Nothing was published. Look at the difference, then publish again.',
            name,
          )
        : explained.words;
    this.#set({ state: 'failed', words, remedies: this.#remedies.map(({ label }) => label) });
  }

  #set(state: PublishState): void {
    this.#state = state;
    this.#tell(state);
  }
}
