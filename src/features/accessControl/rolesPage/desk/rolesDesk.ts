import type { ExplainedError } from '../../../../platform/errors/errorPresenter.ts';
import type { PageHandlers } from '../../../../platform/pages/pageServer.ts';
import type { Assignment } from '../../model/access.ts';
import type { Principal } from '../../model/principal.ts';
import { rolePhases } from '../../roles/plan/applyRoles.ts';
import { replanned } from '../../roles/plan/replan.ts';
import type { RoleRow } from '../../roles/plan/rolePlan.ts';
import type { AddForm, Draft, PlanView, RolesContract } from '../contract.ts';
import { emptyDraft, isEmpty } from '../draftChanges.ts';
import { actionViews, assignmentView, roleViews } from './bookViews.ts';
import { checkedAccess } from './checkedAccess.ts';
import type { DeskParts, DeskPlace, TellPage } from './deskParts.ts';
import {
  assignmentOf,
  type DeskPlan,
  deskPlan,
  planViewOf,
  roleName,
  unknownWarnings,
  withoutDone,
} from './deskPlan.ts';
import type { AssignmentWords } from './deskWords.ts';
import { lookedUpView } from './lookUpViews.ts';
import { meanwhile } from './meanwhile.ts';
import { PeopleTeller, personOf } from './peopleTeller.ts';
import { readBook, type RoleBook } from './roleBook.ts';
import { RolesRun } from './rolesRun.ts';

/** Changes made elsewhere come in swarms; the page reads anew once. */
const CHANGES_SETTLE_MS = 500;

type DeskRequest = Exclude<keyof RolesContract['requests'], 'report' | 'exportTo' | 'importFrom' | 'open'>;

