import { sameArmId } from '../../../api/armId.ts';
import type { Cloud } from '../../../azure/cloud.ts';
import type { Discovered, DiscoveredWorkspace } from '../discovered.ts';
import type { ExplorerFilter } from '../explorerFilter.ts';
import { tenantKey } from '../tenantKey.ts';
import type { Pin } from './pin.ts';

/**
 * What a reading says about a pin. `unknown`: it could not tell, because the tenant could not be read or is not shown;
 * the pin then goes on with what is remembered.
 */
export type PinVerdict =
  | { readonly is: 'there'; readonly found: DiscoveredWorkspace }
  | { readonly is: 'gone' }
  | { readonly is: 'foreign' }
  | { readonly is: 'unknown' };

/** To be asked when the reading has ended. */
export function verdictOn(
  pin: Pin,
  discovered: Discovered,
  filter: Pick<ExplorerFilter, 'showsSubscription'>,
): PinVerdict {
  const { workspace } = pin;
  const found = discovered.workspaces.find(
    (one) => sameArmId(one.workspace.id, workspace.id) && one.workspace.accountId === workspace.accountId,
  );
  if (found) return { is: 'there', found };
  const { tenants = [] } = discovered;
  const key = tenantKey(workspace);
  if (!tenants.some((tenant) => tenantKey(tenant) === key)) {
    // An account whose tenants could not be listed may well have this one.
    return tenants.some(({ error }) => error !== undefined) ? { is: 'unknown' } : { is: 'foreign' };
  }
  const part = discovered.partOf(workspace);
  if (!part || part.error !== undefined) return { is: 'unknown' };
  return wasAsked(filter, discovered.connection.cloud, pin) ? { is: 'gone' } : { is: 'unknown' };
}

function wasAsked(
  filter: Pick<ExplorerFilter, 'showsSubscription'>,
  cloud: Cloud,
  { workspace, subscriptionName }: Pin,
): boolean {
  const { tenantId, subscriptionId } = workspace;
  return filter.showsSubscription(cloud, { tenantId, subscriptionId, displayName: subscriptionName });
}
