import * as vscode from 'vscode';
import type { NodePage, TreeNode } from '../../../platform/tree/treeNode.ts';
import { type InPrincipal, PrincipalKind, ScopeKind } from '../contributions.ts';
import type { Assignment } from '../model/access.ts';
import type { AtScope } from '../public.ts';
import { parseScope, scopeKey, workspaceKind } from '../roles/scope.ts';
import { scopeWords } from '../scopes.ts';
import { AssignmentReading } from './assignmentReading.ts';
import { assignmentPages, type RowParts } from './assignmentRows.ts';
import { namesSoon } from './names.ts';
import { countWords } from './words.ts';
import { type Who, whoFlags, whoIcon, whoIs, whoLabel, whoLines, whoSpoken, whoType } from './who.ts';

/** Everybody who has a role, by name, and below them what they have. */
export async function* principalRows(
  parts: Omit<RowParts, 'rowsOf'>,
  all: readonly Assignment[],
  signal: AbortSignal,
): AsyncGenerator<NodePage> {
  const byPrincipal = Map.groupBy(all, ({ principalId }) => principalId);
  const resolved = await namesSoon(parts.place, [...byPrincipal.keys()], signal);
  const nodes = [...byPrincipal.values()].flatMap((own) => {
    const [first] = own;
    return first ? [principalRow({ ...parts, rowsOf: 'principal' }, own, whoIs(first, resolved))] : [];
  });
  yield { nodes, more: false };
}

function principalRow(parts: RowParts, own: readonly Assignment[], who: Who): TreeNode<InPrincipal> {
  const { place } = parts;
  const words = countWords(own.length);
  return {
    kind: PrincipalKind,
    key: `principal/${who.id}`,
    data: { ...place, principalId: who.id, ...(who.type !== undefined && { principalType: who.type }) },
    label: whoLabel(who),
    description: [whoType(who), words].join(' · '),
    icon: { id: whoIcon(who) },
    tooltip: [...whoLines(who), words].join('\n'),
    accessibleLabel: `${whoSpoken(who)}, ${words}`,
    flags: whoFlags(place.connection),
    order: `${who.principal ? '0' : '1'}${whoLabel(who)}`,
    children: (signal) => assignmentPages(parts, known(own), () => true, signal),
  };
}

/** The scopes that roles are given at, the workspace first, and below them who has which. */
export function scopeRows(parts: Omit<RowParts, 'rowsOf'>, all: readonly Assignment[]): TreeNode[] {
  const byScope = Map.groupBy(all, ({ scope }) => scopeKey(scope));
  return [...byScope.values()].flatMap((own) => {
    const [first] = own;
    return first ? [scopeRow({ ...parts, rowsOf: 'scope' }, first.scope, own)] : [];
  });
}

function scopeRow(parts: RowParts, scope: string, own: readonly Assignment[]): TreeNode<RowParts['place'] & AtScope> {
  const { place } = parts;
  const where = scopeWords(scope, place.workspace.workspaceName);
  const label = where.charAt(0).toLocaleUpperCase(vscode.env.language) + where.slice(1);
  const words = countWords(own.length);
  const kind = parseScope(scope)?.kind;
  return {
    kind: ScopeKind,
    key: `scope/${scopeKey(scope)}`,
    data: { ...place, accessScope: scope },
    label,
    description: String(own.length),
    icon: { id: icons[kind ?? ''] ?? 'symbol-misc' },
    tooltip: [label, scope, words].join('\n'),
    accessibleLabel: vscode.l10n.t('Scope {0}, {1}', where, words),
    flags: ['named', 'accessScope'],
    order: `${kind === workspaceKind ? '0' : '1'}${label}`,
    children: (signal) => assignmentPages(parts, known(own), () => true, signal),
  };
}

const icons: Readonly<Record<string, string>> = {
  [workspaceKind]: 'home',
  bigDataPools: 'flame',
  integrationRuntimes: 'server',
  linkedServices: 'link',
  credentials: 'key',
  scopePools: 'database',
};

/** What has been read already, as a reading of its own. */
function known(assignments: readonly Assignment[]): AssignmentReading {
  async function* once(): AsyncGenerator<{ readonly items: readonly Assignment[]; readonly more: boolean }> {
    yield await Promise.resolve({ items: assignments, more: false });
  }
  return new AssignmentReading(once());
}
