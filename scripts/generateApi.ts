/**
 * Writes the declarations of `src/api` from the public OpenAPI specifications.
 *
 *   node scripts/generateApi.ts            writes them
 *   node scripts/generateApi.ts --check    exits 1 and names the files that differ from what it would write
 *
 * The specifications folder is `../shared/api` beside the project, or SYNAPSE_API_DIR. Without it `--check` has nothing
 * to compare with and says so.
 */
import path from 'node:path';
import { longRunningEnds } from '../src/api/longRunningEnds.ts';
import { compareFiles, writeFiles } from './generateApi/files.ts';
import { generate } from './generateApi/generate.ts';
import { groups, modelSuffixes } from './generateApi/groups.ts';
import { openSpecifications, specificationRoot, specificationsFolder } from './generateApi/specifications.ts';

const check = process.argv.includes('--check');
const folder = path.resolve(import.meta.dirname, '..', 'src', 'api');
const root = specificationRoot(specificationsFolder());

if (root === undefined) {
  const line = `no specifications folder at ${specificationsFolder()} (SYNAPSE_API_DIR)`;
  if (check) console.log(`skipped: ${line}`);
  else console.error(line);
  process.exit(check ? 0 : 1);
}

const files = await generate({
  specifications: openSpecifications(root),
  groups,
  ends: longRunningEnds,
  modelSuffixes,
});

if (check) {
  const stale = compareFiles(folder, files);
  for (const { file, why } of stale) console.error(`src/api/${file}: ${why}`);
  if (stale.length > 0) console.error('Stale: run node scripts/generateApi.ts');
  else console.log(`${String(files.size)} generated files are up to date`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  const changed = writeFiles(folder, files);
  console.log(`${String(files.size)} generated files, ${String(changed)} changed`);
}
