import { AccessChecks } from '../../../api/synapse/accessChecks.generated.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { scriptActions } from './scriptRoles.ts';
import type { MayWrite } from './scriptStore.ts';

const { write: writeAction } = scriptActions;

/**
 * Asks the workspace whether the caller may publish scripts (specification checkAccessSynapseRbac.json). Roles may come
 * by a group, so a refusal counts only where the token names the caller's groups or the caller has none to name.
 *
 * @throws what the REST service throws; callers take that for `unknown`
 */
export async function mayWriteScripts({ connection, workspace }: InWorkspace, signal: AbortSignal): Promise<MayWrite> {
  const caller = await connection.rest.caller('workspace', workspace, signal);
  if (!caller) return 'unknown';
  const { AccessDecisions: decisions } = await connection.rest.call(
    AccessChecks.checkPrincipalAccess,
    {
      ...workspace,
      body: {
        subject: { principalId: caller.objectId, ...(caller.groupIds && { groupIds: caller.groupIds }) },
        actions: [{ id: writeAction, isDataAction: true }],
        scope: `workspaces/${workspace.workspaceName}`,
      },
    },
    { signal },
  );
  const decision = decisions?.find(({ actionId }) => actionId?.toLowerCase() === writeAction.toLowerCase());
  switch (decision?.accessDecision?.toLowerCase()) {
    case 'allowed':
      return 'yes';
    case 'notallowed':
    case 'denied':
      return 'no';
    default:
      return 'unknown';
  }
}
