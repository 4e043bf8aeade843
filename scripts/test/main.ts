import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { endProcesses, runProcess } from '../runProcess.ts';
import { Stopped, untilStopped } from '../stopRequest.ts';
import { runChecks } from './checks.ts';
import { heading, report, since } from './console.ts';
import { runHostRing } from './hostRing.ts';
import { runNodeTests } from './nodeTests.ts';
import { add, isEmpty, oneFailed, onePassed, summary, type Outcome } from './outcome.ts';
import { runUiRing } from './uiRing.ts';

/** In the order in which they run: the contract ring judges the traffic that host and ui record. */
const rings: Readonly<Record<string, () => Promise<Outcome>>> = {
  checks: runChecks,
  unit: () => runNodeTests('unit'),
  host: runHostRing,
  ui: runUiRing,
  contract: () => runNodeTests('contract', { oneByOne: true }), // its counts are part of what it tells
};

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !Object.hasOwn(rings, name));
if (unknown !== undefined) {
  console.error(`There is no ring "${unknown}"; there are ${Object.keys(rings).join(', ')}.`);
  process.exit(2);
}

useTemporaryFolder();
try {
  const outcome = await Promise.race([runAll(), untilStopped()]);
  console.log(`\n${summary(outcome)}`);
  process.exit(outcome.failed > 0 ? 1 : 0);
} catch (error) {
  console.error(error instanceof Stopped ? `\nStopped (${error.message}).` : error);
  await endProcesses(5000);
  process.exit(1);
}

/** Whatever a ring leaves in the temporary folder, even when it is stopped in the middle, goes with this run. */
function useTemporaryFolder(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'synapse-test-'));
  process.env['TMPDIR'] = folder;
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
}

async function runAll(): Promise<Outcome> {
  let total = await build();
  for (const [name, run] of Object.entries(rings)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    heading(name);
    const start = performance.now();
    const outcome = await run().catch((error: unknown): Outcome => {
      console.error(error);
      return oneFailed;
    });
    console.log(`${name}: ${summary(outcome)} (${since(start)})`);
    if (isEmpty(outcome)) console.log(`✗ ${name} executed no test`);
    total = add(total, isEmpty(outcome) ? oneFailed : outcome);
  }
  return total;
}

/** The rings go on without a build: what needs it says so, and the others are not kept from telling what they find. */
async function build(): Promise<Outcome> {
  heading('build');
  const start = performance.now();
  const { code, output } = await runProcess(process.execPath, ['esbuild.mjs', '--production'], { output: 'keep' });
  if (code === 0) console.log(output.trimEnd());
  report(code === 0, 'build', start, output);
  return code === 0 ? onePassed : oneFailed;
}
