import { parseArmId } from '../../api/armId.ts';
import { type WorkspaceAddress, workspaceAddressFromId } from '../../api/synapse/workspaceAddress.ts';
import type { Cloud } from '../../azure/cloud.ts';
import type { Connection } from '../../platform/connection.ts';
import type { NodeKind } from '../../platform/contributions/declarations.ts';
import type { Identity } from '../../platform/tenants.ts';
import type { ResourceAddress } from '../../platform/tree/treeNode.ts';

/** Flags that say which of the commands on resources fit a node. */
export const resourceFlags = ['named', 'resource', 'portal', 'studio', 'refreshable'] as const;

/** Flags of an Azure resource; web pages only where its cloud has them. */
export function flagsOfResource({ cloud }: Connection): (typeof resourceFlags)[number][] {
  return [
    'named',
    'resource',
    ...(cloud.portal === undefined ? [] : (['portal'] as const)),
    ...(cloud.studio === undefined ? [] : (['studio'] as const)),
  ];
}

/** The address of a resource that was read with this identity: whatever is asked about it goes the same way. */
export function addressOf({ tenantId, accountId }: Identity, id: string): ResourceAddress {
  return { tenantId, ...(accountId !== undefined && { accountId }), id };
}

/** Reads everything that the service tells about a resource of one kind, for "Show properties as JSON". */
export interface PropertiesReader {
  readonly kind: NodeKind;
  readonly read: (connection: Connection, address: ResourceAddress, signal: AbortSignal) => Promise<unknown>;
}

/** An address taken apart for a reader of properties. */
export interface LocatedResource {
  readonly subscriptionId: string;
  /** Path parameters of the workspace; only Azure Resource Manager can be asked with them, for there is no endpoint. */
  readonly workspace: Omit<WorkspaceAddress, 'endpoint'> & Identity;
  /** The names of the resources in the id, from the workspace inwards. */
  readonly names: readonly string[];
}

/** @throws TypeError for an id that names nothing at or below a workspace. */
export function locate({ tenantId, accountId, id }: ResourceAddress): LocatedResource {
  const parsed = parseArmId(id);
  const address = workspaceAddressFromId(id, { tenantId, endpoint: '' });
  if (!parsed || !address) throw new TypeError(`${JSON.stringify(id)} names no resource of a workspace.`);
  const workspace = { ...address, ...(accountId !== undefined && { accountId }) };
  return { subscriptionId: parsed.subscriptionId, workspace, names: parsed.resources.map(({ name }) => name) };
}

/** The workspace's page in Synapse Studio, for the workspace itself and for everything below it. */
export function studioPage({ studio }: Cloud, { id }: ResourceAddress): string | undefined {
  const workspaceId =
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Synapse\/workspaces\/[^/]+/iu.exec(id);
  if (studio === undefined || !workspaceId) return undefined;
  return `${studio}/?workspace=${encodeURIComponent(workspaceId[0])}`;
}
