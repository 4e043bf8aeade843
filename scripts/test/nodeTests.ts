import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { resultsFolder } from '../../test/vscode/paths.ts';
import { runProcess } from '../runProcess.ts';
import type { NodeTestCounts } from './countReporter.ts';
import { nothing, oneFailed, type Outcome } from './outcome.ts';

export interface NodeTestOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** One file after the other, and each test's result as it comes: for tests that take long. */
  readonly oneByOne?: boolean;
  /** Runs the files in which a test failed once more, each from its beginning, and says so. */
  readonly again?: boolean;
}

const NO_TEST_TAKES_MS = 600_000;

/** More failures than these are no matter of bad luck. */
const MOST_FILES_AGAIN = 4;

/** Runs the tests of `test/<ring>` with Node's own test runner. What it prints is shown, or else the failures alone. */
export async function runNodeTests(ring: string, options: NodeTestOptions = {}): Promise<Outcome> {
  const files = globSync(`test/${ring}/**/*.test.ts`).sort();
  if (files.length === 0) return nothing;
  const first = await runFiles(ring, files, options);
  const { failedFiles } = first;
  if (options.again !== true || failedFiles.length === 0 || failedFiles.length > MOST_FILES_AGAIN) return first;
  console.log(`\nOnce more: ${failedFiles.map((file) => path.basename(file)).join(', ')}`);
  const second = await runFiles(ring, failedFiles, options);
  if (second.failed === 0) console.log(`Unsteady, for the second run passed: ${String(first.failed)} of ${ring}`);
  const { failed } = second;
  return { passed: Math.max(0, first.passed + first.failed - failed), failed, skipped: first.skipped };
}

async function runFiles(
  ring: string,
  files: readonly string[],
  { env, oneByOne = false }: NodeTestOptions,
): Promise<NodeTestCounts> {
  const brokenDown = { ...oneFailed, failedFiles: [] };
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
  if (counts === '') return brokenDown; // the runner itself broke down, and said so
  const outcome = JSON.parse(counts) as NodeTestCounts;
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

/** The spec reporter repeats all failures at its end. */
function failuresOf(output: string): string {
  const start = output.indexOf('✖ failing tests:');
  return start < 0 ? output : output.slice(start);
}
