import * as vscode from 'vscode';
import type { TenantAccess } from '../../platform/tenants.ts';
import { onePage } from '../../platform/tree/onePage.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';
import { addressOf, flagsOfResource } from '../resources/public.ts';
import { queryWorkspaces, type SubscriptionWithWorkspaces } from './discovery.ts';
import type { RowParts } from './grouping.ts';
import { SubscriptionKind, type Workspace } from './public.ts';
import { workspaceCount } from './workspaceCount.ts';
import { workspaceNode } from './workspaceNode.ts';

/** A subscription; its workspaces came with it, so opening it costs no request. */
export function subscriptionNode(
  { connection, sections, isPinned }: RowParts,
  { subscription, workspaces }: SubscriptionWithWorkspaces,
  tenant: TenantAccess,
): TreeNode {
  const { displayName, subscriptionId, accountId } = subscription;
  const count = workspaceCount(workspaces.length);
  let found: readonly Workspace[] | undefined = workspaces;
  return {
    kind: SubscriptionKind,
    // Two accounts may see the same subscription, each with its own rights.
    key: `${accountId ?? ''}/${subscriptionId.toLowerCase()}`,
    data: { connection, subscription },
    label: displayName,
    description: count,
    icon: { id: 'key' },
    tooltip: [
      displayName,
      subscriptionId,
      vscode.l10n.t('Tenant {0}', tenant.displayName),
      ...(tenant.accountLabel === undefined ? [] : [vscode.l10n.t('Account {0}', tenant.accountLabel)]),
    ].join('\n'),
    accessibleLabel: vscode.l10n.t('Subscription {0}, {1}', displayName, count),
    flags: [...flagsOfResource(connection).filter((flag) => flag !== 'studio'), 'refreshable'],
    resource: addressOf(subscription, `/subscriptions/${subscriptionId}`),
    order: displayName,
    emptyLabel: vscode.l10n.t('No Synapse workspaces in this subscription'),
    children: onePage(async (signal) => {
      // What came with the subscription is used once; a refresh asks again.
      const known = found ?? (await queryWorkspaces(connection, subscription, signal, [subscriptionId]));
      found = undefined;
      return known.map((workspace) =>
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
