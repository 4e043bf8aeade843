import * as vscode from 'vscode';
import type { Target } from '../../../platform/commands/commandHandler.ts';
import { plainText } from '../../../platform/plainText.ts';
import { noRoleAdvice, noRoleWords } from '../explorer/words.ts';
import { isRbacRefusal } from '../roles/rbacRefusal.ts';

/**
 * Waits for what only people with a Synapse role are told. Whoever has none hears so, and is offered what an Owner of the
 * Azure resource may do all the same: to grant one.
 *
 * @throws CancellationError when that was said; else what `asked` is rejected with
 */
export async function needingRole<Result>(target: Target, asked: Promise<Result>): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    if (!isRbacRefusal(error)) throw error;
    const words = plainText([noRoleWords(), noRoleAdvice()].join('. '));
    const grant = vscode.l10n.t('Grant access…');
    void vscode.window.showInformationMessage(words, grant).then(async (answer) => {
      if (answer === grant) await vscode.commands.executeCommand('synapse.accessControl.grant', target.entry);
    });
    throw new vscode.CancellationError();
  }
}
