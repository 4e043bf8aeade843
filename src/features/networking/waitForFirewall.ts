import * as vscode from 'vscode';
import { plainText } from '../../platform/plainText.ts';
import { withProgress } from '../../platform/progress.ts';
import type { TreeModel } from '../../platform/tree/treeModel.ts';
import type { InWorkspace } from '../explorer/public.ts';
import { lookAtFirewall } from './callerAddress.ts';
import { EndablePause } from './endablePause.ts';
import { retryRefused } from './treePlaces.ts';
import { pauses, untilLetIn } from './untilLetIn.ts';

/**
 * After a rule was made for the caller's address: tries again by itself until the workspace lets it in, then reads anew
 * what had been refused. The user may try at once, or stop it.
 *
 * @param news what is said at the beginning
 * @throws CancellationError when the user stops it
 */
export async function waitForFirewall(
  model: TreeModel,
  place: InWorkspace,
  address: string,
  news: string,
): Promise<void> {
  const { workspaceName } = place.workspace;
  const retry = vscode.l10n.t('Retry now');
  const pause = new EndablePause();
  void vscode.window.showInformationMessage(plainText(news), retry).then((answer) => {
    // When nothing waits any more the button still does what it says.
    if (answer === retry && !pause.end()) retryRefused(model, place.workspace);
  });
  let waits = pauses;
  while (!(await isLetIn(place, address, pause, waits))) {
    const notYet = vscode.l10n.t('The firewall of workspace {0} does not let {1} in yet.', workspaceName, address);
    if ((await vscode.window.showWarningMessage(plainText(notYet), retry)) !== retry) return;
    waits = [0, ...pauses];
  }
  retryRefused(model, place.workspace);
  const letIn = vscode.l10n.t('The firewall of workspace {0} lets {1} in now.', workspaceName, address);
  void vscode.window.showInformationMessage(plainText(letIn));
}

/** Waits behind a notification that says so. */
function isLetIn(place: InWorkspace, address: string, pause: EndablePause, waits: readonly number[]): Promise<boolean> {
  const { workspaceName } = place.workspace;
  const title = vscode.l10n.t('Waiting for the firewall of workspace {0} to let {1} in', workspaceName, address);
  return withProgress(title, (signal, report) =>
    untilLetIn({
      pauses: waits,
      onPause: (seconds) => {
        report(vscode.l10n.t('trying again in {0} seconds', seconds));
      },
      pause: (seconds) => pause.wait(seconds, signal),
      isLetIn: async () => (await lookAtFirewall(place, signal)) === 'letIn',
    }),
  );
}
