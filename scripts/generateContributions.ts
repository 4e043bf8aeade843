// Writes `contributes` of package.json and package.nls.json from the features' contributions.ts files.
//   node scripts/generateContributions.ts           writes them
//   node scripts/generateContributions.ts --check   exits with 1 when they are stale
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { manifestOf } from './generateContributions/contributes.ts';
import { declaredFeatures } from './generateContributions/declaredFeatures.ts';
import { mistakesIn } from './generateContributions/mistakes.ts';
import { asJson, writeOrCheck } from './generatedFiles.ts';

const root = path.resolve(import.meta.dirname, '..');

const features = await declaredFeatures();
const mistakes = mistakesIn(features);
if (mistakes.length > 0) {
  console.error(mistakes.join('\n'));
  process.exit(1);
}

const { contributes, texts } = manifestOf(features);
const packageFile = path.join(root, 'package.json');
const manifest = JSON.parse(readFileSync(packageFile, 'utf8')) as Record<string, unknown>;
writeOrCheck(
  new Map([
    [packageFile, asJson({ ...manifest, contributes })],
    [path.join(root, 'package.nls.json'), asJson(texts)],
  ]),
);
