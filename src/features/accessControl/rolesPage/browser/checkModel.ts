import * as z from 'zod/mini';
import type { PageClient } from '../../../../platform/pages/pageClient.ts';
import { type Reading, wordsOf } from '../../../../platform/pages/browser/reading.ts';
import { type CheckedView, person, type Person, type ReadView, type RolesContract } from '../contract.ts';

export interface CheckModelOptions {
  readonly client: PageClient<RolesContract>;
  readonly onChange: () => void;
}

/** What somebody wants to know, as far as they have said it. */
export const accessForm = z.strictObject({
  person: z.exactOptional(person),
  scope: z.exactOptional(z.string()),
  actions: z.array(z.string()),
});
export type AccessForm = z.infer<typeof accessForm>;

/** What a principal may do at a scope, as the service itself decides it. */
export class CheckModel {
  person: Person | undefined;
  scope: string | undefined;
  readonly actions = new Set<string>();
  filter = '';
  /** All that roles allow. */
  all: ReadView['actions'] = [];
  decisions: Reading<CheckedView> = { going: false };
  readonly #options: CheckModelOptions;
  #asking = new AbortController();

  constructor(options: CheckModelOptions) {
    this.#options = options;
  }

  /** To be asked again in a page that begins anew. */
  get question(): AccessForm {
    const { person: who, scope, actions } = this;
    return { ...(who && { person: who }), ...(scope !== undefined && { scope }), actions: [...actions] };
  }

  restore({ person: who, scope, actions }: AccessForm): void {
    this.person = who;
    this.scope = scope;
    for (const action of actions) this.actions.add(action);
  }

  /** Actions that fit what was typed. */
  get offered(): ReadView['actions'] {
    const typed = this.filter.toLowerCase().split(/\s+/u);
    return this.all.filter(({ id, words }) => typed.every((word) => `${id} ${words}`.toLowerCase().includes(word)));
  }

  change(change: { readonly person?: Person; readonly scope?: string; readonly filter?: string }): void {
    Object.assign(this, change);
    if (change.filter === undefined) this.#forget();
    this.#options.onChange();
  }

  choose(action: string, chosen: boolean): void {
    if (chosen) this.actions.add(action);
    else this.actions.delete(action);
    this.#forget();
    this.#options.onChange();
  }

  get isComplete(): boolean {
    return this.person !== undefined && this.actions.size > 0;
  }

  /** @param fallback scope that is asked about where none was chosen */
  async run(fallback: string): Promise<void> {
    const { person, scope = fallback, actions } = this;
    if (!person || actions.size === 0) return;
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    this.decisions = { going: true };
    this.#options.onChange();
    try {
      const asked = { principalId: person.id, actions: [...actions], scope };
      this.decisions = { going: false, value: await this.#options.client.ask('check', asked, { signal }) };
    } catch (error) {
      if (signal.aborted) return;
      this.decisions = { going: false, problem: wordsOf(error) };
    }
    this.#options.onChange();
  }

  /** An answer is one to the question that was asked. */
  #forget(): void {
    this.#asking.abort();
    this.decisions = { going: false };
  }
}
