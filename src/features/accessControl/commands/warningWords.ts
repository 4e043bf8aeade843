import * as vscode from 'vscode';
import type { RoleWarning } from '../roles/plan/roleWarnings.ts';
import { scopeWords } from '../scopes.ts';

/** What is lost with role assignments that go, as sentences for a question. */
export function roleWarningWords(warning: RoleWarning, workspaceName: string): string {
  const all = warning.what === 'ownAccess' ? warning.scopes : warning.removed.map(({ scope }) => scope);
  const scopes = [...new Set(all)].map((scope) => scopeWords(scope, workspaceName)).join(', ');
  switch (warning.what) {
    case 'ownAccess':
      return warning.certain
        ? vscode.l10n.t(
            'You lose your own right to manage access ({0}), and cannot give it back to yourself here.',
            scopes,
          )
        : vscode.l10n.t(
            'You may lose your own right to manage access ({0}): nobody can tell which groups you are in.',
            scopes,
          );
    case 'lastAdministrator':
      return vscode.l10n.t(
        'Nobody is Synapse Administrator of the workspace any more. Only an Owner or User Access Administrator of its Azure resource can then give the role again.',
      );
    case 'workspaceIdentity':
      return vscode.l10n.t(
        'The workspace’s own managed identity loses roles ({0}). Pipelines run as it, and stop working without them.',
        scopes,
      );
  }
}
