import type { Memento } from 'vscode';
import type { TreeEntry } from './treeEntry.ts';

/** Rows of one connection that are remembered; those that were touched longest ago are forgotten first. */
const mostRows = 1000;
const mostScopes = 4;

const key = 'expansion';
const timesForgottenKey = 'expansion/timesForgotten';

interface Stored {
  /** A sign-out reaches the memories of other folders by this number: one that does not agree counts no more. */
  readonly timesForgotten: number;
  /** The last one used comes first. */
  readonly scopes: readonly { readonly scope: string; readonly rows: Readonly<Record<string, boolean>> }[];
}

export interface ExpansionMemory {
  /** Remembers for the folder that is open. */
  readonly folder: Memento;
  /** Remembers for all folders. */
  readonly everywhere: Memento;
}

/**
 * Which rows the user has opened and closed, by the ids of their entries. VS Code keeps that only as long as the window
 * is there, and goes by what the provider says afterwards.
 */
export class Expansion {
  readonly #memory: ExpansionMemory;
  readonly #scope: () => string | undefined;
  /** The rows that differ from what their nodes say, of the scope they were read for. */
  #rows = new Map<string, boolean>();
  #rowsOf: string | undefined;

  /** @param scope What is connected or being connected; undefined when nothing is. */
  constructor(memory: ExpansionMemory, scope: () => string | undefined) {
    this.#memory = memory;
    this.#scope = scope;
  }

  /** Whether the row is to be open. */
  isOpen({ id, node }: TreeEntry): boolean {
    return this.#current().get(id) ?? node.expanded ?? false;
  }

  /** The user, or VS Code on the user's behalf, has opened or closed a row. */
  note({ id, node }: TreeEntry, open: boolean): void {
    const scope = this.#scope();
    if (scope === undefined) return;
    const rows = this.#current();
    rows.delete(id);
    if (open !== (node.expanded ?? false)) rows.set(id, open);
    const [oldest] = rows.keys();
    if (rows.size > mostRows && oldest !== undefined) rows.delete(oldest);
    this.#write(scope, rows);
  }

  /** Forgets what was opened, in this folder and in all others. */
  async forget(): Promise<void> {
    this.#rows = new Map();
    this.#rowsOf = undefined;
    const { folder, everywhere } = this.#memory;
    await folder.update(key, undefined);
    await everywhere.update(timesForgottenKey, this.#timesForgotten() + 1);
  }

  #current(): Map<string, boolean> {
    const scope = this.#scope();
    if (scope !== this.#rowsOf) {
      this.#rowsOf = scope;
      const stored = this.#read().find((one) => one.scope === scope);
      this.#rows = new Map(Object.entries(stored?.rows ?? {}));
    }
    return this.#rows;
  }

  #write(scope: string, rows: ReadonlyMap<string, boolean>): void {
    const others = this.#read().filter((one) => one.scope !== scope);
    const stored: Stored = {
      timesForgotten: this.#timesForgotten(),
      scopes: [{ scope, rows: Object.fromEntries(rows) }, ...others].slice(0, mostScopes),
    };
    void this.#memory.folder.update(key, stored);
  }

  #read(): Stored['scopes'] {
    const stored = this.#memory.folder.get<Stored>(key);
    return stored?.timesForgotten === this.#timesForgotten() ? stored.scopes : [];
  }

  #timesForgotten(): number {
    return this.#memory.everywhere.get(timesForgottenKey, 0);
  }
}
