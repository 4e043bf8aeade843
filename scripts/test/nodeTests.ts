import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { resultsFolder } from '../../test/vscode/paths.ts';
import { runProcess } from '../runProcess.ts';
import { nothing, oneFailed, type Outcome } from './outcome.ts';

export interface NodeTestOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** One file after the other, and each test's result as it comes: for tests that take long. */
  readonly oneByOne?: boolean;
}

const NO_TEST_TAKES_MS = 600_000;

/** Runs the tests of `test/<ring>` with Node's own test runner. What it prints is shown, or else the failures alone. */
export async function runNodeTests(ring: string, { env, oneByOne = false }: NodeTestOptions = {}): Promise<Outcome> {
  const files = globSync(`test/${ring}/**/*.test.ts`).sort();
  if (files.length === 0) return nothing;
  const countsFile = path.join(resultsFolder, `${ring}.json`);
  mkdirSync(resultsFolder, { recursive: true });
  rmSync(countsFile, { force: true });
  const { code, output } = await runProcess(
    process.execPath,
    [
      '--test',
      `--test-timeout=${String(NO_TEST_TAKES_MS)}`,
      ...(oneByOne ? ['--test-concurrency=1'] : []),
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=./scripts/test/countReporter.ts',
      `--test-reporter-destination=${countsFile}`,
      ...files,
    ],
    { ...(env === undefined ? {} : { env }), output: oneByOne ? 'show' : 'keep' },
  );
  if (code !== 0) process.stdout.write(failuresOf(output));
  const counts = existsSync(countsFile) ? readFileSync(countsFile, 'utf8') : '';
  if (counts === '') return oneFailed; // the runner itself broke down, and said so
  const outcome = JSON.parse(counts) as Outcome;
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

/** The spec reporter repeats all failures at its end. */
function failuresOf(output: string): string {
  const start = output.indexOf('✖ failing tests:');
  return start < 0 ? output : output.slice(start);
}
