import * as vscode from 'vscode';

/** How many workspaces there are, in words. */
export function workspaceCount(count: number): string {
  if (count === 0) return vscode.l10n.t('no workspaces');
  return count === 1 ? vscode.l10n.t('1 workspace') : vscode.l10n.t('{0} workspaces', count);
}
