import * as vscode from 'vscode';
import type { FeatureParts } from '../../../platform/featureParts.ts';
import { folderPageType, folderPublishContributions } from '../folderPublish/contributions.ts';
import { publishPageContributions, publishPageType } from '../publishPage/contributions.ts';
import type { Publishing } from './publishing.ts';

/** Publishing files and folders, and the way back. All but this is loaded when it is first used. */
export function registerPublishing(parts: FeatureParts): vscode.Disposable {
  const { commands, picker } = parts;
  let made: Promise<Publishing> | undefined;
  const load = (): Promise<Publishing> =>
    (made ??= import('./publishing.ts').then(({ Publishing }) => new Publishing(parts)));
  const restorer = (type: string, restore: (publishing: Publishing) => Publishing['files']['restore']) =>
    vscode.window.registerWebviewPanelSerializer(type, {
      deserializeWebviewPanel: async (panel, state) => {
        restore(await load())(panel, state);
      },
    });
  return vscode.Disposable.from(
    commands.register(publishPageContributions, async () =>
      (await import('./handlers.ts')).publishPageHandlers(await load()),
    ),
    commands.register(folderPublishContributions, async () =>
      (await import('./handlers.ts')).folderPublishHandlers(await load(), picker),
    ),
    restorer(publishPageType, ({ files }) => files.restore),
    restorer(folderPageType, ({ folders }) => folders.restore),
    new vscode.Disposable(() => void made?.then((publishing) => publishing.dispose())),
  );
}