/** What the page of one workspace's, or one item's, role assignments works with. It outlives the page while it applies. */
export class RolesDesk {
  /** Tells the page that is there; replaced when another one is. */
  tell: TellPage = () => undefined;
  readonly run: RolesRun;
  readonly #parts: DeskParts;
  readonly #people: PeopleTeller;
  readonly #life = new AbortController();
  #draft: Draft | undefined;
  #form: AddForm | undefined;
  #book: RoleBook | undefined;
  #reading: Promise<RoleBook> | undefined;
  #plan: DeskPlan | undefined;
  #place: DeskPlace | undefined;
  #gapRemedies: ExplainedError['remedies'] = [];
  /** While a plan is made again before it is applied. */
  #preparing = false;
  #listening: { readonly place: DeskPlace; readonly stop: () => void } | undefined;
  #changed: NodeJS.Timeout | undefined;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#draft = parts.kept?.draft;
    this.#form = parts.kept?.form;
    this.run = new RolesRun({
      words: parts.words,
      explain: parts.explain,
      rows: (rows) => {
        this.tell('rows', [...rows]);
      },
      run: (run) => {
        this.tell('run', run);
      },
    });
    this.#people = new PeopleTeller({
      people: (people) => {
        this.tell('people', people);
      },
      gap: (gap) => {
        const { words, remedies } = parts.explainGap(gap);
        this.#gapRemedies = remedies;
        this.tell('gap', { words, remedies: remedies.map(({ label }) => label) });
      },
    });
  }

  readonly handlers: Pick<PageHandlers<RolesContract>, DeskRequest> = {
    start: () => {
      this.#people.reset();
      return {
        ...(this.#draft && { draft: this.#draft }),
        ...(this.#form && { form: this.#form }),
        ...(this.#plan && { plan: this.#view(this.#plan) }),
        run: this.run.view,
        people: [],
      };
    },
    read: async (_none, { signal, progress }) => {
      const { item, name } = this.#parts.input;
      const place = await this.#open(signal);
      const book = await this.#read(place, signal, (assignments, { roles }) => {
        const { words } = this.#parts;
        progress(assignments.map((assignment) => assignmentView(assignment, { roles, item, words })));
        this.#tellPeople(assignments);
      });
      const scope = item?.scope ?? `workspaces/${name}`;
      const actions = actionViews(book, this.#parts.words);
      return { listed: book.listed, roles: roleViews(book), actions, scope, place: place.where };
    },
    keep: async (form) => {
      this.#form = form;
      await this.#keep();
      return null;
    },
    search: async (text, { signal }) => {
      const { directory } = await this.#open(signal);
      const { principals, gap } = await directory.search(text, signal);
      if (gap) this.#people.sayWhy(gap);
      return { people: principals.map(personOf) };
    },
    lookUp: async (references, { signal }) => {
      const { directory } = await this.#open(signal);
      const answers = await directory.lookUp(references, signal);
      for (const answer of answers) if (answer.found === 'unasked') this.#people.sayWhy(answer.gap);
      return answers.map((answer) => lookedUpView(answer, this.#parts.words));
    },
    items: async (_none, { signal }) => (await this.#open(signal)).items(signal),
    plan: async (draft, { signal }) => {
      if (this.run.isGoing && this.#plan) return this.#view(this.#plan);
      const book = await this.#bookNow(signal);
      this.#makePlan(draft, book);
      await this.#keep();
      return this.#view(this.#plan ?? this.#planOf(draft, book));
    },
    apply: async ({ keys, acknowledged }) => {
      await this.#apply(new Set(keys), new Set(acknowledged));
      return null;
    },
    stop: () => {
      this.run.stop();
      return null;
    },
    check: async ({ principalId, actions, scope }, { signal }) => {
      const { place, book } = await this.opened(signal);
      const by = (assignment: Assignment): string => this.#parts.words.by(this.#wordsOf(assignment, book));
      return await checkedAccess(place, book, { principalId, actions, scope }, { signal, by });
    },
    remedy: async (label) => {
      const ofGap = this.#gapRemedies.find((remedy) => remedy.label === label);
      await (ofGap ? ofGap.run() : this.run.runRemedy(label));
      return null;
    },
  };

  /** The plan as it was last made, with how far its rows are. */
  get planView(): PlanView | undefined {
    return this.#plan && this.#view(this.#plan);
  }

  /** What is wanted so far. */
  get draft(): Draft {
    return this.#draft ?? emptyDraft;
  }

  /** Whom a directory knows by an object id, as far as it was asked. */
  known(id: string): Principal | undefined {
    return this.#place?.directory.known(id);
  }

  /** Where it works, and what was read there, reading it where nothing was. */
  async opened(signal: AbortSignal): Promise<{ readonly place: DeskPlace; readonly book: RoleBook }> {
    const place = await this.#open(signal);
    return { place, book: await this.#bookNow(signal) };
  }

  /** The connection is another one: what was read over the last one is worth nothing. */
  forget(): void {
    this.#book = undefined;
    this.#people.reset();
    this.#stopListening();
  }

  dispose(): void {
    clearTimeout(this.#changed);
    this.#life.abort();
    this.#stopListening();
  }

  #stopListening(): void {
    this.#listening?.stop();
    this.#listening = undefined;
  }

  async #open(signal: AbortSignal): Promise<DeskPlace> {
    const place = await this.#parts.place(signal);
    this.#place = place;
    if (this.#listening?.place.access !== place.access) {
      this.#stopListening();
      this.#listening = { place, stop: place.access.onDidChange(() => this.#noteChange()) };
    }
    return place;
  }

  #noteChange(): void {
    if (this.run.isGoing) return;
    clearTimeout(this.#changed);
    this.#changed = setTimeout(() => {
      if (!this.run.isGoing) this.tell('changed', 'assignments');
    }, CHANGES_SETTLE_MS);
  }

  async #bookNow(signal: AbortSignal): Promise<RoleBook> {
    const going = await this.#reading?.catch(() => undefined);
    return this.#book ?? going ?? (await this.#read(await this.#open(signal), signal));
  }

  async #read(
    { access }: DeskPlace,
    signal: AbortSignal,
    onPage?: (assignments: readonly Assignment[], book: Pick<RoleBook, 'roles'>) => void,
  ): Promise<RoleBook> {
    const reading = readBook(access, { signal, scope: this.#parts.input.item?.scope, ...(onPage && { onPage }) });
    this.#reading = reading;
    try {
      return (this.#book = await reading);
    } finally {
      if (this.#reading === reading) this.#reading = undefined;
    }
  }

  #makePlan(draft: Draft, book: RoleBook): void {
    this.#draft = draft;
    this.run.reset();
    this.#plan = this.#planOf(draft, book);
    this.#tellPeople([...draft.add, ...draft.remove]);
  }

  #planOf(draft: Draft, book: RoleBook): DeskPlan {
    return deskPlan(draft, book, { workspaceName: this.#parts.input.name, words: this.#parts.words });
  }

  #view(plan: DeskPlan): PlanView {
    const { words } = this.#parts;
    return planViewOf(plan, { words, identityId: this.#place?.identityId, progressOf: this.run.progressOf });
  }

  async #apply(chosen: ReadonlySet<string>, acknowledged: ReadonlySet<string>): Promise<void> {
    const plan = this.#plan;
    if (!plan || this.run.isGoing || this.#preparing) return;
    this.#preparing = true;
    try {
      const place = await this.#open(this.#life.signal);
      const book = await this.#read(place, this.#life.signal);
      const now = this.#planOf(withoutDone(plan.draft, plan, this.run.progressOf), book);
      const { send, changed } = replanned(plan.rows, now.rows, chosen);
      const news = plan.book.listed
        ? meanwhile(plan.book.present, book.present, (one) => this.#wordsOf(one, book), this.#parts.words)
        : [];
      const unknown = unknownWarnings({ ...now, rows: send }, place.identityId, acknowledged);
      this.#plan = now;
      if (unknown) {
        this.tell('plan', this.#view(now));
        throw new Error(news.length > 0 ? this.#parts.words.newWarnings() : this.#parts.words.mustAcknowledge());
      }
      const settled: RoleRow[] = [];
      for (const { seen, what } of changed) {
        if (!seen || !chosen.has(seen.key)) continue;
        if (what === 'done') {
          this.run.settle(seen.key, this.#parts.words.isSoAlready());
          if (!now.rows.some(({ key }) => key === seen.key)) settled.push(seen);
        } else this.run.refuse(seen.key, this.#parts.words.changedSince());
      }
      const gone = now.gone.filter(({ key }) => !settled.some((row) => row.key === key));
      this.#plan = { ...now, rows: [...now.rows, ...settled], gone };
      this.tell('plan', this.#view(this.#plan));
      // Not waited for: the page is told how it goes, and may be hidden and shown meanwhile.
      void this.run.apply(place.access, rolePhases(send, book.caller, book.roles), {
        title: (row) => this.#title(row, book),
        meanwhile: news,
        ended: () => this.#afterRun(),
      });
    } finally {
      this.#preparing = false;
    }
  }

  /** What is done is not wanted any more; what failed stays, to be retried. */
  async #afterRun(): Promise<void> {
    if (!this.#plan) return;
    this.#draft = withoutDone(this.#plan.draft, this.#plan, this.run.progressOf);
    this.tell('plan', this.#view(this.#plan));
    // A draft that could not be kept is made of what is there: the next plan finds it done.
    await Promise.resolve(this.#keep()).catch(() => undefined);
  }

  async #keep(): Promise<void> {
    const form = this.#form ?? { people: [], pasted: '', roles: [], scopes: [] };
    await this.#parts.keep({ draft: this.#draft ?? emptyDraft, form });
  }

  #tellPeople(assignments: readonly { readonly principalId: string }[]): void {
    if (!this.#place) return;
    const ids = assignments.map(({ principalId }) => principalId);
    this.#people.tell(this.#place.directory, ids, this.#life.signal);
  }

  #title(row: RoleRow, book: RoleBook): string {
    return this.#parts.words.title(row.action, this.#wordsOf(assignmentOf(row), book));
  }

  #wordsOf(
    { principalId, roleId, scope }: Pick<Assignment, 'principalId' | 'roleId' | 'scope'>,
    book: RoleBook,
  ): AssignmentWords {
    return {
      who: this.known(principalId)?.displayName ?? principalId,
      role: roleName(book, roleId),
      where: this.#parts.words.where(scope),
    };
  }
}

/** Whether there is something that somebody wants and that is not done. */
export function isUnfinished(desk: RolesDesk): boolean {
  return desk.run.isGoing || !isEmpty(desk.draft);
}
