import { AccessChecks } from '../../../api/synapse/accessChecks.generated.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { Assignment, Role } from '../model/access.ts';
import { readAssignment } from './readRoles.ts';

export interface AccessQuestion {
  /** Object id. */
  readonly principalId: string;
  /** Object ids of the principal's groups; where they are not given, roles that come by a group may be missed. */
  readonly groupIds?: readonly string[];
  /** Data actions, as role definitions have them. */
  readonly actions: readonly string[];
  readonly scope: string;
}

/** Whether a principal may do something. */
export interface AccessDecision {
  readonly action: string;
  /** `unknown` where the service does not say. */
  readonly decision: 'allowed' | 'notAllowed' | 'unknown';
  /** What allows it. */
  readonly by?: Assignment;
}

/**
 * Asks the workspace what a principal may do at a scope, in one request (specification checkAccessSynapseRbac.json): a
 * decision for each action, in their order. @throws AzureError, SignInNeededError, or the reason of the aborted signal
 */
export async function checkAccess(
  { connection, workspace }: InWorkspace,
  { principalId, groupIds, actions, scope }: AccessQuestion,
  signal: AbortSignal,
): Promise<AccessDecision[]> {
  if (actions.length === 0) return [];
  const subject = { principalId, ...(groupIds && { groupIds }) };
  // All that Synapse roles grant are data actions (recorded role definitions).
  const body = { subject, actions: actions.map((id) => ({ id, isDataAction: true })), scope };
  const answer = await connection.rest.call(AccessChecks.checkPrincipalAccess, { ...workspace, body }, { signal });
  const decisions = new Map(answer.AccessDecisions?.map((decision) => [decision.actionId?.toLowerCase(), decision]));
  return actions.map((action): AccessDecision => {
    const found = decisions.get(action.toLowerCase());
    const decision = decisionOf(found?.accessDecision);
    const by = decision === 'allowed' && found?.roleAssignment ? readAssignment(found.roleAssignment) : undefined;
    return { action, decision, ...(by && { by }) };
  });
}

/** All data actions that roles have, each once, in the order in which they first come. */
export function actionsOf(roles: readonly Role[]): string[] {
  const actions = new Map(roles.flatMap((role) => role.dataActions.map((action) => [action.toLowerCase(), action])));
  return [...actions.values()];
}

function decisionOf(text: string | undefined): AccessDecision['decision'] {
  switch (text?.toLowerCase()) {
    case 'allowed':
      return 'allowed';
    case 'notallowed':
    case 'denied':
      return 'notAllowed';
    default:
      return 'unknown';
  }
}
