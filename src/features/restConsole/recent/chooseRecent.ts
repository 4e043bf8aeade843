import * as vscode from 'vscode';
import { plainText } from '../../../platform/plainText.ts';
import type { RecentRequest, RecentRequests } from './recentRequests.ts';

/** Lets one of the last requests be chosen, by workspace, and answers its document. @throws CancellationError */
export async function chooseRecent(recent: RecentRequests): Promise<string> {
  const { all } = recent;
  if (all.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No REST request was sent from this folder yet.'));
    throw new vscode.CancellationError();
  }
  const time = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'short', timeStyle: 'short' });
  const itemOf = ({ title, at, text }: RecentRequest): vscode.QuickPickItem & { readonly text: string } => ({
    label: plainText(title),
    description: time.format(at),
    detail: plainText(text.split('\n').find((line) => /^[A-Z]+ /u.test(line)) ?? ''),
    text,
  });
  // The workspace that was asked last stands on top.
  const items = [...Map.groupBy(all, ({ workspace }) => workspace)].flatMap(([workspace, requests]) => [
    { label: workspace ?? vscode.l10n.t('No workspace'), kind: vscode.QuickPickItemKind.Separator, text: '' },
    ...requests.map(itemOf),
  ]);
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Select a request to open it again'),
    matchOnDetail: true,
  });
  if (!chosen) throw new vscode.CancellationError();
  return chosen.text;
}
