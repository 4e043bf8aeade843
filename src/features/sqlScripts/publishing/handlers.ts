import { onArguments } from '../../../platform/commands/commandHandler.ts';
import type { HandlersOf } from '../../../platform/commands/commands.ts';
import type { EntryPicker } from '../../../platform/commands/entryPicker.ts';
import { onFile } from '../../../platform/commands/onFile.ts';
import { TreeEntry } from '../../../platform/tree/treeEntry.ts';
import { SqlScriptsKind } from '../contributions.ts';
import type { folderPublishContributions } from '../folderPublish/contributions.ts';
import type { publishPageContributions } from '../publishPage/contributions.ts';
import type { Publishing } from './publishing.ts';

export function publishPageHandlers(publishing: Publishing): HandlersOf<typeof publishPageContributions> {
  return {
    'synapse.sqlScript.publish': onFile(
      (file) => publishing.publishFile(file),
      (target) => publishing.publishNode(target),
    ),
  };
}

export function folderPublishHandlers(
  publishing: Publishing,
  picker: EntryPicker,
): HandlersOf<typeof folderPublishContributions> {
  return {
    'synapse.sqlScript.publishFolder': onFile((folder) => publishing.publishFolder(folder)),
    'synapse.sqlScript.publishHere': onFile(
      () => undefined,
      (target) => publishing.publishHere(target),
    ),
    'synapse.sqlScript.downloadFolder': onArguments(async (given) => {
      const entry = given instanceof TreeEntry ? given : await picker.pick(SqlScriptsKind, () => true);
      if (entry) await publishing.download(entry.node);
    }),
  };
}
