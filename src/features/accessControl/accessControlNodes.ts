import * as vscode from 'vscode';
import { type RoleAssignmentDetails, RoleAssignments } from '../../api/synapse/roleAssignments.generated.ts';
import { RoleDefinitions, type SynapseRoleDefinition } from '../../api/synapse/roleDefinitions.generated.ts';
import { onePage } from '../../platform/tree/onePage.ts';
import type { NodePage, TreeNode } from '../../platform/tree/treeNode.ts';
import type { InWorkspace } from '../explorer/public.ts';
import { addressOf } from '../resources/public.ts';
import { AccessControlKind, RoleAssignmentKind, RoleKind } from './contributions.ts';
import { principalIcon, principalTypeWords } from './principals.ts';
import { scopeWords } from './scopes.ts';

/** "Access control" below a workspace: its Synapse roles, and below each the assignments. */
export function accessControlSection(place: InWorkspace): TreeNode<InWorkspace> {
  return {
    kind: AccessControlKind,
    key: 'accessControl',
    data: place,
    label: vscode.l10n.t('Access control'),
    icon: { id: 'shield' },
    accessibleLabel: vscode.l10n.t('Access control of workspace {0}', place.workspace.workspaceName),
    flags: ['refreshable'],
    emptyLabel: vscode.l10n.t('No Synapse roles'),
    children: onePage(async (signal) => {
      const roles = await place.connection.rest.call(RoleDefinitions.list, place.workspace, { signal });
      return roles.map((role) => roleNode(place, role)).filter((node) => node !== undefined);
    }),
  };
}

function roleNode(place: InWorkspace, role: SynapseRoleDefinition): TreeNode | undefined {
  const { id, name = id } = role;
  if (id === undefined || name === undefined) return undefined;
  return {
    kind: RoleKind,
    key: id,
    data: { ...place, roleId: id },
    label: name,
    icon: { id: 'organization' },
    tooltip: [name, visibleText(role.description ?? ''), id].filter((line) => line !== '').join('\n'),
    accessibleLabel: vscode.l10n.t('Synapse role {0}', name),
    flags: ['named', 'refreshable'],
    order: name,
    emptyLabel: vscode.l10n.t('Nobody has this role'),
    children: (signal) => assignmentsOf(place, id, signal),
  };
}

async function* assignmentsOf(place: InWorkspace, roleId: string, signal: AbortSignal): AsyncGenerator<NodePage> {
  const { connection, workspace } = place;
  const list = connection.rest.pages(RoleAssignments.list, { ...workspace, query: { roleId } }, { signal });
  for await (const page of list) {
    const nodes = page.items
      .map((assignment) => assignmentNode(place, assignment))
      .filter((node) => node !== undefined);
    yield { nodes, more: page.more };
  }
}

function assignmentNode(place: InWorkspace, assignment: RoleAssignmentDetails): TreeNode | undefined {
  const { id, principalId, principalType, scope } = assignment;
  if (id === undefined || principalId === undefined) return undefined;
  const type = principalTypeWords(principalType);
  const where = scopeWords(scope, place.workspace.workspaceName);
  return {
    kind: RoleAssignmentKind,
    key: id,
    data: { ...place, assignment },
    label: principalId,
    description: [type, where].join(' · '),
    icon: { id: principalIcon(principalType) },
    tooltip: [vscode.l10n.t('Object id {0}', principalId), type, vscode.l10n.t('Scope {0}', scope ?? where)].join('\n'),
    accessibleLabel: vscode.l10n.t('{0} with object id {1}, scope {2}', type, principalId, where),
    flags: ['named', 'resource'],
    resource: addressOf(place.workspace, `${place.workspace.id}/roleAssignments/${id}`),
  };
}

/** The service's descriptions hold no-break and zero-width spaces (recorded role definitions). */
function visibleText(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replace(/[\u200b-\u200d\ufeff]/gu, '')
    .trim();
}
