import * as vscode from 'vscode';
import type { NodePage, TreeNode } from '../../../platform/tree/treeNode.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { addressOf } from '../../resources/public.ts';
import { type InAssignment, RoleAssignmentKind } from '../contributions.ts';
import type { Assignment } from '../model/access.ts';
import type { Resolved } from '../model/principal.ts';
import { scopeWords } from '../scopes.ts';
import type { AssignmentReading } from './assignmentReading.ts';
import { directoryAt, namesSoon } from './names.ts';
import { type Who, whoFlags, whoIcon, whoIs, whoLabel, whoLines, whoSpoken, whoType } from './who.ts';

/** What a row says: its group says the rest. */
export type RowsOf = 'role' | 'principal' | 'scope';

/** What the rows of one group need. */
export interface RowParts {
  readonly place: InWorkspace;
  readonly rowsOf: RowsOf;
  readonly nameOfRole: (roleId: string) => string;
}

/** Rows of a page; more are offered behind them. */
const rowsPerPage = 100;
/** Seconds until a row without a name looks whether it has come. */
const nameSeconds = 1;

/**
 * The assignments of a reading that belong to one group, a hundred at a time. Names are asked for page by page, so that a
 * long list costs what is looked at.
 */
export async function* assignmentPages(
  parts: RowParts,
  reading: AssignmentReading,
  belongs: (assignment: Assignment) => boolean,
  signal: AbortSignal,
): AsyncGenerator<NodePage> {
  let page: Assignment[] = [];
  for await (const assignment of reading) {
    signal.throwIfAborted();
    if (!belongs(assignment)) continue;
    // Only the one after the last of a page tells that there is another page.
    if (page.length === rowsPerPage) {
      yield { nodes: await rows(parts, page, signal), more: true };
      page = [];
    }
    page.push(assignment);
  }
  yield { nodes: await rows(parts, page, signal), more: false };
}

async function rows(parts: RowParts, page: readonly Assignment[], signal: AbortSignal): Promise<TreeNode[]> {
  const ids = page.map(({ principalId }) => principalId);
  const resolved = await namesSoon(parts.place, ids, signal);
  return page.map((assignment) => assignmentNode(parts, assignment, resolved));
}

/** A row; one whose name has not come yet follows it. */
function assignmentNode(
  parts: RowParts,
  assignment: Assignment,
  resolved: Resolved | undefined,
): TreeNode<InAssignment> {
  const node = rowOf(parts, assignment, whoIs(assignment, resolved));
  if (resolved) return node;
  const read = async (signal: AbortSignal): Promise<TreeNode<InAssignment>> =>
    assignmentNode(parts, assignment, await directoryAt(parts.place).resolve([assignment.principalId], signal));
  return { ...node, poll: { seconds: nameSeconds, read } };
}

function rowOf({ place, rowsOf, nameOfRole }: RowParts, assignment: Assignment, who: Who): TreeNode<InAssignment> {
  const { id, principalId, principalType, roleId, scope } = assignment;
  const { workspace } = place;
  const roleName = nameOfRole(roleId);
  const where = scopeWords(scope, workspace.workspaceName);
  const [label, ...shown] = {
    role: [whoLabel(who), whoType(who), where],
    principal: [roleName, where],
    scope: [whoLabel(who), roleName, whoType(who)],
  }[rowsOf];
  return {
    kind: RoleAssignmentKind,
    key: id,
    data: { ...place, assignment, roleName, principalId, ...(principalType !== undefined && { principalType }) },
    label: label ?? id,
    description: shown.join(' · '),
    icon: { id: rowsOf === 'principal' ? 'shield' : whoIcon(who) },
    tooltip: [...whoLines(who), vscode.l10n.t('Role {0}', roleName), vscode.l10n.t('Scope {0}', scope)].join('\n'),
    accessibleLabel: vscode.l10n.t('{0}, role {1}, scope {2}', whoSpoken(who), roleName, where),
    flags: [...whoFlags(place.connection), 'resource'],
    resource: addressOf(workspace, `${workspace.id}/roleAssignments/${id}`),
    order: `${who.principal || rowsOf === 'principal' ? '0' : '1'}${label ?? ''}`,
  };
}
