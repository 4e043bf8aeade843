import * as vscode from 'vscode';
import { AzureRoleAssignments, type RoleAssignment } from '../../../api/arm/azureRoleAssignments.generated.ts';
import { AzureRoleDefinitions } from '../../../api/arm/azureRoleDefinitions.generated.ts';
import { HintKind } from '../../../platform/tree/mechanismKinds.ts';
import type { NodePage, TreeNode } from '../../../platform/tree/treeNode.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { addressOf } from '../../resources/public.ts';
import { AzureRoleAssignmentKind, AzureRolesKind, type InPrincipal } from '../contributions.ts';
import type { Resolved } from '../model/principal.ts';
import { azureScopeWords } from './azureScopeWords.ts';
import { namesSoon } from './names.ts';
import { azureRolesDifference } from './words.ts';
import { whoFlags, whoIcon, whoIs, whoLabel, whoLines, whoSpoken, whoType } from './who.ts';

/** Who has Azure's own roles on the workspace, its own and inherited ones: only to look at, since the two are confused. */
export function azureRolesNode(place: InWorkspace): TreeNode<InWorkspace> {
  const label = vscode.l10n.t('Azure roles');
  return {
    kind: AzureRolesKind,
    key: 'azureRoles',
    data: place,
    label,
    description: vscode.l10n.t('on the workspace as a resource'),
    icon: { id: 'azure' },
    tooltip: [label, azureRolesDifference()].join('\n'),
    accessibleLabel: vscode.l10n.t('Azure roles on workspace {0}, read-only', place.workspace.workspaceName),
    flags: ['refreshable'],
    // Behind all Synapse roles.
    order: '\uffff',
    reading: 'all',
    children: (signal) => azureRoles(place, signal),
  };
}

/** An assignment that says all that is needed. */
interface AzureAssignment {
  readonly id: string;
  readonly principalId: string;
  readonly principalType?: string;
  /** Resource id of the definition. */
  readonly roleId: string;
  readonly scope: string;
}

async function* azureRoles(place: InWorkspace, signal: AbortSignal): AsyncGenerator<NodePage> {
  const { connection, workspace } = place;
  const parameters = { ...workspace, scope: workspace.id, query: { $filter: 'atScope()' } };
  let nodes: TreeNode[] = [differenceNode()];
  for await (const page of connection.rest.pages(AzureRoleAssignments.listForScope, parameters, { signal })) {
    const found = page.items.map(assignmentOf).filter((assignment) => assignment !== undefined);
    const [roles, resolved] = await Promise.all([
      roleNames(place, found, signal),
      namesSoon(
        place,
        found.map(({ principalId }) => principalId),
        signal,
      ),
    ]);
    nodes.push(...found.map((assignment) => rowOf(place, assignment, roles, resolved)));
    yield { nodes, more: page.more };
    nodes = [];
  }
}

function assignmentOf({ id, properties }: RoleAssignment): AzureAssignment | undefined {
  if (id === undefined || properties?.scope === undefined) return undefined;
  const { principalId, principalType, roleDefinitionId: roleId, scope } = properties;
  return {
    id,
    principalId: principalId.toLowerCase(),
    ...(principalType !== undefined && { principalType }),
    roleId,
    scope,
  };
}

/** Only the definitions that are there are read: a subscription has hundreds. One that cannot be read stays an id. */
async function roleNames(
  { connection, workspace }: InWorkspace,
  assignments: readonly AzureAssignment[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(assignments.map(({ roleId }) => roleId))];
  const names = ids.map(async (roleId): Promise<readonly [string, string]> => {
    try {
      const { properties } = await connection.rest.call(
        AzureRoleDefinitions.getById,
        { ...workspace, roleId },
        { signal },
      );
      return [roleId, properties?.roleName ?? roleId];
    } catch {
      signal.throwIfAborted();
      return [roleId, roleId.split('/').at(-1) ?? roleId];
    }
  });
  return new Map(await Promise.all(names));
}

function rowOf(
  place: InWorkspace,
  assignment: AzureAssignment,
  roles: ReadonlyMap<string, string>,
  resolved: Resolved | undefined,
): TreeNode<InPrincipal> {
  const { id, principalId, principalType, roleId, scope } = assignment;
  const who = whoIs(assignment, resolved);
  const roleName = roles.get(roleId) ?? roleId;
  const where = azureScopeWords(scope, place.workspace.id);
  return {
    kind: AzureRoleAssignmentKind,
    key: id.toLowerCase(),
    data: { ...place, principalId, ...(principalType !== undefined && { principalType }) },
    label: whoLabel(who),
    description: [roleName, whoType(who), where].join(' · '),
    icon: { id: whoIcon(who) },
    tooltip: [...whoLines(who), vscode.l10n.t('Azure role {0}', roleName), vscode.l10n.t('Scope {0}', scope)].join(
      '\n',
    ),
    accessibleLabel: vscode.l10n.t('{0}, Azure role {1}, {2}', whoSpoken(who), roleName, where),
    flags: whoFlags(place.connection),
    resource: addressOf(place.workspace, id),
    order: `1${roleName} ${whoLabel(who)}`,
  };
}

function differenceNode(): TreeNode {
  const words = azureRolesDifference();
  return {
    kind: HintKind,
    key: 'difference',
    data: {},
    label: vscode.l10n.t('Not Synapse roles'),
    description: vscode.l10n.t('pools, network, deleting; not scripts or secrets'),
    tooltip: words,
    accessibleLabel: words,
    icon: { id: 'info' },
    order: '0',
  };
}
