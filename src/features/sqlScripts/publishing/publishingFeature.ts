import * as vscode from 'vscode';
import { onArguments } from '../../../platform/commands/commandHandler.ts';
import { onFile } from '../../../platform/commands/onFile.ts';
import type { FeatureParts } from '../../../platform/featureParts.ts';
import { TreeEntry } from '../../../platform/tree/treeEntry.ts';
import { SqlScriptsKind } from '../contributions.ts';
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
    commands.register(publishPageContributions, {
      'synapse.sqlScript.publish': onFile(
        async (file) => (await load()).publishFile(file),
        async (target) => (await load()).publishNode(target),
      ),
    }),
    commands.register(folderPublishContributions, {
      'synapse.sqlScript.publishFolder': onFile(async (folder) => (await load()).publishFolder(folder)),
      'synapse.sqlScript.publishHere': onFile(
        () => undefined,
        async (target) => (await load()).publishHere(target),
      ),
      'synapse.sqlScript.downloadFolder': onArguments(async (given) => {
        const entry = given instanceof TreeEntry ? given : await picker.pick(SqlScriptsKind, () => true);
        if (entry) await (await load()).download(entry.node);
      }),
    }),
    restorer(publishPageType, ({ files }) => files.restore),
    restorer(folderPageType, ({ folders }) => folders.restore),
    new vscode.Disposable(() => void made?.then((publishing) => publishing.dispose())),
  );
}
