import * as vscode from 'vscode';
import { asCompleted } from '../../platform/asCompleted.ts';
import type { Connection } from '../../platform/connection.ts';
import { isCancellation } from '../../platform/errors/cancellation.ts';
import { errorWords } from '../../platform/errors/errorWords.ts';
import { onePage } from '../../platform/tree/onePage.ts';
import type { NodePage, TreeNode } from '../../platform/tree/treeNode.ts';
import { flagsOfResource } from '../resources/public.ts';
import { TenantKind } from './contributions.ts';
import { listTenants, queryWorkspaces, readTenant, type SubscriptionWithWorkspaces, type Tenant } from './discovery.ts';
import { SubscriptionKind, type Workspace, type WorkspaceSection } from './public.ts';
import { workspaceNode } from './workspaceNode.ts';

/** The subscriptions of all tenants, each tenant's as soon as it has answered: one page a tenant. */
export async function* subscriptionPages(
  connection: Connection,
  sections: readonly WorkspaceSection[],
  signal: AbortSignal,
): AsyncGenerator<NodePage> {
  const tenants = await listTenants(connection, signal);
  let left = tenants.length;
  for await (const nodes of asCompleted(
    tenants.map((tenant) => tenantOrItsError(connection, tenant, sections, signal)),
  )) {
    left -= 1;
    yield { nodes, more: left > 0 };
  }
}

/** One tenant's subscriptions; a node that says why where it could not be read, so that no tenant hides the others. */
async function tenantOrItsError(
  connection: Connection,
  tenant: Tenant,
  sections: readonly WorkspaceSection[],
  signal: AbortSignal,
): Promise<TreeNode[]> {
  const read = async (): Promise<TreeNode[]> =>
    (await readTenant(connection, tenant.tenantId, signal)).map((found) =>
      subscriptionNode(connection, found, tenant, sections),
    );
  try {
    return await read();
  } catch (error) {
    if (isCancellation(error)) return [];
    return [tenantNode(tenant, error, read)];
  }
}

function tenantNode(tenant: Tenant, error: unknown, read: () => Promise<TreeNode[]>): TreeNode {
  const { summary } = errorWords(error);
  let first: Error | undefined = error instanceof Error ? error : new Error(String(error));
  return {
    kind: TenantKind,
    key: `tenant ${tenant.tenantId}`,
    data: { tenantId: tenant.tenantId },
    label: tenant.displayName,
    description: vscode.l10n.t('could not be read'),
    icon: { id: 'organization', color: 'charts.yellow' },
    tooltip: `${tenant.displayName}\n${tenant.tenantId}\n${summary}`,
    accessibleLabel: vscode.l10n.t('Tenant {0}, could not be read: {1}', tenant.displayName, summary),
    flags: ['named', 'refreshable'],
    // After all subscriptions: no letter sorts behind this character.
    order: `\uffff${tenant.displayName}`,
    expanded: true,
    emptyLabel: vscode.l10n.t('No subscriptions'),
    children: onePage(async () => {
      // The reason is known already and shows as it would have; Retry asks again.
      if (first === undefined) return await read();
      const known = first;
      first = undefined;
      throw known;
    }),
  };
}

function subscriptionNode(
  connection: Connection,
  { subscription, workspaces }: SubscriptionWithWorkspaces,
  tenant: Tenant,
  sections: readonly WorkspaceSection[],
): TreeNode {
  const { displayName, subscriptionId, tenantId } = subscription;
  const count = workspaceCount(workspaces.length);
  let found: readonly Workspace[] | undefined = workspaces;
  return {
    kind: SubscriptionKind,
    key: subscriptionId.toLowerCase(),
    data: { connection, subscription },
    label: displayName,
    description: count,
    icon: { id: 'key' },
    tooltip: [displayName, subscriptionId, vscode.l10n.t('Tenant {0}', tenant.displayName)].join('\n'),
    accessibleLabel: vscode.l10n.t('Subscription {0}, {1}', displayName, count),
    flags: [...flagsOfResource(connection).filter((flag) => flag !== 'studio'), 'refreshable'],
    resource: { tenantId, id: `/subscriptions/${subscriptionId}` },
    order: displayName,
    emptyLabel: vscode.l10n.t('No Synapse workspaces in this subscription'),
    children: onePage(async (signal) => {
      // What came with the subscription is used once; a refresh asks again.
      const known = found ?? (await queryWorkspaces(connection, tenantId, signal, [subscriptionId]));
      found = undefined;
      return known.map((workspace) => workspaceNode({ connection, workspace }, subscription, sections));
    }),
  };
}

function workspaceCount(count: number): string {
  if (count === 0) return vscode.l10n.t('no workspaces');
  return count === 1 ? vscode.l10n.t('1 workspace') : vscode.l10n.t('{0} workspaces', count);
}
