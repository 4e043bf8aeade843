import * as vscode from 'vscode';
import type { TenantAccess } from '../../platform/tenants.ts';
import { onePage } from '../../platform/tree/onePage.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';
import { addressOf, flagsOfResource } from '../resources/public.ts';
import { ResourceGroupKind } from './contributions.ts';
import { queryWorkspaces, type SubscriptionWithWorkspaces } from './discovery.ts';
import type { RowParts } from './grouping.ts';
import type { Workspace } from './public.ts';
import { workspaceCount } from './workspaceCount.ts';
import { workspaceNode } from './workspaceNode.ts';

/** A resource group with at least one workspace; they came with it, so opening it costs no request. */
export function resourceGroupNode(
  { connection, sections, isPinned }: RowParts,
  { subscription, workspaces }: SubscriptionWithWorkspaces,
  tenant: TenantAccess,
): TreeNode {
  const { displayName, subscriptionId, accountId } = subscription;
  const name = workspaces[0]?.resourceGroupName ?? '';
  const count = workspaceCount(workspaces.length);
  let found: readonly Workspace[] | undefined = workspaces;
  return {
    kind: ResourceGroupKind,
    key: `${accountId ?? ''}/${subscriptionId}/${name}`.toLowerCase(),
    data: { connection, subscription, resourceGroupName: name },
    label: name,
    description: [displayName, count].join(' · '),
    icon: { id: 'folder-library' },
    tooltip: [
      name,
      vscode.l10n.t('Subscription {0}', displayName),
      vscode.l10n.t('Tenant {0}', tenant.displayName),
      ...(tenant.accountLabel === undefined ? [] : [vscode.l10n.t('Account {0}', tenant.accountLabel)]),
    ].join('\n'),
    accessibleLabel: vscode.l10n.t('Resource group {0}, subscription {1}, {2}', name, displayName, count),
    flags: [...flagsOfResource(connection).filter((flag) => flag !== 'studio'), 'refreshable'],
    resource: addressOf(subscription, `/subscriptions/${subscriptionId}/resourceGroups/${name}`),
    order: `${name} ${displayName}`,
    emptyLabel: vscode.l10n.t('No Synapse workspaces in this resource group'),
    children: onePage(async (signal) => {
      const known = found ?? (await queryWorkspaces(connection, subscription, signal, [subscriptionId]));
      found = undefined;
      return known
        .filter(({ resourceGroupName }) => resourceGroupName.toLowerCase() === name.toLowerCase())
        .map((workspace) =>
          workspaceNode({
            place: { connection, workspace },
            subscriptionName: displayName,
            sections,
            pinned: isPinned(workspace),
            stands: 'inGroup',
          }),
        );
    }),
  };
}
