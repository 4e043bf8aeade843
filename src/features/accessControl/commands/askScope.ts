import * as vscode from 'vscode';
import type { Choice } from '../../../platform/azext/wizard.ts';
import { errorWords } from '../../../platform/errors/errorWords.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { kindWords } from '../kindWords.ts';
import type { Role } from '../model/access.ts';
import { readItemLists } from '../roles/itemLists.ts';
import { isAssignableAt } from '../roles/plan/legalScopes.ts';
import { formatScope, itemScopeKinds, workspaceKind } from '../roles/scope.ts';
import { scopeWords } from '../scopes.ts';

/**
 * Where a role may be given: the workspace, and those of its items that the role's definition allows. What could not be
 * read says so in a row of its own.
 */
export async function scopeChoices(place: InWorkspace, role: Role, signal: AbortSignal): Promise<Choice<string>[]> {
  const { workspaceName } = place.workspace;
  const kinds = itemScopeKinds.filter((kind) => isAssignableAt(role, kind));
  const lists = await readItemLists(place, signal, (error) => errorWords(error).summary, kinds);
  const whole = isAssignableAt(role, workspaceKind)
    ? [choice(formatScope({ workspaceName, kind: workspaceKind }), workspaceName)]
    : [];
  return [
    ...whole,
    ...lists.flatMap(({ kind, items, problem }) => [
      ...items.map(({ scope }) => choice(scope, workspaceName)),
      ...(problem === undefined ? [] : [unread(kind, problem)]),
    ]),
  ];
}

function choice(scope: string, workspaceName: string): Choice<string> {
  const words = scopeWords(scope, workspaceName);
  return {
    label: words.charAt(0).toLocaleUpperCase(vscode.env.language) + words.slice(1),
    description: scope,
    value: scope,
  };
}

function unread(kind: string, problem: string): Choice<string> {
  return {
    label: vscode.l10n.t('{0} could not be read', kindWords(kind)),
    detail: problem,
    disabled: true,
    value: '',
  };
}
