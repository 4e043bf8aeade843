import type { PageClient } from '../../../../platform/pages/pageClient.ts';
import { type Reading, wordsOf } from '../../../../platform/pages/browser/reading.ts';
import type { Draft, PlanRowView, PlanView, RolesContract, RowProgressView, RunView } from '../contract.ts';
import { emptyDraft, isEmpty, without, withType } from '../draftChanges.ts';

export interface PlanModelOptions {
  readonly client: PageClient<RolesContract>;
  readonly onChange: () => void;
  /** Called when applying has come to its end. */
  readonly onEnd: () => void;
}

/** What is to be changed, what that means, and how it goes. */
export class PlanModel {
  draft: Draft = emptyDraft;
  plan: Reading<PlanView> = { going: false };
  run: RunView = { state: 'idle', meanwhile: [], remedies: [] };
  /** Rows that are chosen, to be taken back. */
  readonly chosen = new Set<string>();
  /** Whether somebody has said that they know what the warnings say. */
  acknowledged = false;
  /** What is wrong with an action that was asked for. */
  problem: string | undefined;
  readonly client: PageClient<RolesContract>;
  readonly #options: PlanModelOptions;
  #rows = new Map<string, PlanRowView>();
  #planning = new AbortController();

  constructor(options: PlanModelOptions) {
    this.client = options.client;
    this.#options = options;
  }

  get rows(): readonly PlanRowView[] {
    return [...this.#rows.values()];
  }

  get isGoing(): boolean {
    return this.run.state !== 'idle' && this.run.state !== 'ended';
  }

  get isShown(): boolean {
    return this.rows.length > 0 || !isEmpty(this.draft) || this.run.state !== 'idle';
  }

  /** Rows in a state that would send something. */
  changes(...states: readonly PlanRowView['state'][]): PlanRowView[] {
    return this.rows.filter(
      ({ action, state }) => states.includes(state) && (action === 'create' || action === 'remove'),
    );
  }

  /** Principals whose type nobody could tell, with how many assignments they are to get. */
  get untyped(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { principalId, principalType } of this.draft.add) {
      if (principalType === undefined) counts.set(principalId, (counts.get(principalId) ?? 0) + 1);
    }
    return counts;
  }

  /** Whether there is nothing to know before, or somebody knows it. */
  get isAllowed(): boolean {
    return this.warnings.length === 0 || this.acknowledged;
  }

  get warnings(): PlanView['warnings'] {
    return this.plan.value?.warnings ?? [];
  }

  setPlan(plan: PlanView): void {
    const known = new Set(this.warnings.map(({ id }) => id));
    // What somebody has not read they have not agreed to.
    if (plan.warnings.some(({ id }) => !known.has(id))) this.acknowledged = false;
    this.plan = { going: false, value: plan };
    this.draft = plan.draft;
    this.#rows = new Map(plan.rows.map((row) => [row.key, row]));
    for (const key of this.chosen) if (!this.#rows.has(key)) this.chosen.delete(key);
    this.#options.onChange();
  }

  progressed(news: readonly RowProgressView[]): void {
    for (const { key, state, words } of news) {
      const row = this.#rows.get(key);
      if (!row) continue;
      const { words: _before, ...rest } = row;
      this.#rows.set(key, { ...rest, state, ...(words !== undefined && { words }) });
    }
    this.#options.onChange();
  }

  setRun(run: RunView): void {
    const ended = this.isGoing && run.state === 'ended';
    this.run = run;
    if (ended) this.#options.onEnd();
    this.#options.onChange();
  }

  /** Makes the plan for what is wanted now. */
  async make(draft: Draft = this.draft): Promise<void> {
    if (this.isGoing) return;
    this.draft = draft;
    this.#planning.abort();
    const { signal } = (this.#planning = new AbortController());
    this.plan = { ...this.plan, going: true };
    this.#options.onChange();
    try {
      this.setPlan(await this.client.ask('plan', draft, { signal }));
    } catch (error) {
      if (signal.aborted) return;
      this.plan = { going: false, problem: wordsOf(error) };
      this.#options.onChange();
    }
  }

  choose(keys: readonly string[], chosen: boolean): void {
    for (const key of keys) {
      if (chosen) this.chosen.add(key);
      else this.chosen.delete(key);
    }
    this.#options.onChange();
  }

  async takeBack(keys: ReadonlySet<string> = this.chosen): Promise<void> {
    const left = without(this.draft, keys);
    this.chosen.clear();
    await this.make(left);
  }

  /** Wants nothing any more. */
  async discard(): Promise<void> {
    this.chosen.clear();
    await this.make(emptyDraft);
  }

  async setType(principalId: string, type: string): Promise<void> {
    await this.make(withType(this.draft, principalId, type));
  }

  acknowledge(acknowledged: boolean): void {
    this.acknowledged = acknowledged;
    this.#options.onChange();
  }

  async apply(rows: readonly PlanRowView[]): Promise<void> {
    const keys = rows.map(({ key }) => key);
    const acknowledged = this.acknowledged ? this.warnings.map(({ id }) => id) : [];
    await this.act(() => this.client.ask('apply', { keys, acknowledged }));
  }

  /** Asks for something whose failure is shown below the buttons. */
  async act(action: () => Promise<unknown>): Promise<void> {
    this.problem = undefined;
    try {
      await action();
    } catch (error) {
      this.problem = error instanceof Error && error.name === 'AbortError' ? undefined : wordsOf(error);
    }
    this.#options.onChange();
  }
}
