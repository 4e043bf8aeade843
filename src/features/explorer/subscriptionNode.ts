import * as vscode from 'vscode';
import type { TenantAccess } from '../../platform/tenants.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';
import { addressOf, flagsOfResource } from '../resources/public.ts';
import type { SubscriptionWithWorkspaces } from './discovery.ts';
import type { RowParts } from './grouping.ts';
import { SubscriptionKind } from './public.ts';
import { workspaceCount } from './workspaceCount.ts';
import { tenantLines, workspacesBelow } from './workspaceRows.ts';

/** A subscription; its workspaces came with it, so opening it costs no request. */
export function subscriptionNode(
  parts: RowParts,
  { subscription, workspaces }: SubscriptionWithWorkspaces,
  tenant: TenantAccess,
): TreeNode {
  const { connection } = parts;
  const { displayName, subscriptionId, accountId } = subscription;
  const count = workspaceCount(workspaces.length);
  return {
    kind: SubscriptionKind,
    // Two accounts may see the same subscription, each with its own rights.
    key: `${accountId ?? ''}/${subscriptionId.toLowerCase()}`,
    data: { connection, subscription },
    label: displayName,
    description: count,
    icon: { id: 'key' },
    tooltip: [displayName, subscriptionId, ...tenantLines(tenant)].join('\n'),
    accessibleLabel: vscode.l10n.t('Subscription {0}, {1}', displayName, count),
    flags: [...flagsOfResource(connection).filter((flag) => flag !== 'studio'), 'refreshable'],
    resource: addressOf(subscription, `/subscriptions/${subscriptionId}`),
    order: displayName,
    emptyLabel: vscode.l10n.t('No Synapse workspaces in this subscription'),
    children: workspacesBelow(parts, { subscription, workspaces }),
  };
}
