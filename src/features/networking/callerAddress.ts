import { AzureError } from '../../azure/azureError.ts';
import { RoleDefinitions } from '../../api/synapse/roleDefinitions.generated.ts';
import { type AddressRefusal, addressRefusal, isPrivateEndpointRefusal } from '../../platform/errors/addressRefusal.ts';
import type { InWorkspace } from '../explorer/public.ts';

/** What the workspace's firewall makes of this computer. */
export type Look = 'letIn' | 'unknown' | AddressRefusal;

/**
 * Asks the development endpoint for something small and reads how it is answered: only the service itself knows which
 * address it sees.
 *
 * @returns `unknown` where nothing can be said: no answer, or one that does not come from the workspace
 * @throws AzureError of a private endpoint; SignInNeededError; the reason of the signal
 */
export async function lookAtFirewall({ connection, workspace }: InWorkspace, signal: AbortSignal): Promise<Look> {
  if (workspace.endpoint === '') return 'unknown';
  try {
    await connection.rest.call(RoleDefinitions.listScopes, workspace, { signal });
    return 'letIn';
  } catch (error) {
    const refusal = addressRefusal(error);
    if (refusal) return refusal;
    if (!(error instanceof AzureError) || isPrivateEndpointRefusal(error)) throw error;
    return isWorkspacesAnswer(error) ? 'letIn' : 'unknown';
  }
}

/** A missing role is refused behind the firewall; a page of some proxy has no code. */
function isWorkspacesAnswer({ status = 0, code }: AzureError): boolean {
  return status >= 400 && status < 500 && status !== 429 && code !== undefined;
}
