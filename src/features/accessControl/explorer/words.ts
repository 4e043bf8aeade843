import * as vscode from 'vscode';

export function countWords(count: number): string {
  if (count === 0) return vscode.l10n.t('no assignments');
  return count === 1 ? vscode.l10n.t('1 assignment') : vscode.l10n.t('{0} assignments', count);
}

/** Said after every change (documentation of Synapse RBAC). */
export function untilItCounts(): string {
  return vscode.l10n.t('It takes 2 to 5 minutes to work, and 10 to 15 through groups.');
}

/** Of whoever is refused the lists. No full stop: it is a label, too. */
export function noRoleWords(): string {
  return vscode.l10n.t('You have no Synapse role here, so you are not shown who has one');
}

/** Who may do something about it (azure-cli#25790). */
export function noRoleAdvice(): string {
  return vscode.l10n.t(
    'Whoever may assign Azure roles on the workspace (Owner, User Access Administrator) may still grant Synapse roles, also to themselves: use “Grant access…”.',
  );
}

/** The one sentence on what people confuse all the time. */
export function azureRolesDifference(): string {
  return vscode.l10n.t(
    'Azure roles decide on the workspace as a resource (its pools, its network, who may delete it), Synapse roles on what is in it (scripts, pipelines, secrets, who may run them).',
  );
}
