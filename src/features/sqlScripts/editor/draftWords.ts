import * as vscode from 'vscode';
import { plainText } from '../../../platform/plainText.ts';
import type { Drafts } from '../files/drafts.ts';
import type { OpenScript } from '../files/openScripts.ts';
import type { PublisherParts } from '../files/publisher.ts';
import { scriptKey } from '../files/scriptPlace.ts';
import { Gathered } from './gathered.ts';

const explainedKey = 'sqlScripts.draftsExplained';

/** What is said about drafts when one is kept, or can no longer be published as it is. */
export function draftWords(memory: vscode.Memento, drafts: Drafts): Pick<PublisherParts, 'onDraft' | 'onOutdated'> {
  const untold = new Gathered<OpenScript>((scripts) => void sayUntold(scripts, drafts));
  return {
    onDraft: (script, why) => {
      const { uri, address, store } = script;
      if (why === 'untold') {
        untold.add(script);
        return;
      }
      if (why === 'git') {
        const publish = vscode.l10n.t('Publish…');
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

/** For texts that somebody else than a person has written: an assistant, another extension, a copied file. */
async function sayUntold(written: readonly OpenScript[], drafts: Drafts): Promise<void> {
  const scripts: OpenScript[] = [];
  for (const script of written) {
    // “Save as” makes an empty file first, and saves into it.
    const text = (await drafts.get(scriptKey(script.address)))?.text ?? '';
    if (text !== '') scripts.push(script);
  }
  const [first] = scripts;
  if (scripts.length === 1 && first) {
    const publish = vscode.l10n.t('Publish…');
    const text = vscode.l10n.t('“{0}” was written, but not by “Save”: it is kept as a draft.', first.address.name);
    const answer = await vscode.window.showInformationMessage(plainText(text), publish);
    if (answer === publish) await vscode.commands.executeCommand('synapse.sqlScript.publishDraft', first.uri);
    return;
  }
  if (scripts.length === 0) return;
  const show = vscode.l10n.t('Show drafts…');
  const text = vscode.l10n.t(
    '{0} SQL scripts were written, but not by “Save”: they are kept as drafts.',
    scripts.length,
  );
  const answer = await vscode.window.showInformationMessage(text, show);
  if (answer === show) await vscode.commands.executeCommand('synapse.sqlScript.showDrafts');
}
