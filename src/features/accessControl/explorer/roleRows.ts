import * as vscode from 'vscode';
import type { TreeNode } from '../../../platform/tree/treeNode.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { type InRole, RoleKind } from '../contributions.ts';
import type { Role, Roles } from '../model/access.ts';
import { actionWords } from '../roles/actionWords.ts';
import type { AssignmentReading } from './assignmentReading.ts';
import { assignmentPages, type RowParts } from './assignmentRows.ts';
import { readingsOf } from './readings.ts';
import { countWords } from './words.ts';

/** Lines of a tooltip that tell what a role allows; the rest is behind a command. */
const mostActions = 12;

/** A role with the number of its assignments, which come below. Where a count takes longer, the row gets it later. */
export function roleRow(parts: RowParts, role: Role, reading: AssignmentReading): TreeNode<InRole> {
  const { place } = parts;
  const all = reading.whole;
  const count = all?.filter(({ roleId }) => roleId === role.id).length;
  let opened = false;
  const node = bareRoleRow(place, role, count);
  return {
    ...node,
    flags: ['named', 'refreshable'],
    emptyLabel: vscode.l10n.t('Nobody has this role'),
    children: (signal) => {
      // The first time what the count was made of; who looks again wants to see what is there now.
      const source = opened ? readingsOf(place.connection).of(place, 'now') : reading;
      opened = true;
      return assignmentPages(parts, source, ({ roleId }) => roleId === role.id, signal);
    },
    ...(all === undefined && {
      poll: {
        seconds: 1,
        read: async () => {
          await reading.all();
          return roleRow(parts, role, reading);
        },
      },
    }),
  };
}

/** A role whose assignments cannot be read; it can be given all the same. */
export function bareRoleRow(place: InWorkspace, role: Role, count?: number): TreeNode<InRole> {
  const { id, name, description, dataActions } = role;
  const words = count === undefined ? undefined : countWords(count);
  return {
    kind: RoleKind,
    key: id,
    data: { ...place, roleId: id, roleName: name, dataActions },
    label: name,
    ...(words !== undefined && { description: String(count) }),
    icon: { id: 'organization' },
    tooltip: [
      name,
      ...(description === '' ? [] : [description]),
      ...(words === undefined ? [] : [words]),
      ...allows(role),
    ].join('\n'),
    accessibleLabel: [vscode.l10n.t('Synapse role {0}', name), ...(words === undefined ? [] : [words])].join(', '),
    flags: ['named'],
    order: name,
  };
}

function allows({ dataActions, id }: Role): string[] {
  const more = dataActions.length - mostActions;
  return [
    vscode.l10n.t('Allows:'),
    ...dataActions.slice(0, mostActions).map((action) => `• ${actionWords(action)}`),
    ...(more > 0 ? [vscode.l10n.t('and {0} more: see “What this role allows”', more)] : []),
    vscode.l10n.t('Role id {0}', id),
  ];
}

/** Names of roles by their ids; an id that nobody knows stays one. */
export function roleNames({ roles }: Roles): (roleId: string) => string {
  const names = new Map(roles.map(({ id, name }) => [id, name]));
  return (roleId) => names.get(roleId.toLowerCase()) ?? roleId;
}
