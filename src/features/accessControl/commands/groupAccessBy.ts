import * as vscode from 'vscode';
import { chooseSetting } from '../../../platform/chooseSetting.ts';
import { type AccessGrouping, currentAccessGrouping } from '../explorer/accessGrouping.ts';

/** Asks what role assignments are grouped by. */
export async function groupAccessBy(): Promise<void> {
  await chooseSetting<AccessGrouping>({
    setting: 'accessControl.groupBy',
    placeHolder: vscode.l10n.t('What are role assignments grouped by?'),
    choices: {
      role: [vscode.l10n.t('Role'), 'shield'],
      principal: [vscode.l10n.t('User, group or application'), 'organization'],
      scope: [vscode.l10n.t('Scope'), 'home'],
    },
    current: currentAccessGrouping(),
  });
}
