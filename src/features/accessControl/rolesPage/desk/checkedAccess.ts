import type { Assignment } from '../../model/access.ts';
import { type AccessDecision, type AccessQuestion, checkAccess } from '../../roles/checkAccess.ts';
import type { CheckedView, DecisionView } from '../contract.ts';
import type { DeskPlace } from './deskParts.ts';
import type { RoleBook } from './roleBook.ts';

/** Asks what a principal may do, also through groups: as the directory knows them, or of the caller as the token does. */
export async function checkedAccess(
  { access, directory }: DeskPlace,
  { caller }: RoleBook,
  question: Omit<AccessQuestion, 'groupIds'>,
  { signal, by }: { readonly signal: AbortSignal; readonly by: (assignment: Assignment) => string },
): Promise<CheckedView> {
  const { principalId } = question;
  const isCaller = caller?.objectId.toLowerCase() === principalId.toLowerCase();
  const groupIds = (await directory.groupsOf(principalId, signal)) ?? (isCaller ? caller.groupIds : undefined);
  const decisions = await checkAccess(access.place, { ...question, ...(groupIds && { groupIds }) }, signal);
  // A group that gives access may have no row in the page, and so no name yet.
  const givers = decisions.flatMap(({ by: assignment }) => (assignment ? [assignment.principalId] : []));
  await directory.resolve([...new Set(givers)], signal);
  return {
    decisions: decisions.map(({ action, decision, by: assignment }) => ({
      action,
      allowed: allowed[decision],
      ...(assignment && { by: by(assignment) }),
    })),
    groupsKnown: groupIds !== undefined,
  };
}

const allowed = { allowed: 'yes', notAllowed: 'no', unknown: 'unknown' } as const satisfies Record<
  AccessDecision['decision'],
  DecisionView['allowed']
>;
