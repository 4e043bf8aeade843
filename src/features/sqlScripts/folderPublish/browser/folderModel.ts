import type { PageClient } from '../../../../platform/pages/pageClient.ts';
import { type Reading, wordsOf } from '../../../../platform/pages/browser/reading.ts';
import type { WorkspaceChoice } from '../../publishing/workspaceChoice.ts';
import type { FolderContract, FolderForm, PlanView, RowProgressView, RowView, RunView } from '../contract.ts';

export interface FolderModelOptions {
  readonly remembered: { readonly form: FolderForm; readonly leftOut: readonly string[] } | undefined;
  readonly onChange: (model: FolderModel) => void;
}

/** What the folder's page knows and does; how it looks is the view's business. */
export class FolderModel {
  form: FolderForm = { below: '', removeExtras: false };
  folder = '';
  workspaces: Reading<readonly WorkspaceChoice[]> = { going: true };
  plan: Reading<PlanView> = { going: false };
  /** Files that were read while the plan is being made. */
  filesRead = 0;
  run: RunView = { state: 'idle', remedies: [] };
  readonly leftOut = new Set<string>();
  filter = '';
  showUnchanged = false;
  confirmation = '';
  /** What is wrong with an action that was asked for. */
  problem: string | undefined;
  readonly client: PageClient<FolderContract>;
  readonly #options: FolderModelOptions;
  #rows = new Map<string, RowView>();
  #planning = new AbortController();

  constructor(client: PageClient<FolderContract>, options: FolderModelOptions) {
    this.client = client;
    this.#options = options;
    for (const key of options.remembered?.leftOut ?? []) this.leftOut.add(key);
  }

  get workspace(): WorkspaceChoice | undefined {
    return this.workspaces.value?.find(({ id }) => id === this.form.workspace);
  }

  get rows(): readonly RowView[] {
    return [...this.#rows.values()];
  }

  get isGoing(): boolean {
    return this.run.state === 'going' || this.run.state === 'stopping';
  }

  get extras(): number {
    return this.rows.filter(({ action }) => action === 'remove').length;
  }

  /** Rows that are shown: unchanged ones and those that are left alone only when they are asked for. */
  get shown(): RowView[] {
    const words = this.filter.toLowerCase().split(/\s+/u);
    return this.rows.filter(
      (row) =>
        (row.action !== 'unchanged' || this.showUnchanged) &&
        (row.action !== 'remove' || this.form.removeExtras) &&
        words.every((word) => textOf(row).includes(word)),
    );
  }

  canChoose(row: RowView): boolean {
    const isOpen = row.state === 'planned' && !this.isGoing;
    return isOpen && (row.action === 'create' || row.action === 'change' || this.#isRemoval(row));
  }

  isChosen({ key }: RowView): boolean {
    return !this.leftOut.has(key);
  }

  /** Rows that can be applied now. */
  get open(): RowView[] {
    return this.rows.filter((row) => this.canChoose(row));
  }

  get chosen(): RowView[] {
    return this.open.filter((row) => this.isChosen(row));
  }

  /** Rows in a state, of those that were tried. */
  inState(state: RowView['state']): RowView[] {
    return this.rows.filter((row) => row.state === state);
  }

  get needsConfirmation(): boolean {
    return [...this.chosen, ...this.inState('failed'), ...this.inState('notSent')].some((row) => this.#isRemoval(row));
  }

  get isConfirmed(): boolean {
    return !this.needsConfirmation || this.confirmation === this.workspace?.name;
  }

  async start(): Promise<void> {
    const { folder, form, plan, run } = await this.client.ask('start', null);
    this.folder = folder;
    this.form = this.#options.remembered?.form ?? form;
    this.run = run;
    if (plan) this.setPlan(plan);
    this.#draw();
    await this.readWorkspaces();
  }

  setPlan(plan: PlanView): void {
    this.plan = { going: false, value: plan };
    this.#rows = new Map(plan.rows.map((row) => [row.key, row]));
    this.#draw();
  }

  progressed(news: readonly RowProgressView[]): void {
    for (const { key, state, words } of news) {
      const row = this.#rows.get(key);
      if (!row) continue;
      const { words: _before, ...rest } = row;
      this.#rows.set(key, { ...rest, state, ...(words !== undefined && { words }) });
    }
    this.#draw();
  }

  setRun(run: RunView): void {
    this.run = run;
    this.#draw();
  }

  /** Takes a choice of what is published where: the plan is then another. */
  choosePlace(choice: Partial<FolderForm>): void {
    this.#keep({ ...this.form, ...choice });
    this.leftOut.clear();
    this.confirmation = '';
    void this.makePlan();
  }

  chooseExtras(removeExtras: boolean): void {
    this.confirmation = '';
    this.#keep({ ...this.form, removeExtras });
    this.#draw();
  }

  chooseRows(keys: readonly string[], chosen: boolean): void {
    for (const key of keys) {
      if (chosen) this.leftOut.delete(key);
      else this.leftOut.add(key);
    }
    this.#draw();
  }

  /** Takes what only changes how the page looks. */
  show(view: { readonly filter?: string; readonly showUnchanged?: boolean; readonly confirmation?: string }): void {
    Object.assign(this, view);
    this.#draw();
  }

  async apply(rows: readonly RowView[]): Promise<void> {
    const keys = rows.map(({ key }) => key);
    await this.act(() => this.client.ask('apply', { keys, confirmation: this.confirmation }));
  }

  /** Asks for something whose failure is shown below the buttons. */
  async act(action: () => Promise<unknown>): Promise<void> {
    this.problem = undefined;
    try {
      await action();
    } catch (error) {
      this.problem = error instanceof Error && error.name === 'AbortError' ? undefined : wordsOf(error);
    }
    this.#draw();
  }

  async readWorkspaces(): Promise<void> {
    this.workspaces = { ...this.workspaces, going: true };
    this.#draw();
    try {
      this.workspaces = { going: false, value: await this.client.ask('workspaces', null) };
    } catch (error) {
      this.workspaces = { going: false, problem: wordsOf(error) };
    }
    this.#draw();
    if (!this.plan.value) await this.makePlan();
  }

  async makePlan(): Promise<void> {
    const { workspace, below } = this.form;
    if (workspace === undefined || !this.workspace || this.isGoing) return;
    this.#planning.abort();
    const { signal } = (this.#planning = new AbortController());
    this.filesRead = 0;
    this.plan = { going: true };
    this.#rows.clear();
    this.#draw();
    try {
      const onProgress = (count: number): void => {
        this.filesRead = count;
        this.#draw();
      };
      this.setPlan(await this.client.ask('plan', { workspace, below }, { signal, onProgress }));
    } catch (error) {
      if (signal.aborted) return;
      this.plan = { going: false, problem: wordsOf(error) };
      this.#draw();
    }
  }

  #isRemoval({ action }: RowView): boolean {
    return action === 'remove' && this.form.removeExtras;
  }

  #keep(form: FolderForm): void {
    this.form = form;
    // A draft that could not be kept is in the log; the page itself still has it.
    this.client.ask('keep', form).catch(() => undefined);
  }

  #draw(): void {
    this.#options.onChange(this);
  }
}

function textOf({ name, folder, file = '', action, state, reasons, words = '' }: RowView): string {
  return [name, folder, file, action, state, ...reasons, words].join(' ').toLowerCase();
}
