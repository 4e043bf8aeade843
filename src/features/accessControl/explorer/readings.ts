import type { Connection } from '../../../platform/connection.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { WorkspaceAccess } from '../model/access.ts';
import { accessOf } from '../roles/accessOf.ts';
import { AssignmentReading } from './assignmentReading.ts';

/** What rows are opened with when nobody has asked for anything newer. */
const recentMs = 60_000;
/** Rows that are refreshed together share a reading. */
const togetherMs = 1_000;

/** The readings of the assignments behind one connection: rows of a workspace show parts of the same one. */
export class Readings {
  readonly #last = new Map<WorkspaceAccess, { readonly reading: AssignmentReading; readonly began: number }>();
  readonly #watched = new Set<WorkspaceAccess>();
  readonly #listeners = new Set<(place: InWorkspace) => void>();

  /** @param age `recent`: what was read in the last minute will do, unless something was changed from here since */
  of(place: InWorkspace, age: 'recent' | 'now'): AssignmentReading {
    const access = accessOf(place);
    this.#watch(access);
    const last = this.#last.get(access);
    const now = performance.now();
    const good = age === 'now' ? togetherMs : recentMs;
    if (last && !last.reading.failed && now - last.began < good) return last.reading;
    // It goes on when a row that has asked for it is closed: others may show it, too.
    const reading = new AssignmentReading(access.assignments({ signal: new AbortController().signal }));
    this.#last.set(access, { reading, began: now });
    return reading;
  }

  /** Told of workspaces whose assignments were changed from here. @returns stops that */
  onDidChange(listener: (place: InWorkspace) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #watch(access: WorkspaceAccess): void {
    if (this.#watched.has(access)) return;
    this.#watched.add(access);
    access.onDidChange(() => {
      this.#last.delete(access);
      for (const listener of [...this.#listeners]) listener(access.place);
    });
  }
}

const byConnection = new WeakMap<Connection, Readings>();

export function readingsOf(connection: Connection): Readings {
  const readings = byConnection.get(connection) ?? new Readings();
  byConnection.set(connection, readings);
  return readings;
}
