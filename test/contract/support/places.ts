import path from 'node:path';
import { specificationRoot, specificationsFolder } from '../../../scripts/generateApi/specifications.ts';
import { projectRoot, resultsFolder } from '../../vscode/paths.ts';

/** The specifications folder: `../shared/api` beside the project, or SYNAPSE_API_DIR. */
export const apiFolder = specificationsFolder();

/** Where the OpenAPI files are in it; `undefined`: there are none. */
export const openApiFolder = specificationRoot(apiFolder);

/** Recorded traffic of the real service. */
export const recordedFolder = path.join(apiFolder, 'recorded');

/** What the emulator recorded in the rings that ran before, one folder per ring. */
export const trafficFolder = path.join(resultsFolder, 'traffic');

/** For `skip` of tests that compare with the specifications. */
export const withoutSpecifications =
  openApiFolder === undefined
    ? `the specifications folder is not at ${path.relative(projectRoot, apiFolder)} (SYNAPSE_API_DIR names it)`
    : false;
