import * as vscode from 'vscode';
import { markdownText, planReport, reportLine } from '../../../platform/plan/planReport.ts';
import type { PlanRowView } from './contract.ts';

/** What was done, failed and left of a plan of role assignments. */
export function rolesReport(
  rows: readonly PlanRowView[],
  { workspaceName, nameOf }: { readonly workspaceName: string; readonly nameOf: (principalId: string) => string },
): string {
  const line = ({ action, principalId, role, where, reasons, words }: PlanRowView): string => {
    const verb = action === 'remove' ? vscode.l10n.t('Remove') : vscode.l10n.t('Add');
    const name = nameOf(principalId);
    const who = name === principalId ? principalId : `${name} (${principalId})`;
    return reportLine(verb, [who, role, where].map(markdownText).join(' · '), [...reasons, words]);
  };
  const section = (title: string, fits: (row: PlanRowView) => boolean) => ({
    title,
    lines: rows.filter(fits).map(line),
  });
  return planReport(vscode.l10n.t('Role assignments of workspace {0}', markdownText(workspaceName)), [
    section(vscode.l10n.t('Failed'), ({ state }) => state === 'failed'),
    section(vscode.l10n.t('Done'), ({ state }) => state === 'done'),
    section(vscode.l10n.t('Not sent'), ({ state }) => state === 'notSent'),
    section(vscode.l10n.t('Not allowed'), ({ action }) => action === 'refused'),
    section(
      vscode.l10n.t('Planned'),
      ({ action, state }) => state === 'planned' && (action === 'create' || action === 'remove'),
    ),
  ]);
}
