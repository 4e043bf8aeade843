import type { Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import { synapseManagementVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { objectBody, stringMember } from '../requestBody.ts';
import { availableOperations } from './availableOperations.ts';
import { workspaceNameRefusal } from './validation.ts';

/** What the provider Microsoft.Synapse answers itself: specification `checkNameAvailability.json` and `operations.json`. */
export function providerRoutes({ store }: Context): Route[] {
  const common = { service: 'resourceManager', apiVersions: synapseManagementVersions } as const;

  /** Workspace names are host names: taken by anybody, they are taken for all. Words as recorded. */
  function checkName({ request }: Call): Reply {
    const body = objectBody(request);
    const name = stringMember(body, 'name') ?? '';
    const isWorkspace = stringMember(body, 'type')?.toLowerCase() === 'microsoft.synapse/workspaces';
    const refusal = workspaceNameRefusal(name);
    if (isWorkspace && store.workspace(name) !== undefined) {
      return unavailable(name, 'AlreadyExists', `Workspace name ${name} is not available`);
    }
    if (isWorkspace && refusal !== undefined) return unavailable(name, 'Invalid', refusal);
    return { status: 200, body: { available: true, message: null, reason: null, name } };
  }

  return [
    route({
      ...common,
      operationId: 'Operations_CheckNameAvailability',
      method: 'POST',
      path: '/subscriptions/{subscriptionId}/providers/Microsoft.Synapse/checkNameAvailability',
      handle: checkName,
    }),
    route({
      ...common,
      // The one operation without a version; Azure's own client sends none.
      apiVersions: [],
      operationId: 'Operations_List',
      method: 'GET',
      path: '/providers/Microsoft.Synapse/operations',
      handle: () => ({ status: 200, body: availableOperations() }),
    }),
  ];
}

function unavailable(name: string, reason: string, message: string): Reply {
  return { status: 200, body: { available: false, message, reason, name } };
}
