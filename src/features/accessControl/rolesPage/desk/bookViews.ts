import type { Assignment, Role, WantedAssignment } from '../../model/access.ts';
import type { Principal } from '../../model/principal.ts';
import { nameText } from '../../people/nameText.ts';
import { actionsOf } from '../../roles/checkAccess.ts';
import { scopeKey } from '../../roles/scope.ts';
import type { AssignmentRow, InputOfRoles, ReadView, RoleView } from '../contract.ts';
import { roleName } from './deskPlan.ts';
import type { AssignmentWords, DeskWords } from './deskWords.ts';
import type { RoleBook } from './roleBook.ts';

export interface AssignmentViewOptions {
  readonly roles: readonly Role[];
  /** Whose page it is; absent for the workspace's. */
  readonly item: InputOfRoles['item'];
  readonly words: DeskWords;
}

/** An assignment as the page's list shows it. */
export function assignmentView(assignment: Assignment, { roles, item, words }: AssignmentViewOptions): AssignmentRow {
  const { id, principalId, principalType, roleId, scope } = assignment;
  return {
    id,
    principalId,
    ...(principalType !== undefined && { principalType }),
    roleId,
    scope,
    role: roleName({ roles }, roleId),
    where: words.where(scope),
    inherited: item !== undefined && scopeKey(scope) !== scopeKey(item.scope),
  };
}

/** The roles as the page offers them, by their names. */
export function roleViews({ roles }: Pick<RoleBook, 'roles'>): RoleView[] {
  return roles
    .map(({ id, name, description, scopeKinds }) => ({ id, name, description, scopeKinds: [...scopeKinds] }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** All that any role allows, by its words. */
export function actionViews({ roles }: Pick<RoleBook, 'roles'>, words: DeskWords): ReadView['actions'] {
  return actionsOf(roles)
    .map((id) => ({ id, words: words.action(id) }))
    .toSorted((a, b) => a.words.localeCompare(b.words));
}

export interface AssignmentWordsOptions {
  readonly book: Pick<RoleBook, 'roles'>;
  readonly known: (id: string) => Principal | undefined;
  readonly words: DeskWords;
}

/** Who has or gets which role where, in words. */
export function assignmentWords(
  { principalId, roleId, scope }: WantedAssignment,
  { book, known, words }: AssignmentWordsOptions,
): AssignmentWords {
  const name = known(principalId)?.displayName;
  return {
    who: name === undefined ? principalId : nameText(name),
    role: roleName(book, roleId),
    where: words.where(scope),
  };
}
