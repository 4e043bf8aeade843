import * as vscode from 'vscode';
import type { PlanRowView } from './contract.ts';

/** What was done, failed and left, as a Markdown document for a change request or a colleague. */
export function rolesReport(
  rows: readonly PlanRowView[],
  { workspaceName, nameOf }: { readonly workspaceName: string; readonly nameOf: (principalId: string) => string },
): string {
  const line = ({ action, principalId, role, where, reasons, words }: PlanRowView): string => {
    const verb = action === 'remove' ? vscode.l10n.t('Remove') : vscode.l10n.t('Add');
    const name = nameOf(principalId);
    const who = name === principalId ? principalId : `${name} (${principalId})`;
    const why = [...reasons, ...(words === undefined ? [] : [words])].join('; ');
    return `- ${verb}: ${[who, role, where].map(asText).join(' · ')}${why === '' ? '' : ` — ${asText(why)}`}`;
  };
  const section = (title: string, found: readonly PlanRowView[]): string[] =>
    found.length === 0 ? [] : ['', `## ${title} (${String(found.length)})`, '', ...found.map(line)];
  const ofState = (state: PlanRowView['state']): PlanRowView[] => rows.filter((row) => row.state === state);
  return [
    `# ${vscode.l10n.t('Role assignments of workspace {0}', asText(workspaceName))}`,
    '',
    new Date().toISOString(),
    ...section(vscode.l10n.t('Failed'), ofState('failed')),
    ...section(vscode.l10n.t('Done'), ofState('done')),
    ...section(vscode.l10n.t('Not sent'), ofState('notSent')),
    ...section(
      vscode.l10n.t('Not allowed'),
      rows.filter(({ action }) => action === 'refused'),
    ),
    ...section(
      vscode.l10n.t('Planned'),
      rows.filter(({ action, state }) => state === 'planned' && (action === 'create' || action === 'remove')),
    ),
    '',
  ].join('\n');
}

/** Text of people and the service as itself: what Markdown would read is escaped. */
function asText(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>()#|!~]/gu, '\\$&');
}
