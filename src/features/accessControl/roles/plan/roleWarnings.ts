import type { Caller } from '../../../../azure/tokenClaims.ts';
import type { Assignment, Role, WantedAssignment } from '../../model/access.ts';
import { actionPrefix, administratorRoleId } from '../builtInRoles.ts';
import { covers, parseScope, workspaceKind } from '../scope.ts';
import { roleById } from './legalScopes.ts';
import type { RoleRow } from './rolePlan.ts';

/** What people should know before a plan is applied. `removed` are the assignments that bring it about. */
export type RoleWarning =
  /**
   * The caller can no longer manage access at these scopes. `certain` is false where a group that the token does not name
   * may still let them; someone with the right Azure role on the workspace can always give it back.
   */
  | {
      readonly what: 'ownAccess';
      readonly certain: boolean;
      readonly scopes: readonly string[];
      readonly removed: readonly Assignment[];
    }
  /** Nobody but the workspace itself is Synapse Administrator of the whole workspace any more. */
  | { readonly what: 'lastAdministrator'; readonly removed: readonly Assignment[] }
  /** The workspace's managed identity, as which pipelines run, loses roles. */
  | { readonly what: 'workspaceIdentity'; readonly principalId: string; readonly removed: readonly Assignment[] };

export interface WarningFacts {
  /** The rows that would be applied. */
  readonly rows: readonly RoleRow[];
  /** All assignments that are there. */
  readonly present: readonly Assignment[];
  readonly roles: readonly Role[];
  /** Whom the workspace sees; undefined where the token does not tell. */
  readonly caller: Caller | undefined;
  /** Object id of the workspace's managed identity (`identity.principalId`); undefined where it is not known. */
  readonly identityId: string | undefined;
}

/** What to say before these rows are applied. Nothing of it forbids anything. */
export function roleWarnings(facts: WarningFacts): RoleWarning[] {
  const { rows, present } = facts;
  const removed = rows.flatMap((row) => (row.action === 'remove' && row.present ? [row.present] : []));
  if (removed.length === 0) return [];
  const gone = new Set(removed.map(({ id }) => id));
  const added = rows.flatMap((row) => (row.action === 'create' && row.wanted ? [row.wanted] : []));
  const after = [...present.filter(({ id }) => !gone.has(id)), ...added];
  return [ownAccess(facts, removed, after), administrators(facts, removed, after), identity(facts, removed)].filter(
    (warning) => warning !== undefined,
  );
}

/** Whether these assignments let somebody manage access at their scopes, as the roles' definitions say. */
export function letsManage({ roleId }: Pick<WantedAssignment, 'roleId'>, roles: readonly Role[]): boolean {
  const needed = `${actionPrefix}roleAssignments/write`.toLowerCase();
  const actions = roleById(roles, roleId)?.dataActions ?? [];
  return actions.some((action) => action.toLowerCase() === needed) || roleId.toLowerCase() === administratorRoleId;
}

function ownAccess(
  { present, roles, caller }: WarningFacts,
  removed: readonly Assignment[],
  after: readonly WantedAssignment[],
): RoleWarning | undefined {
  if (!caller) return undefined;
  const whose = (assignment: WantedAssignment): 'mine' | 'maybe' | 'no' =>
    letsManage(assignment, roles) ? belongsTo(caller, assignment) : 'no';
  const holds = (at: string, assignments: readonly WantedAssignment[], who: 'mine' | 'maybe'): boolean =>
    assignments.some((assignment) => whose(assignment) === who && covers(assignment.scope, at));
  const lost = removed.filter((assignment) => whose(assignment) !== 'no');
  const scopes = [...new Set(lost.map(({ scope }) => scope))].filter((scope) => !holds(scope, after, 'mine'));
  if (scopes.length === 0) return undefined;
  const certainly = scopes.some((scope) => holds(scope, present, 'mine') && !holds(scope, after, 'maybe'));
  return {
    what: 'ownAccess',
    certain: certainly,
    scopes,
    removed: lost.filter(({ scope }) => scopes.includes(scope)),
  };
}

/** `maybe`: a group, or something of unknown type, while the token does not name the caller's groups. */
export function belongsTo(
  { objectId, groupIds }: Caller,
  { principalId, principalType }: WantedAssignment,
): 'mine' | 'maybe' | 'no' {
  const id = principalId.toLowerCase();
  if (id === objectId.toLowerCase() || groupIds?.some((group) => group.toLowerCase() === id) === true) return 'mine';
  const mayBeGroup = principalType === undefined || principalType.toLowerCase() === 'group';
  return groupIds === undefined && mayBeGroup ? 'maybe' : 'no';
}

function administrators(
  { present, identityId }: WarningFacts,
  removed: readonly Assignment[],
  after: readonly WantedAssignment[],
): RoleWarning | undefined {
  const isOne = ({ roleId, scope, principalId }: WantedAssignment): boolean =>
    roleId.toLowerCase() === administratorRoleId &&
    parseScope(scope)?.kind === workspaceKind &&
    principalId.toLowerCase() !== identityId?.toLowerCase();
  if (!present.some(isOne) || after.some(isOne)) return undefined;
  return { what: 'lastAdministrator', removed: removed.filter(isOne) };
}

function identity({ identityId }: WarningFacts, removed: readonly Assignment[]): RoleWarning | undefined {
  if (identityId === undefined) return undefined;
  const lost = removed.filter(({ principalId }) => principalId.toLowerCase() === identityId.toLowerCase());
  if (lost.length === 0) return undefined;
  return { what: 'workspaceIdentity', principalId: identityId.toLowerCase(), removed: lost };
}
