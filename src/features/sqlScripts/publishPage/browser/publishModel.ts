import type { PageClient } from '../../../../platform/pages/pageClient.ts';
import { type Reading, wordsOf } from '../../../../platform/pages/browser/reading.ts';
import type { WorkspaceChoice } from '../../publishing/workspaceChoice.ts';
import type { LookResult, PublishContract, PublishForm, PublishState } from '../contract.ts';
import { effective, forbids, nameRemark } from '../publishForm.ts';

export interface PublishModelOptions {
  /** The form as VS Code has kept it; the extension's own copy is older. */
  readonly remembered: PublishForm | undefined;
  readonly onChange: (model: PublishModel) => void;
}

/** What the page knows and does; how it looks is the view's business. */
export class PublishModel {
  form: PublishForm = { name: '' };
  source = '';
  workspaces: Reading<readonly WorkspaceChoice[]> = { going: true };
  look: Reading<LookResult> = { going: false };
  publishing: PublishState = { state: 'idle' };
  /** What is wrong with an action that was asked for. */
  problem: string | undefined;
  readonly client: PageClient<PublishContract>;
  readonly #options: PublishModelOptions;
  #looking = new AbortController();

  constructor(client: PageClient<PublishContract>, options: PublishModelOptions) {
    this.client = client;
    this.#options = options;
  }

  get workspace(): WorkspaceChoice | undefined {
    return this.workspaces.value?.find(({ id }) => id === this.form.workspace);
  }

  get facts() {
    const { published, fresh } = this.look.value ?? {};
    return effective(this.form, published?.facts ?? fresh);
  }

  /** Whether publishing would change nothing at all. */
  get unchanged(): boolean {
    const published = this.look.value?.published;
    return (
      published?.sameText === true && JSON.stringify(sorted(this.facts)) === JSON.stringify(sorted(published.facts))
    );
  }

  get canPublish(): boolean {
    return (
      this.workspace !== undefined &&
      this.look.value !== undefined &&
      !this.look.going &&
      !forbids(nameRemark(this.form.name)) &&
      this.#hasGoodLimit() &&
      !this.unchanged &&
      this.publishing.state !== 'going'
    );
  }

  async start(): Promise<void> {
    const { source, form, publishing } = await this.client.ask('start', null);
    this.source = source;
    this.form = this.#options.remembered ?? form;
    this.publishing = publishing;
    this.#draw();
    await this.#readWorkspaces();
  }

  setPublishing(publishing: PublishState): void {
    this.publishing = publishing;
    this.#draw();
  }

  async changed(what: 'source' | 'connection' | 'scripts'): Promise<void> {
    if (what === 'connection') await this.#readWorkspaces();
    else await this.#lookAgain();
  }

  /** Takes a choice; an `undefined` one goes back to what is published. */
  choose(choice: { readonly [Member in keyof PublishForm]?: PublishForm[Member] | undefined }): void {
    const form = Object.fromEntries(
      Object.entries({ ...this.form, ...choice }).filter(([, value]) => value !== undefined),
    ) as PublishForm;
    const elsewhere = form.workspace !== this.form.workspace || form.name !== this.form.name;
    this.form = form;
    this.problem = undefined;
    if (this.publishing.state === 'done' || this.publishing.state === 'failed') this.publishing = { state: 'idle' };
    this.#draw();
    // A draft that could not be kept is in the log; the page itself still has it.
    this.client.ask('keep', form).catch(() => undefined);
    if (elsewhere) void this.#lookAgain();
  }

  async readAgain(): Promise<void> {
    await this.#readWorkspaces();
  }

  /** Asks for something whose failure is shown below the buttons. */
  async act(action: () => Promise<unknown>): Promise<void> {
    this.problem = undefined;
    try {
      await action();
    } catch (error) {
      this.problem = error instanceof Error && error.name !== 'AbortError' ? error.message : undefined;
    }
    this.#draw();
  }

  async #readWorkspaces(): Promise<void> {
    this.workspaces = { ...this.workspaces, going: true };
    this.#draw();
    try {
      this.workspaces = { going: false, value: await this.client.ask('workspaces', null) };
    } catch (error) {
      this.workspaces = { going: false, problem: wordsOf(error) };
    }
    this.#draw();
    await this.#lookAgain();
  }

  async #lookAgain(): Promise<void> {
    this.#looking.abort();
    const { workspace, name } = this.form;
    if (workspace === undefined || this.workspace === undefined) {
      this.look = { going: false };
      this.#draw();
      return;
    }
    const { signal } = (this.#looking = new AbortController());
    // What is known of the same workspace stays visible meanwhile, so that nothing jumps.
    this.look = { going: true, ...(this.look.value && { value: this.look.value }) };
    this.#draw();
    try {
      const value = await this.client.ask('look', { workspace, name }, { signal });
      this.look = { going: false, value };
    } catch (error) {
      if (signal.aborted) return;
      this.look = { going: false, problem: wordsOf(error) };
    }
    this.#draw();
  }

  #hasGoodLimit(): boolean {
    const { resultLimit } = this.facts;
    return resultLimit === undefined || resultLimit === -1 || resultLimit >= 1;
  }

  #draw(): void {
    this.#options.onChange(this);
  }
}

function sorted(facts: object): [string, unknown][] {
  return Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
}
