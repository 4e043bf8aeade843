import type { FolderPlanWords } from '../../../../../src/features/sqlScripts/folderPublish/folderPlan.ts';

/** Codes in place of sentences. */
export const planWords: FolderPlanWords = {
  difference: (difference) => difference,
  problem: (problem) => problem,
  duplicate: (_name, otherFiles) => `duplicate of ${otherFiles.join()}`,
};
