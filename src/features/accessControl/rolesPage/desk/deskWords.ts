import type { RowProblem } from '../../roles/files/importFile.ts';
import type { RoleRow, RoleRefusal } from '../../roles/plan/rolePlan.ts';
import type { RoleWarning } from '../../roles/plan/roleWarnings.ts';

/** An assignment in words, without the names that arrive later. */
export interface AssignmentWords {
  readonly who: string;
  readonly role: string;
  readonly where: string;
}

/** All that is said; made with VS Code's translations, and given from outside so that the desk needs no VS Code. */
export interface DeskWords {
  readonly where: (scope: string) => string;
  readonly refusal: (refusal: RoleRefusal) => string;
  readonly warning: (warning: RoleWarning) => string;
  /** Of a change in the account of all changes. */
  readonly title: (action: RoleRow['action'], words: AssignmentWords) => string;
  readonly ended: (counts: { readonly done: number; readonly failed: number; readonly notSent: number }) => string;
  readonly isSoAlready: () => string;
  readonly isGone: () => string;
  readonly changedSince: () => string;
  readonly newWarnings: () => string;
  readonly mustAcknowledge: () => string;
  readonly meanwhile: (what: 'added' | 'removed', words: AssignmentWords) => string;
  readonly andMore: (count: number) => string;
  readonly byAppId: (name: string, objectId: string) => string;
  readonly notFound: () => string;
  readonly unreadable: () => string;
  readonly several: () => string;
  /** Nobody could be asked; `usable` for a GUID, which may be an object id. */
  readonly unasked: (usable: boolean) => string;
  /** Of an id that nobody has. */
  readonly unknownId: () => string;
  /** Nobody could be searched for; `some` where somebody was found all the same. */
  readonly unsearched: (some: boolean) => string;
  readonly importProblem: (problem: RowProblem) => string;
  /** Why nothing is removed although that was wanted. */
  readonly nothingRemoved: () => string;
  /** What an action lets people do. */
  readonly action: (id: string) => string;
  readonly by: (words: AssignmentWords) => string;
  readonly cancelled: () => string;
}
