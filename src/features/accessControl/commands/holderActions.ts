import * as vscode from 'vscode';
import type { Target } from '../../../platform/commands/commandHandler.ts';
import type { ErrorPresenter } from '../../../platform/errors/errorPresenter.ts';
import { plainText } from '../../../platform/plainText.ts';
import type { InAssignment } from '../contributions.ts';
import { whoNamed } from '../explorer/who.ts';
import { checkAccessOf } from './checkAccess.ts';
import { openPrincipal, principalPageOf } from './principalPage.ts';
import { removeAssignments } from './removeAccess.ts';
import { whoHasAccess } from './whoHasAccess.ts';

/** “Who has access?”, and what can be done with somebody of the list. */
export async function lookAtHolders({ errors }: { readonly errors: ErrorPresenter }, target: Target): Promise<void> {
  const holder = await whoHasAccess(target);
  if (!holder) return;
  const { place, assignment, roleName, who } = holder;
  const { principalId, principalType } = assignment;
  const data: InAssignment = {
    ...place,
    assignment,
    roleName,
    principalId,
    ...(principalType !== undefined && { principalType }),
  };
  const actions = [
    {
      label: vscode.l10n.t('Remove access…'),
      description: plainText(roleName),
      icon: 'trash',
      run: () => removeAssignments(errors, [data], []),
    },
    { label: vscode.l10n.t('Check access…'), icon: 'checklist', run: () => checkAccessOf(target, assignment) },
    {
      label: vscode.l10n.t('Copy object id'),
      icon: 'copy',
      run: async () => vscode.env.clipboard.writeText(principalId),
    },
    ...(principalPageOf(data) === undefined
      ? []
      : [{ label: vscode.l10n.t('Open in Azure portal'), icon: 'link-external', run: () => openPrincipal(data) }]),
  ].map(({ icon, ...action }) => ({ ...action, iconPath: new vscode.ThemeIcon(icon) }));
  const chosen = await vscode.window.showQuickPick(actions, { placeHolder: plainText(whoNamed(who)) });
  await chosen?.run();
}
