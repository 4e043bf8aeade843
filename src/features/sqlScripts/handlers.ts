import { onArguments, onNode, onNodeOf, onNodes } from '../../platform/commands/commandHandler.ts';
import type { HandlersOf } from '../../platform/commands/commands.ts';
import { inWords } from './commands/conflictWords.ts';
import { deleteScripts } from './commands/deleteScripts.ts';
import { clearFilter, filterScripts } from './commands/filterScripts.ts';
import { compareWithFile, downloadScripts } from './commands/localFiles.ts';
import { moveScripts } from './commands/moveScripts.ts';
import { createScript, duplicateScript } from './commands/newScript.ts';
import { openScript } from './commands/openScript.ts';
import { renameScript } from './commands/renameScript.ts';
import { ScriptFolderKind, type sqlScriptContributions, SqlScriptKind, SqlScriptsKind } from './contributions.ts';
import { changeProperties } from './editor/changeProperties.ts';
import { compareDraft, discardDraft, publishDraft, showDrafts } from './editor/draftCommands.ts';
import type { ScriptParts } from './lazyParts.ts';

/** What the feature's commands do. What they throw is in words for people. */
export function scriptHandlers(parts: ScriptParts): HandlersOf<typeof sqlScriptContributions> {
  const run =
    <Given extends readonly unknown[]>(command: (parts: ScriptParts, ...given: Given) => Promise<void>) =>
    async (...given: Given): Promise<void> => {
      try {
        await command(parts, ...given);
      } catch (error) {
        throw inWords(error);
      }
    };
  return {
    'synapse.sqlScript.open': onArguments(run(openScript)),
    'synapse.sqlScript.new': onNodeOf([SqlScriptsKind, ScriptFolderKind], run(createScript)),
    'synapse.sqlScript.compareWithFile': onNode(SqlScriptKind, run(compareWithFile)),
    'synapse.sqlScript.download': onNodes(SqlScriptKind, run(downloadScripts)),
    'synapse.sqlScript.rename': onNode(SqlScriptKind, run(renameScript)),
    'synapse.sqlScript.move': onNodes(SqlScriptKind, run(moveScripts)),
    'synapse.sqlScript.duplicate': onNode(SqlScriptKind, run(duplicateScript)),
    'synapse.sqlScript.delete': onNodes(SqlScriptKind, run(deleteScripts)),
    'synapse.sqlScript.filter': onNode(SqlScriptsKind, run(filterScripts)),
    'synapse.sqlScript.clearFilter': onNode(SqlScriptsKind, run(clearFilter)),
    'synapse.sqlScript.change': onArguments(run(changeProperties)),
    'synapse.sqlScript.publishDraft': onArguments(run(publishDraft)),
    'synapse.sqlScript.compareDraft': onArguments(run(compareDraft)),
    'synapse.sqlScript.discardDraft': onArguments(run(discardDraft)),
    'synapse.sqlScript.showDrafts': onArguments(run(showDrafts)),
  };
}
