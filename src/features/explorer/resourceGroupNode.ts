import * as vscode from 'vscode';
import type { TenantAccess } from '../../platform/tenants.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';
import { addressOf, flagsOfResource } from '../resources/public.ts';
import { ResourceGroupKind } from './contributions.ts';
import type { SubscriptionWithWorkspaces } from './discovery.ts';
import type { RowParts } from './grouping.ts';
import { workspaceCount } from './workspaceCount.ts';
import { tenantLines, workspacesBelow } from './workspaceRows.ts';

/** A resource group with at least one workspace; they came with it, so opening it costs no request. */
export function resourceGroupNode(
  parts: RowParts,
  { subscription, workspaces }: SubscriptionWithWorkspaces,
  tenant: TenantAccess,
): TreeNode {
  const { connection } = parts;
  const { displayName, subscriptionId, accountId } = subscription;
  const name = workspaces[0]?.resourceGroupName ?? '';
  const count = workspaceCount(workspaces.length);
  return {
    kind: ResourceGroupKind,
    key: `${accountId ?? ''}/${subscriptionId}/${name}`.toLowerCase(),
    data: { connection, subscription, resourceGroupName: name },
    label: name,
    description: [displayName, count].join(' · '),
    icon: { id: 'folder-library' },
    tooltip: [name, vscode.l10n.t('Subscription {0}', displayName), ...tenantLines(tenant)].join('\n'),
    accessibleLabel: vscode.l10n.t('Resource group {0}, subscription {1}, {2}', name, displayName, count),
    flags: [...flagsOfResource(connection).filter((flag) => flag !== 'studio'), 'refreshable'],
    resource: addressOf(subscription, `/subscriptions/${subscriptionId}/resourceGroups/${name}`),
    order: `${name} ${displayName}`,
    emptyLabel: vscode.l10n.t('No Synapse workspaces in this resource group'),
    children: workspacesBelow(
      parts,
      { subscription, workspaces },
      ({ resourceGroupName }) => resourceGroupName.toLowerCase() === name.toLowerCase(),
    ),
  };
}
