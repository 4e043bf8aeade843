import type { ExplainedError } from '../../../../platform/errors/errorPresenter.ts';
import { applyPlan, type ApplyReport, type RowProgress } from '../../../../platform/plan/applyPlan.ts';
import { RowNews } from '../../../../platform/plan/rowNews.ts';
import type { WorkspaceAccess } from '../../model/access.ts';
import { endsRoleChanges, sendRoleRow } from '../../roles/plan/applyRoles.ts';
import type { RoleRow } from '../../roles/plan/rolePlan.ts';
import type { RowProgressView, RunView } from '../contract.ts';
import type { DeskWords } from './deskWords.ts';

export interface RolesRunOptions {
  readonly words: DeskWords;
  readonly explain: (what: string, error: unknown) => ExplainedError | undefined;
  readonly rows: (rows: readonly RowProgressView[]) => void;
  readonly run: (run: RunView) => void;
}

/** Applies rows of a plan, and remembers how each went, for a page that may be away meanwhile. */
export class RolesRun {
  readonly #options: RolesRunOptions;
  readonly #news: RowNews<RowProgressView>;
  #stop = new AbortController();
  #view: RunView = { state: 'idle', meanwhile: [], remedies: [] };
  #before: RunView = this.#view;
  #remedies: ExplainedError['remedies'] = [];

  constructor(options: RolesRunOptions) {
    this.#options = options;
    this.#news = new RowNews(options.rows);
  }

  get view(): RunView {
    return this.#view;
  }

  get isGoing(): boolean {
    return this.#view.state !== 'idle' && this.#view.state !== 'ended';
  }

  readonly progressOf = (key: string): RowProgressView | undefined => this.#news.of(key);

  /** For a plan that was made anew: what failed still says why, what is done is over. */
  reset(): void {
    this.#news.forget(({ state }) => state === 'failed' || state === 'notSent');
    this.#set({ state: 'idle', meanwhile: [], remedies: [] });
  }

  /** What is there is read again before anything is sent. */
  prepare(): void {
    this.#before = this.#view;
    this.#set({ state: 'preparing', meanwhile: [], remedies: [] });
  }

  /** Nothing could be sent; all is as it was. */
  notBegun(): void {
    this.#set(this.#before);
  }

  /** Notes that a row needs nothing any more. */
  settle(key: string, words: string): void {
    this.#news.note({ key, state: 'done', words });
  }

  /** Notes that a row was not applied, and why. */
  refuse(key: string, words: string): void {
    this.#news.note({ key, state: 'failed', words });
  }

  /** Applies rows, phase after phase. @param ended is awaited before the end is told. Never rejects. */
  async apply(
    access: WorkspaceAccess,
    phases: readonly (readonly RoleRow[])[],
    about: {
      readonly title: (row: RoleRow) => string;
      readonly meanwhile: readonly string[];
      readonly ended: () => PromiseLike<void>;
    },
  ): Promise<void> {
    const { title, meanwhile, ended } = about;
    this.#stop = new AbortController();
    this.#remedies = [];
    this.#set({ state: 'going', meanwhile: [...meanwhile], remedies: [] });
    const report = await applyPlan(phases, {
      stop: this.#stop.signal,
      perform: (row) => sendRoleRow(access, row, { title }),
      endsAll: endsRoleChanges,
      onProgress: (row, progress) => {
        this.#news.note({ key: row.key, ...this.#wordsOf(title(row), progress) });
      },
    });
    await ended();
    this.#end(report);
  }

  stop(): void {
    if (this.#view.state !== 'going') return;
    this.#stop.abort();
    this.#set({ ...this.#view, state: 'stopping' });
  }

  async runRemedy(label: string): Promise<void> {
    await this.#remedies.find((remedy) => remedy.label === label)?.run();
  }

  #end({ done, failed, notSent }: ApplyReport<RoleRow>): void {
    const counts = { done: done.length, failed: failed.length, notSent: notSent.length };
    this.#set({
      state: 'ended',
      words: this.#options.words.ended(counts),
      meanwhile: this.#view.meanwhile,
      remedies: this.#remedies.map(({ label }) => label),
    });
  }

  #wordsOf(what: string, { state, error }: RowProgress): Omit<RowProgressView, 'key'> {
    if (error === undefined) return { state };
    const explained = this.#options.explain(what, error);
    for (const remedy of explained?.remedies ?? []) {
      if (!this.#remedies.some(({ label }) => label === remedy.label)) this.#remedies = [...this.#remedies, remedy];
    }
    return { state, words: explained?.words ?? this.#options.words.cancelled() };
  }

  #set(view: RunView): void {
    this.#news.tellNow();
    this.#view = view;
    this.#options.run(view);
  }
}
