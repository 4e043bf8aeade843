import type { Assignment } from '../../model/access.ts';
import { type AccessDecision, type AccessQuestion, checkAccess } from '../../roles/checkAccess.ts';
import type { DecisionView } from '../contract.ts';
import type { DeskPlace } from './deskParts.ts';
import type { RoleBook } from './roleBook.ts';

/** Asks what a principal may do; of the caller alone the groups are known, from the token. */
export async function checkedAccess(
  { access }: DeskPlace,
  { caller }: RoleBook,
  question: Omit<AccessQuestion, 'groupIds'>,
  { signal, by }: { readonly signal: AbortSignal; readonly by: (assignment: Assignment) => string },
): Promise<DecisionView[]> {
  const isCaller = caller?.objectId.toLowerCase() === question.principalId.toLowerCase();
  const groupIds = isCaller ? caller.groupIds : undefined;
  const decisions = await checkAccess(access.place, { ...question, ...(groupIds && { groupIds }) }, signal);
  return decisions.map(({ action, decision, by: assignment }) => ({
    action,
    allowed: allowed[decision],
    ...(assignment && { by: by(assignment) }),
  }));
}

const allowed = { allowed: 'yes', notAllowed: 'no', unknown: 'unknown' } as const satisfies Record<
  AccessDecision['decision'],
  DecisionView['allowed']
>;
