import * as vscode from 'vscode';
import type { TenantAccess } from '../../platform/tenants.ts';
import { onePage } from '../../platform/tree/onePage.ts';
import type { ReadChildren, TreeNode } from '../../platform/tree/treeNode.ts';
import { queryWorkspaces, type SubscriptionWithWorkspaces } from './discovery.ts';
import type { RowParts } from './grouping.ts';
import type { Workspace } from './public.ts';
import { workspaceNode } from './workspaceNode.ts';

/** The rows of a subscription's workspaces, below a group or on their own. */
export function workspaceRows(
  { connection, sections, isPinned }: RowParts,
  subscriptionName: string,
  workspaces: readonly Workspace[],
  stands: 'inGroup' | 'alone',
): TreeNode[] {
  return workspaces.map((workspace) =>
    workspaceNode({
      place: { connection, workspace },
      subscriptionName,
      sections,
      pinned: isPinned(workspace),
      stands,
    }),
  );
}

/**
 * The workspaces below a group: what came with it is used once, a refresh asks again.
 * @param belongs Which of the subscription's workspaces are the group's.
 */
export function workspacesBelow(
  parts: RowParts,
  { subscription, workspaces }: SubscriptionWithWorkspaces,
  belongs: (workspace: Workspace) => boolean = () => true,
): ReadChildren {
  let found: readonly Workspace[] | undefined = workspaces;
  return onePage(async (signal) => {
    const known =
      found ?? (await queryWorkspaces(parts.connection, subscription, signal, [subscription.subscriptionId]));
    found = undefined;
    return workspaceRows(parts, subscription.displayName, known.filter(belongs), 'inGroup');
  });
}

/** Whose a group is: its tenant, and the account where there are several. */
export function tenantLines({ displayName, accountLabel }: TenantAccess): string[] {
  return [
    vscode.l10n.t('Tenant {0}', displayName),
    ...(accountLabel === undefined ? [] : [vscode.l10n.t('Account {0}', accountLabel)]),
  ];
}
