import { parseArmId } from '../api/armId.ts';
import { type WorkspaceAddress, workspaceAddressFromId } from '../api/synapse/workspaceAddress.ts';
import type { Identity } from './tenants.ts';
import type { ResourceAddress } from './tree/treeNode.ts';

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
