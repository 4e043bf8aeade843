import * as vscode from 'vscode';

/**
 * Where an Azure role was given, as seen from a workspace: there, or above it.
 *
 * @param scope resource id of a management group, a subscription, a resource group or the workspace
 */
export function azureScopeWords(scope: string, workspaceId: string): string {
  if (scope.toLowerCase() === workspaceId.toLowerCase()) return vscode.l10n.t('this workspace');
  const [, group] = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)$/iu.exec(scope) ?? [];
  if (group !== undefined) return vscode.l10n.t('inherited from resource group {0}', group);
  if (/^\/subscriptions\/[^/]+$/iu.test(scope)) return vscode.l10n.t('inherited from the subscription');
  const [, management] = /^\/providers\/Microsoft\.Management\/managementGroups\/([^/]+)$/iu.exec(scope) ?? [];
  if (management !== undefined) return vscode.l10n.t('inherited from management group {0}', management);
  return scope === '/' || scope === '' ? vscode.l10n.t('inherited from the whole tenant') : scope;
}
