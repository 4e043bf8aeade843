import { Workspaces } from '../../../api/synapse/workspaces.generated.ts';
import { workspaceAddressFromId } from '../../../api/synapse/workspaceAddress.ts';
import type { Connection } from '../../../platform/connection.ts';
import type { Identity } from '../../../platform/tenants.ts';
import type { InWorkspace } from '../../explorer/public.ts';

type WorkspaceName = Identity & { readonly workspaceId: string };

/** Held by the connection that they were read over. */
const byConnection = new WeakMap<Connection, Map<string, Promise<InWorkspace>>>();

/**
 * The workspace that an id names, with its endpoint and its repository as Azure Resource Manager tells them: a URI holds
 * neither, since both can change.
 *
 * @throws as `RestService.call`; TypeError for an id of something else
 */
export async function placeOf(connection: Connection, name: WorkspaceName): Promise<InWorkspace> {
  const places = byConnection.get(connection) ?? new Map<string, Promise<InWorkspace>>();
  byConnection.set(connection, places);
  const key = JSON.stringify([name.workspaceId.toLowerCase(), name.tenantId, name.accountId]);
  let place = places.get(key);
  if (!place) {
    place = readPlace(connection, name);
    places.set(key, place);
    place.catch(() => places.delete(key));
  }
  return await place;
}

async function readPlace(connection: Connection, name: WorkspaceName): Promise<InWorkspace> {
  const { workspaceId: id, tenantId, accountId } = name;
  const identity = { tenantId, ...(accountId !== undefined && { accountId }) };
  const address = workspaceAddressFromId(id, { tenantId, endpoint: '' });
  if (!address) throw new TypeError(`${JSON.stringify(id)} names no workspace.`);
  const { location, properties = {} } = await connection.rest.call(Workspaces.get, { ...address, ...identity });
  const { connectivityEndpoints, workspaceRepositoryConfiguration, publicNetworkAccess } = properties;
  const repository = workspaceRepositoryConfiguration?.repositoryName;
  return {
    connection,
    workspace: {
      ...address,
      ...identity,
      id,
      endpoint: connectivityEndpoints?.['dev'] ?? '',
      location,
      repository: repository === undefined || repository === '' ? undefined : repository,
      publicNetworkAccess: publicNetworkAccess !== 'Disabled',
      sqlEndpoint: connectivityEndpoints?.['sql'] ?? '',
      sqlOnDemandEndpoint: connectivityEndpoints?.['sqlOnDemand'] ?? '',
    },
  };
}
