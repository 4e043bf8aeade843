import type { PageHandlers } from '../../../../platform/pages/pageServer.ts';
import type { Assignment, WantedAssignment } from '../../model/access.ts';
import type { Principal } from '../../model/principal.ts';
import type { GapRemedy } from '../../people/gapWords.ts';
import { rolePhases } from '../../roles/plan/applyRoles.ts';
import { replanned } from '../../roles/plan/replan.ts';
import type { AddForm, Draft, PlanView, RolesContract } from '../contract.ts';
import { emptyDraft } from '../draftChanges.ts';
import { actionViews, assignmentView, assignmentWords, roleViews } from './bookViews.ts';
import { checkedAccess } from './checkedAccess.ts';
import { directoryHandlers } from './directoryHandlers.ts';
import type { DeskParts, DeskPlace, TellPage } from './deskParts.ts';
import { assignmentOf, type DeskPlan, deskPlan, planViewOf, unknownWarnings, withoutDone } from './deskPlan.ts';
import type { AssignmentWords } from './deskWords.ts';
import { meanwhile, withWhatWasSeen } from './meanwhile.ts';
import { OpenBook } from './openBook.ts';
import { PeopleTeller } from './peopleTeller.ts';
import type { RoleBook } from './roleBook.ts';
import { RolesRun } from './rolesRun.ts';
import { settleChanged } from './settleChanged.ts';

type DeskRequest = Exclude<keyof RolesContract['requests'], 'report' | 'exportTo' | 'importFrom' | 'open'>;

/** What the page of one workspace's, or one item's, role assignments works with. It outlives the page while it applies. */
export class RolesDesk {
  /** Tells the page that is there; replaced when another one is. */
  tell: TellPage = () => undefined;
  readonly run: RolesRun;
  readonly #parts: DeskParts;
  readonly #people: PeopleTeller;
  readonly #book: OpenBook;
  readonly #life = new AbortController();
  #draft: Draft | undefined;
  #form: AddForm | undefined;
  #plan: DeskPlan | undefined;
  #gapRemedies: readonly GapRemedy[] = [];
  /** While a plan is made again before it is applied. */
  #preparing: AbortController | undefined;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#draft = parts.kept?.draft;
    this.#form = parts.kept?.form;
    this.#book = new OpenBook({
      place: parts.place,
      scope: parts.input.item?.scope,
      onChanged: () => {
        // What it changes itself is read when all of it is done.
        if (!this.run.isGoing) this.tell('changed', 'assignments');
      },
    });
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

  get handlers(): Pick<PageHandlers<RolesContract>, DeskRequest> {
    const directory = directoryHandlers({ book: this.#book, people: this.#people, words: this.#parts.words });
    return { ...directory, ...this.#handlers };
  }

  readonly #handlers: Omit<Pick<PageHandlers<RolesContract>, DeskRequest>, 'search' | 'lookUp'> = {
    start: () => {
      this.#people.reset();
      this.#tellPeople([...this.draft.add, ...this.draft.remove]);
      return {
        ...(this.#draft && { draft: this.#draft }),
        ...(this.#form && { form: this.#form }),
        ...(this.#plan && { plan: this.#view(this.#plan) }),
        run: this.run.view,
      };
    },
    read: async (_none, { signal, progress }) => {
      const { item, name } = this.#parts.input;
      const place = await this.#book.open(signal);
      const book = await this.#book.read(signal, (assignments, { roles }) => {
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
    items: async (_none, { signal }) => (await this.#book.open(signal)).items(signal),
    plan: async (draft, { signal }) => {
      if (this.run.isGoing && this.#plan) return this.#view(this.#plan);
      const book = await this.#book.now(signal);
      this.#makePlan(draft, book);
      await this.#keep();
      return this.#view(this.#plan ?? this.#planOf(draft, book));
    },
    apply: async ({ keys, acknowledged }) => {
      await this.#apply(new Set(keys), new Set(acknowledged));
      return null;
    },
    stop: () => {
      this.#preparing?.abort();
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
      if (!ofGap) await this.run.runRemedy(label);
      else if (await ofGap.run()) this.#askNamesAgain();
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
    return this.#book.place?.directory.known(id);
  }

  /** Of an item's page: its scope. */
  get scope(): string | undefined {
    return this.#parts.input.item?.scope;
  }

  /** Where it works, and what was read there, reading it where nothing was. */
  async opened(signal: AbortSignal): Promise<{ readonly place: DeskPlace; readonly book: RoleBook }> {
    const place = await this.#book.open(signal);
    return { place, book: await this.#book.now(signal) };
  }

  /** The connection is another one: what was read over the last one is worth nothing. */
  forget(): void {
    this.#people.reset();
    this.#book.forget();
  }

  dispose(): void {
    this.#life.abort();
    this.#book.dispose();
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
    return planViewOf(plan, { words, identityId: this.#book.place?.identityId, progressOf: this.run.progressOf });
  }

  /** Reads what is there now, makes the plan again, and sends the chosen rows that still mean what was shown. */
  async #apply(chosen: ReadonlySet<string>, acknowledged: ReadonlySet<string>): Promise<void> {
    const plan = this.#plan;
    if (!plan || this.run.isGoing) return;
    const { signal } = (this.#preparing = new AbortController());
    this.run.prepare();
    try {
      const place = await this.#book.open(signal);
      const book = withWhatWasSeen(await this.#book.read(signal), plan.book);
      signal.throwIfAborted();
      const now = this.#planOf(withoutDone(plan.draft, plan, this.run.progressOf), book);
      const { send, changed } = replanned(plan.rows, now.rows, chosen);
      const news = this.#meanwhile(plan.book, book);
      if (unknownWarnings({ ...now, rows: send }, place.identityId, acknowledged)) {
        this.#plan = now;
        this.tell('plan', this.#view(now));
        throw new Error(news.length > 0 ? this.#parts.words.newWarnings() : this.#parts.words.mustAcknowledge());
      }
      this.#plan = settleChanged(now, changed, { chosen, run: this.run, words: this.#parts.words });
      this.tell('plan', this.#view(this.#plan));
      // Not waited for: the page is told how it goes, and may be hidden and shown meanwhile.
      void this.run.apply(place.access, rolePhases(send, book.caller, book.roles), {
        title: (row) => this.#parts.words.title(row.action, this.#wordsOf(assignmentOf(row), book)),
        meanwhile: news,
        ended: () => this.#afterRun(),
      });
    } catch (error) {
      this.run.notBegun();
      throw error;
    } finally {
      this.#preparing = undefined;
    }
  }

  #meanwhile(before: RoleBook, now: RoleBook): string[] {
    if (!before.listed || !now.listed) return [];
    return meanwhile(before.present, now.present, (one) => this.#wordsOf(one, now), this.#parts.words);
  }

  #askNamesAgain(): void {
    this.#book.place?.askAgain();
    this.#people.reset();
    this.tell('changed', 'connection');
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
    const { place } = this.#book;
    if (!place) return;
    const ids = assignments.map(({ principalId }) => principalId);
    this.#people.tell(place.directory, ids, this.#life.signal);
  }

  #wordsOf(assignment: WantedAssignment, book: RoleBook): AssignmentWords {
    return assignmentWords(assignment, { book, known: (id) => this.known(id), words: this.#parts.words });
  }
}
