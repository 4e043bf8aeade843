import type { Connection } from '../../../platform/connection.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { ScriptStore, ScriptStores } from './scriptStore.ts';
import { WorkspaceScripts } from './workspaceScripts.ts';

/** What is known of the scripts behind one connection. */
export class ConnectionScripts implements ScriptStores {
  readonly #stores = new Map<string, ScriptStore>();
  /** What the names that the explorer shows must have in them. */
  readonly #filters = new Map<string, string>();
  readonly #listeners = new Set<(store: ScriptStore, names: readonly string[]) => void>();

  of(place: InWorkspace): ScriptStore {
    const key = keyOf(place);
    let store = this.#stores.get(key);
    if (!store) {
      const made = new WorkspaceScripts(place);
      made.onDidChange((names) => {
        for (const listener of [...this.#listeners]) listener(made, names);
      });
      this.#stores.set(key, made);
      store = made;
    }
    return store;
  }

  filterOf(place: InWorkspace): string | undefined {
    return this.#filters.get(keyOf(place));
  }

  /** @param filter undefined shows all */
  setFilter(place: InWorkspace, filter: string | undefined): void {
    if (filter === undefined) this.#filters.delete(keyOf(place));
    else this.#filters.set(keyOf(place), filter);
  }

  /** As `ScriptStore.onDidChange`, for all workspaces. @returns stops that */
  onDidChange(listener: (store: ScriptStore, names: readonly string[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Held by the connection that they came over, and gone with it. */
const byConnection = new WeakMap<Connection, ConnectionScripts>();

export function scriptsOf(connection: Connection): ConnectionScripts {
  let scripts = byConnection.get(connection);
  if (!scripts) byConnection.set(connection, (scripts = new ConnectionScripts()));
  return scripts;
}

function keyOf({ workspace: { id, tenantId, accountId } }: InWorkspace): string {
  return JSON.stringify([id.toLowerCase(), tenantId, accountId]);
}
