import { createScript, duplicateScript } from './commands/newScript.ts';
import { deleteScripts } from './commands/deleteScripts.ts';
import { clearFilter, filterScripts } from './commands/filterScripts.ts';
import { compareWithFile, downloadScripts } from './commands/localFiles.ts';
import { moveScripts } from './commands/moveScripts.ts';
import { openScript } from './commands/openScript.ts';
import { renameScript } from './commands/renameScript.ts';
import { changeProperties } from './editor/changeProperties.ts';
import { inWords } from './commands/inWords.ts';
import type { ScriptParts } from './lazyParts.ts';
import { compareDraft, discardDraft, publishDraft, showDrafts } from './editor/draftCommands.ts';

/** Runs a handler; what it throws is in words for people. */
export async function runScriptHandler(
  name: keyof typeof scriptHandlers,
  parts: ScriptParts,
  given: readonly unknown[],
): Promise<void> {
  try {
    // The one cast: the command wrapper gives each handler what its registration names.
    await (scriptHandlers[name] as (...all: unknown[]) => Promise<void>)(parts, ...given);
  } catch (error) {
    throw inWords(error);
  }
}

/** What the feature's commands do; loaded with the first one that is run. */
export const scriptHandlers = {
  open: openScript,
  create: createScript,
  compareWithFile,
  download: downloadScripts,
  rename: renameScript,
  move: moveScripts,
  duplicate: duplicateScript,
  delete: deleteScripts,
  filter: filterScripts,
  clearFilter,
  change: changeProperties,
  publishDraft,
  compareDraft,
  discardDraft,
  showDrafts,
} as const;
