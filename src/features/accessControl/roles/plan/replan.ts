import { isChange } from '../../../../platform/plan/plan.ts';
import type { RoleRow } from './rolePlan.ts';

/** A row that would do something else now, because somebody else has changed assignments since it was shown. */
export interface ChangedRow {
  /** As it was shown; absent for one that nobody has seen. */
  readonly seen?: RoleRow;
  /** As it would be now; absent where nothing is left to do. */
  readonly now?: RoleRow;
  /**
   * `done`: what the row would do is so already. `other`: what is there is not what was shown. `new`: it was not shown,
   * as a removal of what somebody else has added meanwhile.
   */
  readonly what: 'done' | 'other' | 'new';
}

export interface Replanned {
  /** Rows to send: they were chosen, and would do just what was shown. As they are now. */
  readonly send: readonly RoleRow[];
  readonly changed: readonly ChangedRow[];
}

/**
 * Compares the plan that a person has seen and chosen rows of with the plan as it is now. Only what would do just what was
 * shown is to be sent; everything else that is a change is to be shown first.
 *
 * @param chosen keys of the rows that are to be applied
 */
export function replanned(seen: readonly RoleRow[], now: readonly RoleRow[], chosen: ReadonlySet<string>): Replanned {
  const before = new Map(seen.map((row) => [row.key, row]));
  const after = new Map(now.map((row) => [row.key, row]));
  const send: RoleRow[] = [];
  const changed: ChangedRow[] = [];
  for (const row of seen) {
    if (!chosen.has(row.key) || !isChange(row)) continue;
    const current = after.get(row.key);
    if (current && doesTheSame(row, current)) send.push(current);
    else if (!current || !isChange(current)) changed.push(alreadyDone(row, current));
    else changed.push({ seen: row, now: current, what: 'other' });
  }
  for (const row of now) {
    const shown = before.get(row.key);
    if (isChange(row) && (!shown || !isChange(shown)))
      changed.push({ ...(shown && { seen: shown }), now: row, what: 'new' });
  }
  return { send, changed };
}

/** Whether a row would do just what the one that was shown does. A removal is one of that very assignment. */
export function doesTheSame(seen: RoleRow, now: RoleRow): boolean {
  if (now.action !== seen.action || now.present?.id !== seen.present?.id) return false;
  return now.wanted?.principalType === seen.wanted?.principalType;
}

/** A removal without a row has nothing to remove any more; what was to be added is there, or cannot be added now. */
function alreadyDone(seen: RoleRow, now: RoleRow | undefined): ChangedRow {
  const done = now ? seen.action === 'create' && now.action === 'unchanged' : seen.action === 'remove';
  return { seen, ...(now && { now }), what: done ? 'done' : 'other' };
}
