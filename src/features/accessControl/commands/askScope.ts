import * as vscode from 'vscode';
import { BigDataPools } from '../../../api/synapse/bigDataPools.generated.ts';
import type { Choice } from '../../../platform/azext/wizard.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { Role } from '../model/access.ts';
import { isAssignableAt } from '../roles/plan/legalScopes.ts';
import { formatScope, workspaceKind } from '../roles/scope.ts';
import { scopeWords } from '../scopes.ts';

/**
 * Where a role may be given: the workspace, and those of its items that the explorer knows. Items of other kinds are on
 * the page that edits role assignments.
 */
export async function scopeChoices(place: InWorkspace, role: Role, signal: AbortSignal): Promise<Choice<string>[]> {
  const { connection, workspace } = place;
  const { workspaceName } = workspace;
  const choice = (scope: string): Choice<string> => {
    const words = scopeWords(scope, workspaceName);
    return {
      label: words.charAt(0).toLocaleUpperCase(vscode.env.language) + words.slice(1),
      description: scope,
      value: scope,
    };
  };
  const choices = isAssignableAt(role, workspaceKind)
    ? [choice(formatScope({ workspaceName, kind: workspaceKind }))]
    : [];
  if (!isAssignableAt(role, 'bigDataPools')) return choices;
  for await (const { items } of connection.rest.pages(BigDataPools.listByWorkspace, workspace, { signal })) {
    for (const { name } of items) {
      if (name !== undefined) choices.push(choice(formatScope({ workspaceName, kind: 'bigDataPools', item: name })));
    }
  }
  return choices;
}
