import * as vscode from 'vscode';
import { onFile } from '../../../platform/commands/commandHandler.ts';
import type { FeatureParts } from '../../../platform/featureParts.ts';
import type { PublishPages } from './publishPages.ts';
import { publishPageContributions, publishPageType } from './contributions.ts';

/** The command that publishes one script, and the page that VS Code may give back after a reload. */
export function registerPublishPage(parts: FeatureParts): vscode.Disposable {
  let loaded: Promise<PublishPages> | undefined;
  const pages = (): Promise<PublishPages> =>
    (loaded ??= import('./publishPages.ts').then(({ PublishPages }) => new PublishPages(parts)));
  return vscode.Disposable.from(
    parts.commands.register(publishPageContributions, {
      'synapse.sqlScript.publish': onFile(async (file) => {
        await (await pages()).publish(file);
      }),
    }),
    vscode.window.registerWebviewPanelSerializer(publishPageType, {
      deserializeWebviewPanel: async (panel, state) => {
        (await pages()).restore(panel, state);
      },
    }),
    new vscode.Disposable(() => void loaded?.then((made) => made.dispose())),
  );
}
