import * as vscode from 'vscode';

export function countWords(count: number): string {
  if (count === 0) return vscode.l10n.t('no assignments');
  return count === 1 ? vscode.l10n.t('1 assignment') : vscode.l10n.t('{0} assignments', count);
}

/** Said after every change (documentation of Synapse RBAC). */
export function untilItCounts(): string {
  return vscode.l10n.t('It takes 2 to 5 minutes to work, and 10 to 15 through groups.');
}

/** The one sentence on what people confuse all the time. */
export function azureRolesDifference(): string {
  return vscode.l10n.t(
    'Azure roles decide on the workspace as a resource: its pools, its network, who may delete it. Synapse roles decide on what is in it: scripts, pipelines, secrets, who may run them.',
  );
}
