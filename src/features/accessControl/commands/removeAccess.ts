import * as vscode from 'vscode';
import type { Targets } from '../../../platform/commands/commandHandler.ts';
import { confirm } from '../../../platform/confirm.ts';
import type { ErrorPresenter } from '../../../platform/errors/errorPresenter.ts';
import { applyPlan } from '../../../platform/plan/applyPlan.ts';
import { plainText } from '../../../platform/plainText.ts';
import { withProgress } from '../../../platform/progress.ts';
import type { InAssignment } from '../contributions.ts';
import { untilItCounts } from '../explorer/words.ts';
import { endsRoleChanges, rolePhases, sendRoleRow } from '../roles/plan/applyRoles.ts';
import type { RoleRow } from '../roles/plan/rolePlan.ts';
import { removalsOf, type Removals } from './removals.ts';
import { removalQuestion, type RemovalNames, removalNames } from './removalWords.ts';

/**
 * Takes roles away, after a question that names them and says what is lost. The caller's own right to do so goes last;
 * one that fails does not keep the others.
 */
export async function removeAccess(
  { errors }: { readonly errors: ErrorPresenter },
  { targets, leftOut }: Targets<InAssignment>,
): Promise<void> {
  await removeAssignments(
    errors,
    targets.map(({ data }) => data),
    leftOut.map(({ label }) => label),
  );
}

/** @param leftOut what else was selected */
export async function removeAssignments(
  errors: ErrorPresenter,
  rows: readonly InAssignment[],
  leftOut: readonly string[],
): Promise<void> {
  const [names, removals] = await Promise.all([removalNames(rows), removalsOf(rows)]);
  await confirm(removalQuestion(names, removals, leftOut));
  const [first] = names.values();
  const what =
    rows.length === 1 && first !== undefined
      ? vscode.l10n.t('Removing {0}', first.short)
      : vscode.l10n.t('Removing {0} role assignments', rows.length);
  const { removed, notBegun } = await withProgress(what, (signal) => removeAll(removals, names, errors, signal));
  const said = [
    ...(removed === 0
      ? []
      : [
          removed === 1
            ? vscode.l10n.t('Access is removed.')
            : vscode.l10n.t('{0} role assignments are removed.', removed),
          untilItCounts(),
        ]),
    ...(notBegun === 0 ? [] : [vscode.l10n.t('Not removed, because it was cancelled: {0}.', notBegun)]),
  ];
  if (said.length > 0) void vscode.window.showInformationMessage(plainText(said.join(' ')));
}

async function removeAll(
  removals: readonly Removals[],
  names: RemovalNames,
  errors: ErrorPresenter,
  signal: AbortSignal,
): Promise<{ readonly removed: number; readonly notBegun: number }> {
  let removed = 0;
  let notBegun = 0;
  for (const { access, rows, caller, roles } of removals) {
    const title = (row: RoleRow): string => vscode.l10n.t('Remove {0}', names.get(row.present?.id ?? '')?.short ?? '');
    const { done, failed, notSent } = await applyPlan(rolePhases(rows, caller, roles), {
      stop: signal,
      perform: (row) => sendRoleRow(access, row, { title }),
      endsAll: endsRoleChanges,
      onProgress: () => undefined,
    });
    removed += done.length;
    notBegun += notSent.length;
    // What would meet every row is said once.
    const general = failed.findIndex(({ error }) => endsRoleChanges(error));
    for (const { row, error } of general < 0 ? failed : failed.slice(0, general + 1)) {
      errors.show(vscode.l10n.t('Not removed: {0}', names.get(row.present?.id ?? '')?.short ?? ''), error);
    }
  }
  return { removed, notBegun };
}
