import * as vscode from 'vscode';
import type { Target } from '../../../platform/commands/commandHandler.ts';
import { errorWords } from '../../../platform/errors/errorWords.ts';
import { plainText } from '../../../platform/plainText.ts';
import type { TreeModel } from '../../../platform/tree/treeModel.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { directoryAt } from '../explorer/names.ts';
import { refreshAccess } from '../explorer/followAccess.ts';
import type { NamesGap } from '../model/principal.ts';
import { gapRemedies, gapWords } from '../people/gapWords.ts';

/** Says why names are missing, in Microsoft Entra's or Microsoft Graph's own words as well, and offers what may help. */
export async function showNames(
  model: TreeModel,
  { data }: Target<InWorkspace & { readonly gap: NamesGap }>,
): Promise<void> {
  const { gap, connection, workspace } = data;
  const remedies = gapRemedies(gap, connection);
  // Of a cloud without Microsoft Graph everything is said.
  const message = [gapWords(gap), ...(gap.reason === 'absent' ? [] : [errorWords(gap.error).summary])].join(' ');
  const labels = remedies.map(({ label }) => label);
  const answer = await vscode.window.showInformationMessage(plainText(message), ...labels);
  const remedy = remedies.find(({ label }) => label === answer);
  if (remedy && (await remedy.run())) {
    directoryAt(data).forgetFailure();
    refreshAccess(model, workspace);
  }
}
