import * as vscode from 'vscode';
import { plainText } from '../../../platform/plainText.ts';
import type { RecentRequests } from './recentRequests.ts';

/** Lets one of the last requests be chosen, and answers its document. @throws CancellationError */
export async function chooseRecent(recent: RecentRequests): Promise<string> {
  const { all } = recent;
  if (all.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No REST request was sent from this folder yet.'));
    throw new vscode.CancellationError();
  }
  const time = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'short', timeStyle: 'short' });
  const items = all.map(({ title, at, text }) => ({
    label: plainText(title),
    description: time.format(at),
    detail: plainText(text.split('\n').find((line) => /^[A-Z]+ /u.test(line)) ?? ''),
    text,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Select a request to open it again'),
    matchOnDetail: true,
  });
  if (!chosen) throw new vscode.CancellationError();
  return chosen.text;
}
