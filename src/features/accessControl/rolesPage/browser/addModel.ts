import type { PageClient } from '../../../../platform/pages/pageClient.ts';
import { type Reading, wordsOf } from '../../../../platform/pages/browser/reading.ts';
import type {
  AddForm,
  FoundView,
  ItemList,
  LookedUpView,
  Person,
  RolesContract,
  RoleView,
  Wanted,
} from '../contract.ts';

/** Graph is asked when nobody has typed for so long. */
const TYPING_PAUSE_MS = 250;
/** Less finds too many, and Graph refuses nothing at all. */
const SHORTEST_SEARCH = 2;

export interface AddModelOptions {
  readonly client: PageClient<RolesContract>;
  /** Called after each change; the form is kept where it has changed. */
  readonly onChange: () => void;
  readonly onPeople: (people: readonly Person[]) => void;
}

export const emptyForm: AddForm = { people: [], pasted: '', roles: [], scopes: [] };

/** The form that adds assignments: to whom, which roles, where. */
export class AddModel {
  form: AddForm = emptyForm;
  /** Whom the search has found for what was typed last. */
  found: Reading<FoundView> = { going: false };
  typed = '';
  lookedUp: Reading<readonly LookedUpView[]> = { going: false };
  items: Reading<readonly ItemList[]> = { going: false };
  /** Scope of the page's own item or workspace: what is offered first. */
  scope = '';
  roles: readonly RoleView[] = [];
  /** Names that are being typed, by the kind of item. */
  readonly names = new Map<string, string>();
  readonly #options: AddModelOptions;
  #searching = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lookingUp = new AbortController();

  constructor(options: AddModelOptions) {
    this.#options = options;
  }

  change(change: Partial<AddForm>): void {
    this.form = { ...this.form, ...change };
    this.#options.client.ask('keep', this.form).catch(() => undefined);
    this.#options.onChange();
  }

