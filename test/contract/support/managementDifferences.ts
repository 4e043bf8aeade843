import type { Difference } from './askExamples.ts';

export const managementDifferences: readonly Difference[] = [];
