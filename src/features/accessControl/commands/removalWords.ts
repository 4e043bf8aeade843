import * as vscode from 'vscode';
import type { Confirmation } from '../../../platform/confirm.ts';
import type { InAssignment } from '../contributions.ts';
import { directoryAt, namesSoon } from '../explorer/names.ts';
import { type Who, whoDetail, whoIs, whoLabel } from '../explorer/who.ts';
import { scopeWords } from '../scopes.ts';
import type { Removals } from './removals.ts';
import { roleWarningWords } from './warningWords.ts';

/** What an assignment is called: who has which role where. */
export interface RemovalName {
  readonly short: string;
  /** What tells apart who has the same name. */
  readonly detail: string;
  /** Both in one: of several in a question. */
  readonly full: string;
}

/** By the assignment's id. */
export type RemovalNames = ReadonlyMap<string, RemovalName>;

/** Lines of a question; more would not fit a window. */
const mostNamed = 15;

export async function removalNames(assignments: readonly InAssignment[]): Promise<RemovalNames> {
  const { signal } = new AbortController();
  // Each tenant has a directory of its own.
  const named = [...Map.groupBy(assignments, directoryAt).values()].map(async (own) => {
    const [first] = own;
    const ids = own.map(({ principalId }) => principalId);
    const resolved = first && (await namesSoon(first, ids, signal));
    return own.map((data) => [data.assignment.id, nameOf(data, whoIs(data, resolved))] as const);
  });
  return new Map((await Promise.all(named)).flat());
}

function nameOf({ assignment, roleName, workspace }: InAssignment, who: Who): RemovalName {
  const where = scopeWords(assignment.scope, workspace.workspaceName);
  const name = (...details: readonly string[]): string =>
    vscode.l10n.t('{0} of “{1}” ({2})', roleName, whoLabel(who), details.join(', '));
  const detail = whoDetail(who);
  return { short: name(where), detail, full: name(detail, where) };
}

/** @param leftOut what else was selected */
export function removalQuestion(
  names: RemovalNames,
  removals: readonly Removals[],
  leftOut: readonly string[],
): Confirmation {
  const all = [...names.values()];
  const [first] = all;
  const single = all.length === 1 ? first : undefined;
  const workspaces = removals.map(({ access }) => access.place.workspace.workspaceName);
  const more = all.length - mostNamed;
  return {
    message: single
      ? vscode.l10n.t('Remove {0} in workspace “{1}”?', single.short, workspaces.join(', '))
      : vscode.l10n.t('Remove {0} role assignments in workspace “{1}”?', all.length, workspaces.join(', ')),
    detail: [
      ...(single ? [single.detail] : all.slice(0, mostNamed).map(({ full }) => `• ${full}`)),
      ...(more > 0 ? [vscode.l10n.t('and {0} more', more)] : []),
      '',
      ...removals.flatMap(({ access, warnings }) =>
        warnings.map((warning) => `⚠ ${roleWarningWords(warning, access.place.workspace.workspaceName)}`),
      ),
      vscode.l10n.t('Whoever has the same through a group or another role keeps it.'),
      ...(leftOut.length === 0 ? [] : [vscode.l10n.t('Left alone: {0}', leftOut.join(', '))]),
    ].join('\n'),
    action: vscode.l10n.t('Remove'),
  };
}
