import * as vscode from 'vscode';
import { type AccessGrouping, accessGroupings, currentAccessGrouping } from '../explorer/accessGrouping.ts';

/** Asks what role assignments are grouped by, and keeps it in the setting, where that was set last. */
export async function groupAccessBy(): Promise<void> {
  const labels: Readonly<Record<AccessGrouping, readonly [label: string, icon: string]>> = {
    role: [vscode.l10n.t('Role'), 'shield'],
    principal: [vscode.l10n.t('User, group or application'), 'organization'],
    scope: [vscode.l10n.t('Scope'), 'home'],
  };
  const current = currentAccessGrouping();
  const items = accessGroupings.map((grouping) => {
    const [label, icon] = labels[grouping];
    return {
      label,
      ...(grouping === current && { description: vscode.l10n.t('current') }),
      iconPath: new vscode.ThemeIcon(icon),
      grouping,
    };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('What are role assignments grouped by?'),
  });
  if (!chosen) return;
  const settings = vscode.workspace.getConfiguration('synapse');
  // A workspace's own value would hide one for the user.
  const inWorkspace = settings.inspect('accessControl.groupBy')?.workspaceValue !== undefined;
  const where = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await settings.update('accessControl.groupBy', chosen.grouping, where);
}
