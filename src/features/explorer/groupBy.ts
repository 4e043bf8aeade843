import * as vscode from 'vscode';
import { chooseSetting, setHere } from '../../platform/chooseSetting.ts';
import { currentGrouping, type Grouping } from './grouping.ts';

/** Asks what the tree is grouped by. */
export async function groupBy(): Promise<void> {
  await chooseSetting<Grouping>({
    setting: 'groupBy',
    placeHolder: vscode.l10n.t('What are workspaces grouped by?'),
    choices: {
      subscription: [vscode.l10n.t('Subscription'), 'key'],
      resourceGroup: [vscode.l10n.t('Resource group'), 'folder-library'],
      none: [vscode.l10n.t('No groups: all workspaces in one list'), 'list-flat'],
    },
    current: currentGrouping(),
  });
}

/** Shows subscriptions without workspaces: a setting, and only where the tree is grouped by subscriptions. */
export async function showEmptySubscriptions(): Promise<void> {
  await setHere('showEmptySubscriptions', true);
  if (currentGrouping() !== 'subscription') await setHere('groupBy', 'subscription');
}
