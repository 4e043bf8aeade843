import { createScript, duplicateScript } from './commands/newScript.ts';
import { deleteScripts } from './commands/deleteScripts.ts';
import { clearFilter, filterScripts } from './commands/filterScripts.ts';
import { compareWithFile, downloadScripts } from './commands/localFiles.ts';
import { moveScripts } from './commands/moveScripts.ts';
import { openScript } from './commands/openScript.ts';
import { renameScript } from './commands/renameScript.ts';
import { changeProperties } from './editor/changeProperties.ts';
import { compareDraft, discardDraft, publishDraft, showDrafts } from './editor/draftCommands.ts';

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
