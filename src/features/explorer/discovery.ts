import { Subscriptions } from '../../api/arm/subscriptions.generated.ts';
import { Tenants } from '../../api/arm/tenants.generated.ts';
import { ResourceGraph } from '../../api/resourceGraph/resourceGraph.generated.ts';
import type { Connection } from '../../platform/connection.ts';
import type { Subscription, Workspace } from './public.ts';
import { workspaceFromRow, workspacesQuery } from './workspaceQuery.ts';

export interface Tenant {
  readonly tenantId: string;
  readonly displayName: string;
}

export interface SubscriptionWithWorkspaces {
  readonly subscription: Subscription;
  readonly workspaces: readonly Workspace[];
}

/** The tenants of the account; the home tenant alone when it may not list them. */
export async function listTenants({ rest, homeTenantId }: Connection, signal: AbortSignal): Promise<Tenant[]> {
  const tenants: Tenant[] = [];
  for await (const page of rest.pages(Tenants.list, { tenantId: homeTenantId }, { signal })) {
    for (const { tenantId, displayName, defaultDomain } of page.items) {
      if (tenantId !== undefined) tenants.push({ tenantId, displayName: displayName ?? defaultDomain ?? tenantId });
    }
  }
  return tenants.length > 0 ? tenants : [{ tenantId: homeTenantId, displayName: homeTenantId }];
}

/**
 * The subscriptions of one tenant with their workspaces. Workspaces come from Azure Resource Graph, one query for the
 * whole tenant, at the same time as the subscriptions: two requests, however many subscriptions there are.
 */
export async function readTenant(
  connection: Connection,
  tenantId: string,
  signal: AbortSignal,
): Promise<SubscriptionWithWorkspaces[]> {
  const [subscriptions, workspaces] = await Promise.all([
    listSubscriptions(connection, tenantId, signal),
    queryWorkspaces(connection, tenantId, signal),
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
    listed.push({ subscription: { tenantId, subscriptionId, displayName: subscriptionId }, workspaces: own });
  }
  return listed;
}

/** The workspaces of a tenant, or of some of its subscriptions. */
export async function queryWorkspaces(
  { rest }: Connection,
  tenantId: string,
  signal: AbortSignal,
  subscriptions?: readonly string[],
): Promise<Workspace[]> {
  const workspaces: Workspace[] = [];
  const body = {
    query: workspacesQuery,
    options: { resultFormat: 'objectArray' as const, $top: 1000 },
    ...(subscriptions && { subscriptions: [...subscriptions] }),
  };
  for await (const page of rest.pages(ResourceGraph.resources, { tenantId, body }, { signal })) {
    for (const row of page.items) {
      const workspace = workspaceFromRow(row, tenantId);
      if (workspace) workspaces.push(workspace);
    }
  }
  return workspaces;
}

async function listSubscriptions({ rest }: Connection, tenantId: string, signal: AbortSignal): Promise<Subscription[]> {
  const subscriptions: Subscription[] = [];
  for await (const page of rest.pages(Subscriptions.list, { tenantId }, { signal })) {
    for (const { subscriptionId, displayName } of page.items) {
      if (subscriptionId === undefined) continue;
      subscriptions.push({ tenantId, subscriptionId, displayName: displayName ?? subscriptionId });
    }
  }
  return subscriptions;
}
