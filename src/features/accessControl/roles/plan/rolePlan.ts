import { makePlan, type PlanRow } from '../../../../platform/plan/plan.ts';
import type { Assignment, CompleteAssignment, Role, WantedAssignment } from '../../model/access.ts';
import { principalTypes } from '../../model/principal.ts';
import { assignmentKey } from '../assignmentKey.ts';
import { isGuid } from '../guid.ts';
import { parseScope } from '../scope.ts';
import { isAssignableAt, isIn, roleById } from './legalScopes.ts';

export type RoleRow = PlanRow<WantedAssignment, Assignment>;

/** Why an assignment that is wanted cannot be made. */
export type RoleRefusal =
  | { readonly why: 'unknownRole'; readonly roleId: string }
  | { readonly why: 'unreadableScope'; readonly scope: string }
  | { readonly why: 'otherWorkspace'; readonly workspaceName: string }
  /** The role can be given only at scopes of other kinds. */
  | { readonly why: 'notAssignableThere'; readonly role: Role; readonly kind: string }
  /** An object id is a GUID; a user principal name or mail has to be looked up before. */
  | { readonly why: 'badPrincipalId'; readonly principalId: string }
  /** None, or one that the service does not have. */
  | { readonly why: 'principalType'; readonly principalType: string | undefined }
  /** The same is wanted above. */
  | { readonly why: 'duplicate' };

export interface RolePlanOptions {
  readonly workspaceName: string;
  readonly roles: readonly Role[];
  /** Whether what is there and not wanted is to be removed. */
  readonly removeOthers: boolean;
  /** Given from outside, so that this file needs no VS Code. */
  readonly refusalWords: (refusal: RoleRefusal) => string;
}

/**
 * What would have to be done so that the wanted assignments are there: a row for each that is wanted, in its order, then
 * one for each that would be removed. What is there already is left alone, whatever is odd about it. An assignment has
 * nothing that could be changed: another role or scope is another assignment (specification roleAssignments.json).
 */
export function rolePlan(
  wanted: readonly WantedAssignment[],
  present: readonly Assignment[],
  { workspaceName, roles, removeOthers, refusalWords }: RolePlanOptions,
): RoleRow[] {
  // Copies, so that each is an object of its own even where a list has the same one twice.
  const items = wanted.map((item) => ({ ...item }));
  const wishes = numbered(items);
  const duties = numbered(present);
  const asked = new Set(wishes.keys.values());
  const words = (refusal: RoleRefusal | undefined): string | undefined => refusal && refusalWords(refusal);
  const rows = makePlan<WantedAssignment, Assignment>(items, present, {
    keyOf: { wanted: (item) => wishes.keys.get(item) ?? '', present: (item) => duties.keys.get(item) ?? '' },
    differences: () => [],
    refusal: (item, there) => {
      if (wishes.repeated.has(item)) return words({ why: 'duplicate' });
      return there ? undefined : words(refusalOf(item, workspaceName, roles));
    },
    // Those with one key were told apart before.
    duplicate: () => refusalWords({ why: 'duplicate' }),
  });
  return rows.filter(
    ({ action, present: there }) => action !== 'remove' || (removeOthers && there && !asked.has(assignmentKey(there))),
  );
}

/** Why an assignment cannot be made; undefined where nothing is known to be in the way. */
export function refusalOf(
  { roleId, principalId, principalType, scope }: WantedAssignment,
  workspaceName: string,
  roles: readonly Role[],
): RoleRefusal | undefined {
  const role = roleById(roles, roleId);
  if (!role) return { why: 'unknownRole', roleId };
  const parsed = parseScope(scope);
  if (!parsed) return { why: 'unreadableScope', scope };
  if (!isIn(parsed, workspaceName)) return { why: 'otherWorkspace', workspaceName: parsed.workspaceName };
  if (!isAssignableAt(role, parsed.kind)) return { why: 'notAssignableThere', role, kind: parsed.kind };
  if (!isGuid(principalId)) return { why: 'badPrincipalId', principalId };
  if (spelledType(principalType) === undefined) return { why: 'principalType', principalType };
  return undefined;
}

/** An assignment with the type in the service's spelling. @throws TypeError for one that the plan refuses for its type */
export function complete(wanted: WantedAssignment): CompleteAssignment {
  const principalType = spelledType(wanted.principalType);
  if (principalType === undefined) throw new TypeError('An assignment is made only with the type of its principal.');
  return { ...wanted, principalType };
}

function spelledType(type: string | undefined): CompleteAssignment['principalType'] | undefined {
  return principalTypes.find((known) => known.toLowerCase() === type?.toLowerCase());
}

/** Keys that are unique, and which items give the same as one before them. */
function numbered<Item extends WantedAssignment>(
  items: readonly Item[],
): { readonly keys: ReadonlyMap<Item, string>; readonly repeated: ReadonlySet<Item> } {
  const keys = new Map<Item, string>();
  const repeated = new Set<Item>();
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = assignmentKey(item);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    keys.set(item, count === 0 ? key : `${key} ${String(count)}`);
    if (count > 0) repeated.add(item);
  }
  return { keys, repeated };
}
