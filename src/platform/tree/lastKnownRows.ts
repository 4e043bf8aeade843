import type { Memento } from 'vscode';
import { type KnownRow, readKnownRows } from './knownRow.ts';
import type { LastKnown } from './treeModel.ts';

/** Connections whose rows are kept. */
const mostScopes = 3;
const key = 'lastKnown';
const none: readonly KnownRow[] = [];

/** By connection, the last one used first. */
type Stored = readonly { readonly scope: string; readonly rows: readonly KnownRow[] }[];

/** The tree as it was when a window was last open, for each connection: shown until the connection has answered. */
export class LastKnownRows implements LastKnown {
  readonly #memory: Memento;
  readonly #scope: () => string | undefined;
  readonly #confirmed = new Set<string>();
  #read: { readonly scope: string; readonly rows: readonly KnownRow[] } | undefined;
  #written = '';

  /** @param scope What is connected or being connected; undefined when nothing is. */
  constructor(memory: Memento, scope: () => string | undefined) {
    this.#memory = memory;
    this.#scope = scope;
  }

  rows(): readonly KnownRow[] {
    const scope = this.#scope();
    if (scope === undefined || this.#confirmed.has(scope)) return none;
    if (this.#read?.scope !== scope) {
      const stored = this.#stored().find((one) => one.scope === scope);
      this.#read = { scope, rows: readKnownRows(stored?.rows) };
    }
    return this.#read.rows;
  }

  confirmed(): void {
    const scope = this.#scope();
    if (scope !== undefined) this.#confirmed.add(scope);
    this.#read = undefined;
  }

  /** Keeps these rows for the next time. */
  async keep(rows: readonly KnownRow[]): Promise<void> {
    const scope = this.#scope();
    if (scope === undefined) return;
    const text = JSON.stringify([scope, rows]);
    if (text === this.#written) return;
    this.#written = text;
    const others = this.#stored().filter((one) => one.scope !== scope);
    await this.#memory.update(key, [{ scope, rows }, ...others].slice(0, mostScopes));
  }

  async forget(): Promise<void> {
    this.#read = undefined;
    this.#written = '';
    await this.#memory.update(key, undefined);
  }

  #stored(): Stored {
    return this.#memory.get<Stored>(key, []);
  }
}
