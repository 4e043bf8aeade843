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
