import * as vscode from 'vscode';
import { confirm } from '../../../platform/confirm.ts';
import type { InWorkspace } from '../../explorer/public.ts';

/** Asks before something is published past a workspace's repository. @throws CancellationError on no */
export async function confirmLive({ workspace }: InWorkspace, action: string): Promise<void> {
  const { repository, workspaceName } = workspace;
  if (repository === undefined) return;
  await confirm({
    message: vscode.l10n.t('Workspace “{0}” uses the Git repository “{1}”. Go past it?', workspaceName, repository),
    detail: vscode.l10n.t(
      'The change goes to the live mode of the workspace. Synapse Studio does not show it in Git mode, and the next publishing there can undo it.',
    ),
    action,
  });
}
