import * as vscode from 'vscode';
import type { ErrorPresenter, ExplainedError } from '../../../platform/errors/errorPresenter.ts';
import { applyPlan, type ApplyReport, type RowProgress } from '../../../platform/plan/applyPlan.ts';
import { withRoles } from '../files/roleWords.ts';
import { RowNews } from '../../../platform/plan/rowNews.ts';
import { ScriptConflict, type ScriptStore } from '../scripts/scriptStore.ts';
import type { RowProgressView, RunView } from './contract.ts';
import type { ScriptRow } from './folderPlan.ts';
import { meetsAll, sendRow, type SendWords } from './sendRow.ts';

export interface FolderRunListener {
  readonly rows: (rows: readonly RowProgressView[]) => void;
  readonly run: (run: RunView) => void;
}

/** Applies rows of a folder's plan, and remembers how each went, for a page that may be away meanwhile. */
export class FolderRun {
  readonly #errors: ErrorPresenter;
  readonly #listener: FolderRunListener;
  readonly #news: RowNews<RowProgressView>;
  #stop = new AbortController();
  #view: RunView = { state: 'idle', remedies: [] };
  #remedies: ExplainedError['remedies'] = [];
  #onEnd: ((words: string) => void) | undefined;

  constructor(errors: ErrorPresenter, listener: FolderRunListener) {
    this.#errors = errors;
    this.#listener = listener;
    this.#news = new RowNews(listener.rows);
  }

  get view(): RunView {
    return this.#view;
  }

  get isGoing(): boolean {
    return this.#view.state === 'going' || this.#view.state === 'stopping';
  }

  progressOf(key: string): RowProgressView | undefined {
    return this.#news.of(key);
  }

  /** For a new plan: nothing was done yet. */
  reset(): void {
    this.#news.forget();
    this.#set({ state: 'idle', remedies: [] });
  }

  /** Notes that a row needs nothing any more. */
  settle(key: string, words: string): void {
    this.#news.note({ key, state: 'done', words });
  }

  /** Notes that a row was not applied, and why. */
  refuse(key: string, words: string): void {
    this.#news.note({ key, state: 'failed', words });
  }

  /** Applies the rows: what is made and changed first, what is deleted afterwards. Never rejects. */
  async apply(store: ScriptStore, rows: readonly ScriptRow[]): Promise<void> {
    this.#stop = new AbortController();
    this.#remedies = [];
    this.#set({ state: 'going', remedies: [] });
    const writes = rows.filter(({ action }) => action !== 'remove');
    const removals = rows.filter(({ action }) => action === 'remove');
    const report = await applyPlan([writes, removals], {
      stop: this.#stop.signal,
      perform: (row, accepted) => {
        const throttled = ({ seconds }: { readonly seconds: number }): void => {
          const state = this.progressOf(row.key)?.state ?? 'sending';
          this.#news.note({
            key: row.key,
            state,
            words: vscode.l10n.t('Azure asks to wait for {0} seconds.', seconds),
          });
        };
        return sendRow(store, row, { accepted, throttled }, words);
      },
      endsAll: meetsAll,
      onProgress: (row, progress) => {
        this.#news.note({ key: row.key, ...this.#wordsOf(row, progress) });
      },
    });
    this.#end(report);
  }

  stop(): void {
    if (this.#view.state !== 'going') return;
    this.#stop.abort();
    this.#set({ state: 'stopping', remedies: [] });
  }

  /** Calls the listener once, with the words of the end. */
  onEnd(listener: (words: string) => void): void {
    this.#onEnd = listener;
  }

  async runRemedy(label: string): Promise<void> {
    await this.#remedies.find((remedy) => remedy.label === label)?.run();
  }

  #end({ done, failed, notSent }: ApplyReport<ScriptRow>): void {
    const parts = [
      vscode.l10n.t('{0} done', done.length),
      ...(failed.length === 0 ? [] : [vscode.l10n.t('{0} failed', failed.length)]),
      ...(notSent.length === 0 ? [] : [vscode.l10n.t('{0} not sent', notSent.length)]),
    ];
    const remedies = this.#remedies.map(({ label }) => label);
    const finished = vscode.l10n.t('Finished: {0}.', parts.join(', '));
    this.#set({ state: 'ended', words: finished, remedies });
    this.#onEnd?.(finished);
    this.#onEnd = undefined;
  }

  #wordsOf(row: ScriptRow, { state, error }: RowProgress): Omit<RowProgressView, 'key'> {
    if (error === undefined) return { state };
    if (error instanceof ScriptConflict) {
      return { state, words: vscode.l10n.t('Somebody else has changed it since the plan was made.') };
    }
    const name = row.present?.name ?? row.wanted?.name ?? '';
    const explained = this.#errors.explain(vscode.l10n.t('SQL script “{0}”', name), withRoles(error));
    for (const remedy of explained?.remedies ?? []) {
      if (!this.#remedies.some(({ label }) => label === remedy.label)) this.#remedies = [...this.#remedies, remedy];
    }
    return { state, words: explained?.words ?? vscode.l10n.t('Cancelled.') };
  }

  #set(view: RunView): void {
    this.#news.tellNow();
    this.#view = view;
    this.#listener.run(view);
  }
}

const words: SendWords = {
  publish: (name) => vscode.l10n.t('Publish SQL script {0}', name),
  remove: (name) => vscode.l10n.t('Delete SQL script {0}', name),
};
