import type { ChangedRow } from '../../roles/plan/replan.ts';
import type { RoleRow } from '../../roles/plan/rolePlan.ts';
import type { DeskPlan } from './deskPlan.ts';
import type { DeskWords } from './deskWords.ts';
import type { RolesRun } from './rolesRun.ts';

export interface SettleOptions {
  readonly chosen: ReadonlySet<string>;
  readonly run: RolesRun;
  readonly words: DeskWords;
}

/** Notes what became of chosen rows that others have settled or changed meanwhile, and shows them in the plan as it is now. */
export function settleChanged(now: DeskPlan, changed: readonly ChangedRow[], options: SettleOptions): DeskPlan {
  const { chosen, run, words } = options;
  const settled: RoleRow[] = [];
  for (const { seen, what } of changed) {
    if (!seen || !chosen.has(seen.key)) continue;
    if (what === 'done') {
      run.settle(seen.key, words.isSoAlready());
      if (!now.rows.some(({ key }) => key === seen.key)) settled.push(seen);
    } else run.refuse(seen.key, words.changedSince());
  }
  const keys = new Set(settled.map(({ key }) => key));
  return { ...now, rows: [...now.rows, ...settled], gone: now.gone.filter(({ key }) => !keys.has(key)) };
}
