import { longest } from '../../../../platform/pages/browser/columnWidth.ts';
import type { AssignmentRow, Person } from '../contract.ts';

export const tableColumns = ['principal', 'type', 'role', 'scope'] as const;
export type TableColumn = (typeof tableColumns)[number];

export const groupings = ['none', 'principal', 'role', 'scope'] as const;
export type Grouping = (typeof groupings)[number];

/** An assignment as it is shown, sorted and found. */
export interface ShownAssignment extends Readonly<Record<TableColumn, string>> {
  readonly key: string;
  readonly row: AssignmentRow;
  /** All that a filter looks at, in lower case. */
  readonly text: string;
}

export interface ShownGroup {
  readonly key: string;
  readonly label: string;
  readonly open: boolean;
  /** Ids of the assignments in it that fit the filter. */
  readonly ids: readonly string[];
}

export type ShownRow = ShownAssignment | ShownGroup;

export interface TableView {
  readonly filter: string;
  readonly sort: { readonly column: TableColumn; readonly descending: boolean };
  readonly group: Grouping;
}

/** Words that the table needs. */
export interface TableWords {
  readonly type: (type: string | undefined, managed?: boolean) => string;
  readonly inherited: (where: string) => string;
}

const firstView: TableView = { filter: '', sort: { column: 'principal', descending: false }, group: 'none' };
const order = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/**
 * All assignments, and those of them that are shown: filtered, sorted, in groups. What is asked for again and again while
 * nothing has changed is worked out once: a page is drawn at every keystroke.
 */
export class AssignmentTable {
  view: TableView = firstView;
  readonly #people = new Map<string, Person>();
  readonly #closed = new Set<string>();
  readonly #words: TableWords;
  #rows: readonly AssignmentRow[] = [];
  #byId = new Map<string, AssignmentRow>();
  #all: readonly ShownAssignment[] | undefined;
  #shown: readonly ShownRow[] | undefined;
  #longest: Readonly<Record<TableColumn, number>> | undefined;

  constructor(words: TableWords) {
    this.#words = words;
  }

  get rows(): readonly AssignmentRow[] {
    return this.#rows;
  }

  setRows(rows: readonly AssignmentRow[]): void {
    this.#rows = rows;
    this.#byId = new Map(rows.map((row) => [row.id, row]));
    this.#forget();
  }

  row(id: string): AssignmentRow | undefined {
    return this.#byId.get(id);
  }

  person(id: string): Person | undefined {
    return this.#people.get(id);
  }

  /** Takes what is known of people; a name that has arrived is not lost again. */
  addPeople(people: readonly Person[]): void {
    for (const person of people) {
      const { name, type } = this.#people.get(person.id) ?? {};
      if (name === undefined || person.name !== undefined) {
        this.#people.set(person.id, { ...(type !== undefined && { type }), ...person });
      }
    }
    this.#forget();
  }

  look(view: Partial<TableView>): void {
    if (view.group !== undefined && view.group !== this.view.group) this.#closed.clear();
    this.view = { ...this.view, ...view };
    this.#shown = undefined;
  }

  /** Keys of groups that are closed. */
  get closed(): ReadonlySet<string> {
    return this.#closed;
  }

  toggle(key: string, open: boolean): void {
    if (open) this.#closed.delete(key);
    else this.#closed.add(key);
    this.#shown = undefined;
  }

  get all(): readonly ShownAssignment[] {
    return (this.#all ??= this.#rows.map((row) => this.#item(row)));
  }

  /** Letters of the longest text of each column, whatever the filter: columns keep their widths while somebody types. */
  get longest(): Readonly<Record<TableColumn, number>> {
    const of = (column: TableColumn): number => longest(this.all.map((item) => item[column]));
    return (this.#longest ??= { principal: of('principal'), type: of('type'), role: of('role'), scope: of('scope') });
  }

  /** Assignments that fit the filter; those in a closed group too. */
  get fitting(): readonly ShownAssignment[] {
    const words = this.view.filter.toLowerCase().split(/\s+/u);
    return this.all.filter(({ text }) => words.every((word) => text.includes(word)));
  }

  /** The rows to draw. */
  get shown(): readonly ShownRow[] {
    return (this.#shown ??= this.#arrange());
  }

  #arrange(): readonly ShownRow[] {
    const { sort, group } = this.view;
    const sign = sort.descending ? -1 : 1;
    const columns = [sort.column, ...tableColumns.filter((column) => column !== sort.column)];
    const sorted = this.fitting.toSorted((a, b) => {
      for (const column of columns) {
        const found = order.compare(a[column], b[column]);
        if (found !== 0) return column === sort.column ? sign * found : found;
      }
      return 0;
    });
    return group === 'none' ? sorted : this.#grouped(sorted, group);
  }

  #grouped(sorted: readonly ShownAssignment[], group: Exclude<Grouping, 'none'>): readonly ShownRow[] {
    const { sort } = this.view;
    const groups = [...Map.groupBy(sorted, (item) => keyOf(item, group))];
    // Sorted by what they are grouped by, groups stand in that order already.
    if (sort.column !== group) groups.sort(([, [a]], [, [b]]) => order.compare(a?.[group] ?? '', b?.[group] ?? ''));
    return groups.flatMap(([key, items]): ShownRow[] => {
      const open = !this.#closed.has(key);
      const label = `${items[0]?.[group] ?? ''} (${String(items.length)})`;
      return [{ key, label, open, ids: items.map((item) => item.key) }, ...(open ? items : [])];
    });
  }

  #item(row: AssignmentRow): ShownAssignment {
    const found = this.#people.get(row.principalId);
    const principal = found?.name ?? row.principalId;
    const type = this.#words.type(row.principalType ?? found?.type, found?.managed);
    const { role } = row;
    const scope = row.inherited ? this.#words.inherited(row.where) : row.where;
    const text = [principal, row.principalId, found?.detail ?? '', type, role, scope, row.scope]
      .join('\n')
      .toLowerCase();
    return { key: row.id, row, principal, type, role, scope, text };
  }

  #forget(): void {
    this.#all = undefined;
    this.#longest = undefined;
    this.#shown = undefined;
  }
}

export function isGroup(row: ShownRow): row is ShownGroup {
  return 'ids' in row;
}

/** Two people of one name are two groups. */
function keyOf({ row, role, scope }: ShownAssignment, group: Exclude<Grouping, 'none'>): string {
  switch (group) {
    case 'principal':
      return `principal ${row.principalId}`;
    case 'role':
      return `role ${role}`;
    case 'scope':
      return `scope ${scope}`;
  }
}
