import * as vscode from 'vscode';
import { plainText } from '../../../platform/plainText.ts';
import type { PublisherParts } from '../files/publisher.ts';

const explainedKey = 'sqlScripts.draftsExplained';

/** What is said about drafts when one is kept, or can no longer be published as it is. */
export function draftWords(memory: vscode.Memento): Pick<PublisherParts, 'onDraft' | 'onOutdated'> {
  return {
    onDraft: ({ uri, address, store }, why) => {
      const publish = vscode.l10n.t('Publish…');
      if (why === 'git') {
        const text = vscode.l10n.t(
          '“{0}” was kept as a draft: workspace {1} uses Git, and publishing goes past its repository.',
          address.name,
          store.place.workspace.workspaceName,
        );
        void vscode.window.showInformationMessage(plainText(text), publish).then(async (answer) => {
          if (answer === publish) await vscode.commands.executeCommand('synapse.sqlScript.publishDraft', uri);
        });
        return;
      }
      vscode.window.setStatusBarMessage(vscode.l10n.t('Draft kept, not published'), 5000);
      if (memory.get(explainedKey) === true) return;
      void memory.update(explainedKey, true);
      const text = vscode.l10n.t(
        'Auto save keeps SQL scripts as drafts on this computer. “Save” publishes them to the workspace.',
      );
      void vscode.window.showInformationMessage(text);
    },
    onOutdated: ({ uri, address }) => {
      const compare = vscode.l10n.t('Compare');
      const overwrite = vscode.l10n.t('Overwrite');
      const text = vscode.l10n.t('Somebody else has published “{0}” since your draft was begun.', address.name);
      void vscode.window.showWarningMessage(plainText(text), compare, overwrite).then(async (answer) => {
        if (answer === compare) await vscode.commands.executeCommand('synapse.sqlScript.compareDraft', uri);
        if (answer === overwrite) await vscode.commands.executeCommand('synapse.sqlScript.publishDraft', uri);
      });
    },
  };
}
