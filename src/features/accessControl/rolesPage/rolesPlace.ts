import * as vscode from 'vscode';
import { Workspaces } from '../../../api/synapse/workspaces.generated.ts';
import { workspaceAddressFromId } from '../../../api/synapse/workspaceAddress.ts';
import type { Connection } from '../../../platform/connection.ts';
import type { Connections } from '../../../platform/connections.ts';
import { errorWords } from '../../../platform/errors/errorWords.ts';
import { directoryOf } from '../people/directories.ts';
import { accessOf } from '../roles/accessOf.ts';
import { readItemLists } from '../roles/itemLists.ts';
import type { InputOfRoles } from './contract.ts';
import type { DeskPlace } from './desk/deskParts.ts';

/** Leads from a page's input to its workspace, over the connection in use; read once for each connection. */
export class RolesPlace {
  readonly #connections: Connections;
  readonly #input: InputOfRoles;
  #made: { readonly connection: Connection; readonly place: Promise<DeskPlace> } | undefined;

  constructor(connections: Connections, input: InputOfRoles) {
    this.#connections = connections;
    this.#input = input;
  }

  /** @throws Error in words for people while nothing is connected; what the REST service throws */
  readonly open = async (): Promise<DeskPlace> => {
    if (!this.#connections.current) await this.#connections.restore();
    const connection = this.#connections.current;
    if (!connection) throw new Error(vscode.l10n.t('Not connected to Azure.'));
    if (this.#made?.connection !== connection) {
      const place = readPlace(connection, this.#input);
      const made = { connection, place };
      this.#made = made;
      place.catch(() => {
        if (this.#made === made) this.#made = undefined;
      });
    }
    return await this.#made.place;
  };
}

/** The endpoint and the managed identity are Azure Resource Manager's to tell: both can change while a page is kept. */
async function readPlace(connection: Connection, input: InputOfRoles): Promise<DeskPlace> {
  const { workspace: id, tenantId, accountId } = input;
  const identity = { tenantId, ...(accountId !== undefined && { accountId }) };
  const address = workspaceAddressFromId(id, { tenantId, endpoint: '' });
  if (!address) throw new TypeError(`${JSON.stringify(id)} names no workspace.`);
  const {
    location,
    identity: own,
    properties = {},
  } = await connection.rest.call(Workspaces.get, { ...address, ...identity });
  const { connectivityEndpoints, workspaceRepositoryConfiguration, publicNetworkAccess } = properties;
  const workspace = {
    ...address,
    ...identity,
    id,
    endpoint: connectivityEndpoints?.['dev'] ?? '',
    location,
    repository: workspaceRepositoryConfiguration?.repositoryName || undefined,
    publicNetworkAccess: publicNetworkAccess !== 'Disabled',
    sqlEndpoint: connectivityEndpoints?.['sql'] ?? '',
    sqlOnDemandEndpoint: connectivityEndpoints?.['sqlOnDemand'] ?? '',
  };
  const place = { connection, workspace };
  const directory = directoryOf(connection, identity);
  return {
    access: accessOf(place),
    directory,
    askAgain: () => {
      directory.forgetFailure();
    },
    identityId: own?.principalId,
    where: [address.resourceGroupName, location].join(' · '),
    items: (signal) => readItemLists(place, signal, (error) => errorWords(error).summary),
  };
}
