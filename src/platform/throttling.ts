import * as vscode from 'vscode';
import type { ThrottledWait } from '../azure/restService.ts';

/** Says in the status bar, for as long as it takes, that Azure has asked to wait: nothing is slow without a reason shown. */
export function showThrottling({ seconds }: ThrottledWait): void {
  vscode.window.setStatusBarMessage(
    `$(watch) ${vscode.l10n.t('Azure asks Synapse Explorer to wait for {0} seconds', seconds)}`,
    seconds * 1000,
  );
}
