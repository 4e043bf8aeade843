import * as vscode from 'vscode';
import { currentGrouping, groupings, type Grouping } from './grouping.ts';

/** Asks what the tree is grouped by, and keeps it in the setting, where that was set last. */
export async function groupBy(): Promise<void> {
  const labels: Readonly<Record<Grouping, readonly [label: string, icon: string]>> = {
    subscription: [vscode.l10n.t('Subscription'), 'key'],
    resourceGroup: [vscode.l10n.t('Resource group'), 'folder-library'],
    none: [vscode.l10n.t('No groups: all workspaces in one list'), 'list-flat'],
  };
  const current = currentGrouping();
  const items = groupings.map((grouping) => {
    const [label, icon] = labels[grouping];
    return {
      label,
      ...(grouping === current && { description: vscode.l10n.t('current') }),
      iconPath: new vscode.ThemeIcon(icon),
      grouping,
    };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('What are workspaces grouped by?'),
  });
  if (chosen) await setHere('groupBy', chosen.grouping);
}

/** Shows subscriptions without workspaces: a setting, and only where the tree is grouped by subscriptions. */
export async function showEmptySubscriptions(): Promise<void> {
  await setHere('showEmptySubscriptions', true);
  if (currentGrouping() !== 'subscription') await setHere('groupBy', 'subscription');
}

/** A workspace's own value would hide one for the user. */
async function setHere(setting: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration('synapse');
  const inWorkspace = settings.inspect(setting)?.workspaceValue !== undefined;
  await settings.update(
    setting,
    value,
    inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
  );
}
