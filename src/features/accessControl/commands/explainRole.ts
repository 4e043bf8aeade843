import * as vscode from 'vscode';
import type { Target } from '../../../platform/commands/commandHandler.ts';
import { plainText } from '../../../platform/plainText.ts';
import type { InRole } from '../contributions.ts';
import { actionWords } from '../roles/actionWords.ts';

/** Lists what a role allows, in words and as the service calls it; typing looks for something. */
export async function explainRole({ data: { roleName, dataActions } }: Target<InRole>): Promise<void> {
  const items = dataActions.map((action) => ({
    label: plainText(actionWords(action)),
    detail: plainText(action),
    iconPath: new vscode.ThemeIcon('pass'),
  }));
  await vscode.window.showQuickPick(items, {
    placeHolder: plainText(vscode.l10n.t('What {0} allows', roleName)),
    matchOnDetail: true,
  });
}
