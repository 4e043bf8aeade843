import type { PageClient } from '../../../../platform/pages/pageClient.ts';
import { type Reading, wordsOf } from '../../../../platform/pages/browser/reading.ts';
import type {
  AddForm,
  AssignmentRow,
  Draft,
  GapView,
  InputOfRoles,
  Person,
  ReadView,
  RolesContract,
} from '../contract.ts';
import { withAdded, withRemoved } from '../draftChanges.ts';
import { AddModel, emptyForm } from './addModel.ts';
import { AssignmentTable, isGroup, type ShownRow, type TableView, type TableWords } from './assignmentTable.ts';
import { type AccessForm, CheckModel } from './checkModel.ts';
import { PlanModel } from './planModel.ts';

/** What the page keeps by itself. */
export interface Remembered {
  readonly draft: Draft;
  readonly form: AddForm;
  readonly view: TableView;
  readonly panel: Panel;
  readonly chosen: string[];
  /** Keys of groups that are closed. */
  readonly closed: string[];
  readonly removeOthers: boolean;
  /** What is asked about somebody's access. */
  readonly question: AccessForm;
}

export const panels = ['none', 'add', 'import', 'check'] as const;
export type Panel = (typeof panels)[number];

export interface RolesModelOptions {
  readonly client: PageClient<RolesContract>;
  readonly remembered: Remembered | undefined;
  readonly words: TableWords;
  readonly onChange: (model: RolesModel) => void;
}

/** What the page of role assignments knows and does; how it looks is the view's business. */
export class RolesModel {
  readonly client: PageClient<RolesContract>;
  readonly table: AssignmentTable;
  readonly add: AddModel;
  readonly plan: PlanModel;
  readonly check: CheckModel;
  reading: Reading<ReadView> = { going: true };
  /** Assignments that are chosen, by their ids. */
  readonly chosen = new Set<string>();
  panel: Panel = 'none';
  gap: GapView | undefined;
  /** What an import has found wrong, and in which file. */
  imported: { readonly file: string; readonly problems: readonly string[] } | undefined;
  removeOthers = false;
  readonly #options: RolesModelOptions;
  #lookingAt = new AbortController();

  constructor(options: RolesModelOptions) {
    const { client, remembered } = options;
    this.client = client;
    this.#options = options;
    const onChange = (): void => {
      options.onChange(this);
    };
    this.table = new AssignmentTable(options.words);
    this.add = new AddModel({
      client,
      onChange,
      onPeople: (people) => {
        this.table.addPeople(people);
      },
    });
    this.plan = new PlanModel({ client, onChange, onEnd: () => void this.read() });
    this.check = new CheckModel({ client, onChange });
    if (!remembered) return;
    this.add.form = remembered.form;
    this.table.view = remembered.view;
    for (const key of remembered.closed) this.table.toggle(key, false);
    this.removeOthers = remembered.removeOthers;
    this.check.restore(remembered.question);
    this.panel = remembered.panel;
    for (const id of remembered.chosen) this.chosen.add(id);
  }

  get remembered(): Remembered {
    const { table, add, plan, panel, chosen, check, removeOthers } = this;
    return {
      draft: plan.draft,
      form: add.form,
      view: table.view,
      panel,
      chosen: [...chosen],
      closed: [...table.closed],
      removeOthers,
      question: check.question,
    };
  }

  /** Where the caller may not see assignments, they can only be given. */
  get isListed(): boolean {
    return this.reading.value?.listed !== false;
  }

  async start(input: InputOfRoles): Promise<void> {
    const { remembered } = this.#options;
    const { draft, form, plan, run } = await this.client.ask('start', null);
    this.add.scope = input.item?.scope ?? `workspaces/${input.name}`;
    if (!remembered && form) this.add.form = form;
    this.plan.run = run;
    // The session knows what has been done since the page last looked.
    const wanted = draft ?? remembered?.draft;
    if (plan) this.plan.setPlan(plan);
    else if (wanted) this.plan.draft = wanted;
    this.#draw();
    await this.read();
    if (this.panel === 'add' || this.panel === 'check') await this.add.readItems();
  }