  /** Looks for people while somebody types; what was asked for before counts no more. */
  search(text: string): void {
    this.#searching.abort();
    clearTimeout(this.#timer);
    this.typed = text;
    const wanted = text.trim();
    if (wanted.length < SHORTEST_SEARCH) {
      this.found = { going: false };
    } else {
      this.found = { ...this.found, going: true };
      this.#timer = setTimeout(() => void this.#ask(wanted), TYPING_PAUSE_MS);
    }
    this.#options.onChange();
  }

  /** Takes somebody on; whoever is there already stays as they are. */
  addPeople(people: readonly Person[]): void {
    const known = new Set(this.form.people.map(({ id }) => id));
    this.#options.onPeople(people);
    this.change({ people: [...this.form.people, ...people.filter(({ id }) => !known.has(id))] });
  }

  /** Ends the search with one of whom it has found. @param add whether they are to get roles */
  take(id: string, { add }: { readonly add: boolean } = { add: true }): Person | undefined {
    const { people = [], words } = this.found.value ?? {};
    const person = people.find((each) => each.id === id);
    this.typed = '';
    // What there is to know about whom somebody has taken stays to be read.
    this.found = { going: false, ...(words !== undefined && { value: { people: [], words } }) };
    if (person && add) this.addPeople([person]);
    else this.#options.onChange();
    return person;
  }

  dropPerson(id: string): void {
    this.change({ people: this.form.people.filter((person) => person.id !== id) });
  }

  setType(id: string, type: string): void {
    this.change({ people: this.form.people.map((person) => (person.id === id ? { ...person, type } : person)) });
  }

  /** Looks up what was pasted: one reference a line, or several, separated by commas, semicolons or spaces. */
  async lookUp(): Promise<void> {
    const references = [...new Set(this.form.pasted.split(/[\s,;]+/u).filter((each) => each !== ''))];
    if (references.length === 0) return;
    this.#lookingUp.abort();
    const { signal } = (this.#lookingUp = new AbortController());
    this.lookedUp = { going: true };
    this.#options.onChange();
    try {
      const value = await this.#options.client.ask('lookUp', references, { signal });
      this.lookedUp = {
        going: false,
        value: value.filter(({ found, words }) => found !== 'one' || words !== undefined),
      };
      const people = value.flatMap(({ found, people }) => (found === 'one' || found === 'unasked' ? people : []));
      // What could not be read stays, to be mended.
      const left = value.filter(({ found, people }) => people.length === 0 || found === 'several' || found === 'none');
      this.change({ pasted: left.map(({ reference }) => reference).join('\n') });
      this.addPeople(people);
    } catch (error) {
      if (signal.aborted) return;
      this.lookedUp = { going: false, problem: wordsOf(error) };
      this.#options.onChange();
    }
  }

  /** Takes one of those whom a reference may mean. */
  choose(reference: string, person: Person): void {
    this.lookedUp = { going: false, value: (this.lookedUp.value ?? []).filter((each) => each.reference !== reference) };
    const left = this.form.pasted.split('\n').filter((line) => line !== reference);
    this.change({ pasted: left.join('\n') });
    this.addPeople([person]);
  }

  chooseRole(id: string, chosen: boolean): void {
    const { roles } = this.form;
    this.change({ roles: chosen ? [...roles, id] : roles.filter((each) => each !== id) });
  }

  chooseScope(scope: string, chosen: boolean): void {
    const scopes = this.form.scopes.filter((each) => each.toLowerCase() !== scope.toLowerCase());
    this.change({ scopes: chosen ? [...scopes, scope] : scopes });
  }

  typeName(kind: string, name: string): void {
    this.names.set(kind, name);
    this.#options.onChange();
  }

  /** Kinds of scopes at which every chosen role can be given; all of them while none is chosen. */
  get kinds(): readonly string[] {
    const chosen = this.roles.filter(({ id }) => this.form.roles.includes(id));
    const all = [...new Set(this.roles.flatMap(({ scopeKinds }) => scopeKinds))];
    return all.filter((kind) => chosen.every(({ scopeKinds }) => scopeKinds.includes(kind)));
  }

  /** Scopes that are chosen and legal for what is chosen. */
  get scopes(): readonly string[] {
    return this.form.scopes.filter((scope) => this.kinds.includes(scope.split('/')[2] ?? 'workspace'));
  }

  /** Principals whose type nobody could tell; it is asked for, because it is always sent. */
  get untyped(): readonly Person[] {
    return this.form.people.filter(({ type }) => type === undefined);
  }

  get isComplete(): boolean {
    const { people, roles } = this.form;
    return people.length > 0 && roles.length > 0 && this.scopes.length > 0 && this.untyped.length === 0;
  }

  /** Every chosen role for everybody at every chosen scope. */
  get wanted(): Wanted[] {
    const { people, roles } = this.form;
    return people.flatMap(({ id, type }) =>
      roles.flatMap((roleId) =>
        this.scopes.map((scope) => ({
          principalId: id,
          ...(type !== undefined && { principalType: type }),
          roleId,
          scope,
        })),
      ),
    );
  }

  /** Reads what can be a scope, the first time that it is needed. */
  async readItems(again = false): Promise<void> {
    if (this.items.going || (this.items.value && !again)) return;
    this.items = { ...this.items, going: true };
    this.#options.onChange();
    try {
      this.items = { going: false, value: await this.#options.client.ask('items', null) };
    } catch (error) {
      this.items = { going: false, problem: wordsOf(error) };
    }
    this.#options.onChange();
  }

  async #ask(text: string): Promise<void> {
    const { signal } = (this.#searching = new AbortController());
    try {
      this.found = { going: false, value: await this.#options.client.ask('search', text, { signal }) };
    } catch (error) {
      if (signal.aborted) return;
      this.found = { going: false, problem: wordsOf(error) };
    }
    this.#options.onChange();
  }
}
