import { Subscriptions } from '../../api/arm/subscriptions.generated.ts';
import { ResourceGraph } from '../../api/resourceGraph/resourceGraph.generated.ts';
import type { Connection } from '../../platform/connection.ts';
import type { Identity, TenantAccess } from '../../platform/tenants.ts';
import type { Subscription, Workspace } from './public.ts';
import { workspaceFromRow, workspacesQuery } from './workspaceQuery.ts';

export interface SubscriptionWithWorkspaces {
  readonly subscription: Subscription;
  readonly workspaces: readonly Workspace[];
}

/**
 * The subscriptions of one tenant with their workspaces. Workspaces come from Azure Resource Graph, one query for the
 * whole tenant, at the same time as the subscriptions: two requests, however many subscriptions there are. With a
 * choice of subscriptions it is one request, for those alone.
 */
export async function readTenant(
  connection: Connection,
  tenant: TenantAccess,
  chosen: readonly Pick<Subscription, 'subscriptionId' | 'displayName'>[] | undefined,
  signal: AbortSignal,
): Promise<SubscriptionWithWorkspaces[]> {
  const identity = identityOf(tenant);
  const [subscriptions, workspaces] = await Promise.all([
    chosen?.map((subscription) => ({ ...subscription, ...identity })) ?? listSubscriptions(connection, tenant, signal),
    queryWorkspaces(
      connection,
      tenant,
      signal,
      chosen?.map(({ subscriptionId }) => subscriptionId),
    ),
  ]);
  const bySubscription = Map.groupBy(workspaces, ({ subscriptionId }) => subscriptionId.toLowerCase());
  const listed = subscriptions.map((subscription) => {
    const key = subscription.subscriptionId.toLowerCase();
    const own = bySubscription.get(key) ?? [];
    bySubscription.delete(key);
    return { subscription, workspaces: own };
  });
  // Resource Graph may see more than the list does: such workspaces are not to be lost.
  for (const [subscriptionId, own] of bySubscription) {
    listed.push({ subscription: { ...identity, subscriptionId, displayName: subscriptionId }, workspaces: own });
  }
  return listed;
}

/** The workspaces of a tenant, or of some of its subscriptions. */
export async function queryWorkspaces(
  { rest }: Connection,
  tenant: Identity,
  signal: AbortSignal,
  subscriptions?: readonly string[],
): Promise<Workspace[]> {
  const workspaces: Workspace[] = [];
  const identity = identityOf(tenant);
  const body = {
    query: workspacesQuery,
    options: { resultFormat: 'objectArray' as const, $top: 1000 },
    ...(subscriptions && { subscriptions: [...subscriptions] }),
  };
  for await (const page of rest.pages(ResourceGraph.resources, { ...identity, body }, { signal })) {
    for (const row of page.items) {
      const workspace = workspaceFromRow(row, identity);
      if (workspace) workspaces.push(workspace);
    }
  }
  return workspaces;
}

export async function listSubscriptions(
  { rest }: Connection,
  tenant: Identity,
  signal: AbortSignal,
): Promise<Subscription[]> {
  const subscriptions: Subscription[] = [];
  const identity = identityOf(tenant);
  for await (const page of rest.pages(Subscriptions.list, identity, { signal })) {
    for (const { subscriptionId, displayName } of page.items) {
      if (subscriptionId === undefined) continue;
      subscriptions.push({ ...identity, subscriptionId, displayName: displayName ?? subscriptionId });
    }
  }
  return subscriptions;
}

function identityOf({ tenantId, accountId }: Identity): Identity {
  return { tenantId, ...(accountId !== undefined && { accountId }) };
}