  /** Reads roles and assignments. What is there stays until all of the new has arrived. */
  async read(): Promise<void> {
    this.#lookingAt.abort();
    const { signal } = (this.#lookingAt = new AbortController());
    const isFirst = this.table.rows.length === 0;
    const { problem: _before, ...rest } = this.reading;
    this.reading = { ...rest, going: true };
    this.#draw();
    const rows: AssignmentRow[] = [];
    try {
      const value = await this.client.ask('read', null, {
        signal,
        onProgress: (page) => {
          rows.push(...page);
          if (isFirst) this.table.setRows([...rows]);
          this.#draw();
        },
      });
      this.table.setRows(rows);
      this.reading = { going: false, value };
      this.add.roles = value.roles;
      this.check.all = value.actions;
      const there = new Set(rows.map(({ id }) => id));
      for (const id of this.chosen) if (!there.has(id)) this.chosen.delete(id);
    } catch (error) {
      if (signal.aborted) return;
      this.reading = { ...rest, going: false, problem: wordsOf(error) };
    }
    this.#draw();
    if (this.reading.problem === undefined && this.plan.run.state === 'idle' && this.plan.isShown)
      await this.plan.make();
  }

  addPeople(people: readonly Person[]): void {
    this.table.addPeople(people);
    this.#draw();
  }

  setGap(gap: GapView): void {
    this.gap = gap;
    this.#draw();
  }

  /** What was read is not true any more. */
  async changed(what: 'assignments' | 'connection'): Promise<void> {
    // Another connection, or another right, may know the names.
    if (what === 'connection') this.gap = undefined;
    await this.read();
  }

  look(view: Partial<TableView>): void {
    this.table.look(view);
    this.#draw();
  }

  toggle(key: string, open: boolean): void {
    this.table.toggle(key, open);
    this.#draw();
  }

  /** What is inherited is given elsewhere, and what is to be removed already is in the plan. */
  canChoose(row: ShownRow): boolean {
    if (this.plan.isGoing) return false;
    return isGroup(row) ? this.#ofGroup(row).length > 0 : !row.row.inherited;
  }

  isChosen(row: ShownRow): boolean {
    return isGroup(row) ? this.#ofGroup(row).every((id) => this.chosen.has(id)) : this.chosen.has(row.key);
  }

  /** Chooses assignments, or all of a group. */
  choose(keys: readonly string[], chosen: boolean): void {
    const groups = new Map(this.table.shown.filter(isGroup).map((group) => [group.key, group]));
    for (const key of keys) {
      const group = groups.get(key);
      for (const id of group ? this.#ofGroup(group) : [key]) {
        if (chosen) this.chosen.add(id);
        else this.chosen.delete(id);
      }
    }
    this.#draw();
  }

  show(panel: Panel): void {
    this.panel = this.panel === panel ? 'none' : panel;
    this.#draw();
    if (this.panel === 'add' || this.panel === 'check') void this.add.readItems();
  }

  async removeChosen(): Promise<void> {
    const rows = this.table.rows.filter(({ id }) => this.chosen.has(id));
    this.chosen.clear();
    await this.plan.make(withRemoved(this.plan.draft, rows));
  }

  async addWanted(): Promise<void> {
    if (!this.add.isComplete) return;
    const { wanted } = this.add;
    // Choices that stayed would be given to the next one by mistake.
    this.add.change(emptyForm);
    this.add.search('');
    await this.plan.make(withAdded(this.plan.draft, wanted));
  }

  chooseRemoval(removeOthers: boolean): void {
    this.removeOthers = removeOthers;
    this.#draw();
  }

  /** Takes somebody whom the search has found, to ask what they may do. */
  checkPerson(id: string): void {
    const person = this.add.take(id, { add: false });
    if (person) this.check.change({ person });
  }

  async importFile(): Promise<void> {
    await this.plan.act(async () => {
      const result = await this.client.ask('importFrom', { removeOthers: this.removeOthers });
      if (!result) return;
      this.imported = result;
      await this.plan.make(result.draft);
    });
  }

  #ofGroup({ ids }: { readonly ids: readonly string[] }): readonly string[] {
    return ids.filter((id) => this.table.row(id)?.inherited === false);
  }

  #draw(): void {
    this.#options.onChange(this);
  }
}
