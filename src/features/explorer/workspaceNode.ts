import * as vscode from 'vscode';
import { onePage } from '../../platform/tree/onePage.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';
import { addressOf, flagsOfResource } from '../resources/public.ts';
import { type InWorkspace, type Subscription, WorkspaceKind, type WorkspaceSection } from './public.ts';

/** A workspace; below it one group per section, which costs no request. */
export function workspaceNode(
  place: InWorkspace,
  subscription: Subscription,
  sections: readonly WorkspaceSection[],
): TreeNode<InWorkspace> {
  const { workspace } = place;
  const marks = [
    workspace.location,
    ...(workspace.repository === undefined ? [] : [vscode.l10n.t('Git')]),
    ...(workspace.publicNetworkAccess ? [] : [vscode.l10n.t('private')]),
  ];
  return {
    kind: WorkspaceKind,
    key: workspace.id.toLowerCase(),
    data: place,
    label: workspace.workspaceName,
    description: marks.join(' · '),
    icon: { id: 'layers', color: 'charts.blue' },
    tooltip: [
      workspace.workspaceName,
      vscode.l10n.t('Subscription {0}', subscription.displayName),
      vscode.l10n.t('Resource group {0}', workspace.resourceGroupName),
      vscode.l10n.t('Region {0}', workspace.location),
      ...(workspace.repository === undefined
        ? []
        : [vscode.l10n.t('Git repository {0}: what is published may differ from the branch', workspace.repository)]),
      ...(workspace.publicNetworkAccess ? [] : [vscode.l10n.t('Public network access is off')]),
    ].join('\n'),
    accessibleLabel: vscode.l10n.t('Workspace {0}, {1}', workspace.workspaceName, marks.join(', ')),
    flags: [...flagsOfResource(place.connection), 'refreshable'],
    resource: addressOf(workspace, workspace.id),
    order: workspace.workspaceName,
    children: onePage(() => sections.map((section) => section(place))),
  };
}
