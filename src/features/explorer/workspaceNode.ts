import * as vscode from 'vscode';
import { onePage } from '../../platform/tree/onePage.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';
import { addressOf, flagsOfResource } from '../resources/public.ts';
import { type InWorkspace, WorkspaceKind, type WorkspaceSection } from './public.ts';

export interface WorkspaceRow {
  readonly place: InWorkspace;
  readonly subscriptionName: string;
  readonly sections: readonly WorkspaceSection[];
  readonly pinned: boolean;
  /** `alone`: no row above it names its subscription and its resource group, so that it names them itself. */
  readonly stands: 'inGroup' | 'alone';
}

/** A workspace; below it one group per section, which costs no request. */
export function workspaceNode({
  place,
  subscriptionName,
  sections,
  pinned,
  stands,
}: WorkspaceRow): TreeNode<InWorkspace> {
  const { workspace } = place;
  const marks = [
    workspace.location,
    ...(workspace.repository === undefined ? [] : [vscode.l10n.t('Git')]),
    ...(workspace.publicNetworkAccess ? [] : [vscode.l10n.t('private')]),
  ];
  const where = [subscriptionName, workspace.resourceGroupName];
  return {
    kind: WorkspaceKind,
    // Two accounts may see the same workspace; in a group, the group's key tells them apart.
    key: stands === 'alone' ? `${workspace.accountId ?? ''}${workspace.id.toLowerCase()}` : workspace.id.toLowerCase(),
    data: place,
    label: workspace.workspaceName,
    description: (stands === 'alone' ? where : marks).join(' · '),
    icon: { id: 'layers', color: 'charts.blue' },
    tooltip: [
      workspace.workspaceName,
      vscode.l10n.t('Subscription {0}', subscriptionName),
      vscode.l10n.t('Resource group {0}', workspace.resourceGroupName),
      vscode.l10n.t('Region {0}', workspace.location),
      ...(workspace.repository === undefined
        ? []
        : [vscode.l10n.t('Git repository {0}: what is published may differ from the branch', workspace.repository)]),
      ...(workspace.publicNetworkAccess ? [] : [vscode.l10n.t('Public network access is off')]),
    ].join('\n'),
    accessibleLabel: vscode.l10n.t(
      'Workspace {0}, {1}',
      workspace.workspaceName,
      (stands === 'alone' ? [...where, ...marks] : marks).join(', '),
    ),
    flags: [...flagsOfResource(place.connection), 'refreshable', ...(pinned ? ['pinned'] : [])],
    resource: addressOf(workspace, workspace.id),
    order: workspace.workspaceName,
    children: onePage(() => sections.map((section) => section(place))),
  };
}
