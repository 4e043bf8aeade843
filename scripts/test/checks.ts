import process from 'node:process';
import pLimit from 'p-limit';
import { runProcess } from '../runProcess.ts';
import { report } from './console.ts';
import { add, nothing, oneFailed, onePassed, type Outcome } from './outcome.ts';

/** Name and command line (for the pinned Node) of everything that looks at the sources without running them, the slowest first. */
const checks: Readonly<Record<string, readonly string[]>> = {
  lint: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'],
  types: ['node_modules/typescript/bin/tsc', '-p', '.'],
  'types of pages': ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.pages.json'],
  'import direction': [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config=.dependency-cruiser.mjs',
    'src',
    'emulator',
    'test',
    'scripts',
    'bench',
  ],
  formatting: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  'generated API declarations': ['scripts/generateApi.ts', '--check'],
  'generated contributions': ['scripts/generateContributions.ts', '--check'],
  'generated texts': ['scripts/generateTexts.ts', '--check'],
  'generated list of operations': ['scripts/generateOperations.ts', '--check'],
  translations: ['scripts/checkTranslations.ts'],
};

/** Two at a time: the slow ones are busy on one core each. */
const limit = pLimit(2);

export async function runChecks(): Promise<Outcome> {
  const outcomes = Object.entries(checks).map(([name, args]) => limit(() => runCheck(name, args)));
  return (await Promise.all(outcomes)).reduce(add, nothing);
}

async function runCheck(name: string, args: readonly string[]): Promise<Outcome> {
  const start = performance.now();
  const { code, output } = await runProcess(process.execPath, args, { output: 'keep' });
  report(code === 0, name, start, output);
  return code === 0 ? onePassed : oneFailed;
}
