import { isChange } from '../../../../platform/plan/plan.ts';
import { rolePlan, type RoleRow } from '../../roles/plan/rolePlan.ts';
import { type RoleWarning, roleWarnings } from '../../roles/plan/roleWarnings.ts';
import { roleById } from '../../roles/plan/legalScopes.ts';
import type { WantedAssignment } from '../../model/access.ts';
import type { Draft, PlanRowView, PlanView, RowProgressView } from '../contract.ts';
import { removalKey } from '../draftChanges.ts';
import type { DeskWords } from './deskWords.ts';
import type { RoleBook } from './roleBook.ts';

/** A plan with all that it was made from. */
export interface DeskPlan {
  readonly draft: Draft;
  readonly book: RoleBook;
  readonly rows: readonly RoleRow[];
  /** Removals of what is gone already: nothing is sent for them. */
  readonly gone: readonly RoleRow[];
}

export interface DeskPlanOptions {
  readonly workspaceName: string;
  readonly words: DeskWords;
}

/** The plan of a draft: a row for each assignment that is to be added, then one for each that is to be removed. */
export function deskPlan(draft: Draft, book: RoleBook, { workspaceName, words }: DeskPlanOptions): DeskPlan {
  const { roles, present } = book;
  const there = new Map(present.map((assignment) => [assignment.id, assignment]));
  const additions = rolePlan(draft.add, present, {
    workspaceName,
    roles,
    removeOthers: false,
    refusalWords: words.refusal,
  });
  const removals = draft.remove.flatMap((wanted): RoleRow[] => {
    const present = there.get(wanted.id);
    return present ? [{ key: removalKey(wanted.id), action: 'remove', present, reasons: [] }] : [];
  });
  const gone = draft.remove
    .filter(({ id }) => !there.has(id))
    .map((wanted): RoleRow => {
      return { key: removalKey(wanted.id), action: 'unchanged', wanted, reasons: [words.isGone()] };
    });
  return { draft, book, rows: [...additions, ...removals], gone };
}

/** What is to be said before these rows are applied. */
function warningsOf({ rows, book }: DeskPlan, identityId: string | undefined): RoleWarning[] {
  const { present, roles, caller } = book;
  return roleWarnings({ rows, present, roles, caller, identityId });
}

/** Whether there is something to be said before these rows are applied that nobody has agreed to. */
export function unknownWarnings(
  plan: DeskPlan,
  identityId: string | undefined,
  acknowledged: ReadonlySet<string>,
): boolean {
  const agreed = [...acknowledged].map((id) => id.split(' '));
  return warningsOf(plan, identityId).some(({ what, removed }) => {
    // Whoever has agreed to lose more has agreed to lose less.
    const knows = ([agreedTo, ...ids]: readonly string[]): boolean =>
      agreedTo === what && removed.every(({ id }) => ids.includes(id));
    return !agreed.some(knows);
  });
}

/** What is lost, and by which removals. */
function warningId(warning: RoleWarning): string {
  const lost = warning.removed.map(({ id }) => id).toSorted();
  return [warning.what, ...lost].join(' ');
}

export interface PlanViewOptions {
  readonly words: DeskWords;
  readonly identityId: string | undefined;
  readonly progressOf: (key: string) => RowProgressView | undefined;
}

/** The plan as the page shows it, with how far each row is. */
export function planViewOf(plan: DeskPlan, options: PlanViewOptions): PlanView {
  const { words, progressOf } = options;
  const left = plan.rows.filter(({ key }) => progressOf(key)?.state !== 'done');
  // What is done is lost already; only what is still to be done can be warned of.
  const open = { ...plan, rows: left.filter(isChange) };
  return {
    draft: withoutDone(plan.draft, plan, progressOf),
    rows: [...plan.rows, ...plan.gone].map((row) => rowView(row, plan.book, words, progressOf(row.key))),
    warnings: warningsOf(open, options.identityId).map((warning) => ({
      id: warningId(warning),
      words: words.warning(warning),
    })),
  };
}

/** The name of a role, or its id where nobody knows it. */
export function roleName({ roles }: Pick<RoleBook, 'roles'>, roleId: string): string {
  return roleById(roles, roleId)?.name ?? roleId;
}

/** What is left to do of a draft. */
export function withoutDone(draft: Draft, { rows }: DeskPlan, progressOf: PlanViewOptions['progressOf']): Draft {
  const done = rows.filter(({ key }) => progressOf(key)?.state === 'done');
  if (done.length === 0) return draft;
  const removed = new Set(done.flatMap(({ present, action }) => (action === 'remove' && present ? [present.id] : [])));
  // Rows of additions stand in the draft's order, one for each.
  const additions = rows.filter(({ wanted }) => wanted !== undefined);
  return {
    add: draft.add.filter((_each, index) => progressOf(additions[index]?.key ?? '')?.state !== 'done'),
    remove: draft.remove.filter(({ id }) => !removed.has(id)),
  };
}

/** What a row is about. */
export function assignmentOf({ wanted, present }: RoleRow): WantedAssignment {
  const assignment = wanted ?? present;
  if (!assignment) throw new TypeError('A row is about something that is wanted or there.');
  return assignment;
}

function rowView(row: RoleRow, book: RoleBook, words: DeskWords, progress: RowProgressView | undefined): PlanRowView {
  const { key, action, reasons } = row;
  const { principalId, principalType, roleId, scope } = assignmentOf(row);
  return {
    key,
    action,
    principalId,
    ...(principalType !== undefined && { principalType }),
    roleId,
    scope,
    role: roleName(book, roleId),
    where: words.where(scope),
    reasons: [...reasons],
    state: progress?.state ?? 'planned',
    ...(progress?.words !== undefined && { words: progress.words }),
  };
}
