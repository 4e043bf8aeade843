import * as vscode from 'vscode';
import type { Connection } from '../../platform/connection.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';
import type { TenantPart } from './discovered.ts';
import type { Workspace, WorkspaceSection } from './public.ts';
import { resourceGroupNode } from './resourceGroupNode.ts';
import { subscriptionNode } from './subscriptionNode.ts';
import { workspaceRows } from './workspaceRows.ts';

/** What the root shows: subscriptions, resource groups, or the workspaces themselves. */
export const groupings = ['subscription', 'resourceGroup', 'none'] as const;
export type Grouping = (typeof groupings)[number];

/** What rows need besides what was read. */
export interface RowParts {
  readonly connection: Connection;
  readonly sections: readonly WorkspaceSection[];
  readonly isPinned: (workspace: Workspace) => boolean;
}

export function currentGrouping(): Grouping {
  const setting = vscode.workspace.getConfiguration('synapse').get<string>('groupBy');
  return groupings.find((one) => one === setting) ?? 'subscription';
}

/** The root's rows for what one tenant has answered, as the settings want them. */
export function rowsOf(parts: RowParts, { tenant, found }: TenantPart): TreeNode[] {
  switch (currentGrouping()) {
    case 'subscription': {
      const showsEmpty = vscode.workspace.getConfiguration('synapse').get<boolean>('showEmptySubscriptions', false);
      return found
        .filter(({ workspaces }) => showsEmpty || workspaces.length > 0)
        .map((one) => subscriptionNode(parts, one, tenant));
    }
    case 'resourceGroup':
      return found.flatMap(({ subscription, workspaces }) =>
        [...Map.groupBy(workspaces, ({ resourceGroupName }) => resourceGroupName.toLowerCase()).values()].map((own) =>
          resourceGroupNode(parts, { subscription, workspaces: own }, tenant),
        ),
      );
    case 'none':
      return found.flatMap(({ subscription, workspaces }) =>
        workspaceRows(parts, subscription.displayName, workspaces, 'alone'),
      );
  }
}
