import * as vscode from 'vscode';
import { HintKind } from '../../platform/tree/mechanismKinds.ts';
import type { NodePage, TreeNode } from '../../platform/tree/treeNode.ts';
import type { InWorkspace } from '../explorer/public.ts';
import { AccessControlKind } from './contributions.ts';
import { currentAccessGrouping } from './explorer/accessGrouping.ts';
import { azureRolesNode } from './explorer/azureRoleRows.ts';
import { principalRows, scopeRows } from './explorer/groupRows.ts';
import { directoryAt } from './explorer/names.ts';
import { namesGapNode } from './explorer/namesGapNode.ts';
import { readingsOf } from './explorer/readings.ts';
import { bareRoleRow, roleNames, roleRow } from './explorer/roleRows.ts';
import { noRoleAdvice, noRoleWords } from './explorer/words.ts';
import { accessOf } from './roles/accessOf.ts';

/** "Access control" below a workspace: who has which Synapse roles, grouped as the setting says, and who has Azure's. */
export function accessControlSection(place: InWorkspace): TreeNode<InWorkspace> {
  return {
    kind: AccessControlKind,
    key: 'accessControl',
    data: place,
    label: vscode.l10n.t('Access control'),
    icon: { id: 'shield' },
    accessibleLabel: vscode.l10n.t('Access control of workspace {0}', place.workspace.workspaceName),
    flags: ['refreshable'],
    reading: 'all',
    children: (signal) => sectionRows(place, signal),
  };
}

/** First the groups, then, when everybody was asked for, why names are missing. */
async function* sectionRows(place: InWorkspace, signal: AbortSignal): AsyncGenerator<NodePage> {
  const reading = readingsOf(place.connection).of(place, 'now');
  const begun = reading.begun();
  // Whoever may not read roles may not read assignments either: one refusal says it.
  begun.catch(() => undefined);
  const known = await accessOf(place).roles(signal);
  if (!known.listed) {
    yield {
      nodes: [notListedNode(), ...known.roles.map((role) => bareRoleRow(place, role)), azureRolesNode(place)],
      more: false,
    };
    return;
  }
  await begun;
  const parts = { place, nameOfRole: roleNames(known) };
  const grouping = currentAccessGrouping();
  const groups =
    grouping === 'role' ? known.roles.map((role) => roleRow({ ...parts, rowsOf: 'role' }, role, reading)) : [];
  yield { nodes: [...groups, azureRolesNode(place)], more: true };

  const all = await reading.all();
  signal.throwIfAborted();
  if (grouping === 'scope') yield { nodes: scopeRows(parts, all), more: true };
  if (grouping === 'principal') {
    for await (const { nodes } of principalRows(parts, all, signal)) yield { nodes, more: true };
  }
  const { gap } = await directoryAt(place).resolve(
    all.map(({ principalId }) => principalId),
    signal,
  );
  yield { nodes: gap ? [namesGapNode(place, gap)] : [], more: false };
}

function notListedNode(): TreeNode {
  const label = noRoleWords();
  return {
    kind: HintKind,
    key: 'notListed',
    data: {},
    label,
    tooltip: [label, noRoleAdvice()].join('\n'),
    accessibleLabel: label,
    icon: { id: 'info' },
    order: '\u0000',
  };
}
