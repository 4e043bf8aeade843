import { largeSample } from './large.ts';
import type { SampleName } from './names.ts';
import type { Sample } from './sample.ts';
import { specExamplesSample } from './specExamples.ts';
import { standardSample } from './standard.ts';

export const samples: Readonly<Record<SampleName, Sample>> = {
  standard: standardSample,
  large: largeSample,
  'spec-examples': specExamplesSample,
};
