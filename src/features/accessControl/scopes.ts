import * as vscode from 'vscode';

/**
 * A Synapse scope in words. Grammar (recorded `GET /rbacScopes`): `workspaces/{workspace}` alone, or followed by an
 * item's type and name. Anything else is shown as it came.
 */
export function scopeWords(scope: string | undefined, workspaceName: string): string {
  if (scope === undefined) return vscode.l10n.t('unknown scope');
  const [root, workspace, type, ...name] = scope.split('/');
  if (root?.toLowerCase() !== 'workspaces' || workspace?.toLowerCase() !== workspaceName.toLowerCase()) return scope;
  if (type === undefined) return vscode.l10n.t('whole workspace');
  const item = name.join('/');
  switch (type.toLowerCase()) {
    case 'bigdatapools':
      return vscode.l10n.t('Apache Spark pool {0}', item);
    case 'scopepools':
      return vscode.l10n.t('SCOPE pool {0}', item);
    case 'integrationruntimes':
      return vscode.l10n.t('integration runtime {0}', item);
    case 'linkedservices':
      return vscode.l10n.t('linked service {0}', item);
    case 'credentials':
      return vscode.l10n.t('credential {0}', item);
    default:
      return `${type} ${item}`;
  }
}
