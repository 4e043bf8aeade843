import type { Connection } from '../../../platform/connection.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { ScriptStore, ScriptStores } from './scriptStore.ts';
import { WorkspaceScripts } from './workspaceScripts.ts';

/** What is known of the scripts behind one connection. */
export class ConnectionScripts implements ScriptStores {
  readonly #stores = new Map<string, ScriptStore>();
  readonly #listeners = new Set<(store: ScriptStore, names: readonly string[]) => void>();

  of(place: InWorkspace): ScriptStore {
    const { id, tenantId, accountId } = place.workspace;
    const key = JSON.stringify([id.toLowerCase(), tenantId, accountId]);
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
