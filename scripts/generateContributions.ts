// Writes `contributes` of package.json and package.nls.json from the features' contributions.ts files.
//   node scripts/generateContributions.ts           writes them
//   node scripts/generateContributions.ts --check   exits with 1 when they are stale
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { manifestOf } from './generateContributions/contributes.ts';
import { mistakesIn } from './generateContributions/mistakes.ts';
import type { Contributions } from '../src/platform/contributions/declarations.ts';

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
const files = new Map([
  [packageFile, asJson({ ...manifest, contributes })],
  [path.join(root, 'package.nls.json'), asJson(texts)],
]);

if (process.argv.includes('--check')) {
  const stale = [...files].filter(([file, content]) => read(file) !== content).map(([file]) => path.basename(file));
  if (stale.length > 0) {
    console.error(`${stale.join(' and ')}: stale. Run "npm run generate".`);
    process.exit(1);
  }
} else {
  for (const [file, content] of files) writeFileSync(file, content);
}

/** Every `contributions.ts` below src/ exports one declaration. */
async function declaredFeatures(): Promise<Contributions[]> {
  const found = globSync('src/**/contributions.ts', { cwd: root }).sort();
  const modules = await Promise.all(
    found.map(async (file) => {
      const exported = (await import(pathToFileURL(path.join(root, file)).href)) as Record<string, unknown>;
      const [name] = Object.keys(exported).filter((key) => key.endsWith('Contributions'));
      if (name === undefined) throw new Error(`${file} exports no …Contributions.`);
      return exported[name] as Contributions;
    }),
  );
  return modules;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
