import { existsSync, readFileSync } from 'node:fs';
import type { HostReportLine } from '../../test/host/hostReporter.ts';
import type { Outcome } from './outcome.ts';

/**
 * Counts what the tests in the extension host reported, and prints each of them. A host that went away in the middle is a
 * failure more, printed with `output`, whatever VS Code said.
 */
export function readHostReport(file: string, exitCode: number, output: () => string): Outcome {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : [];
  const events = lines.map((line) => JSON.parse(line) as HostReportLine);
  for (const event of events) {
    if (event.event === 'pass') console.log(`✓ ${event.test}`);
    if (event.event === 'skip') console.log(`- ${event.test} (skipped)`);
    if (event.event === 'retry') console.log(`~ once more: ${event.test}\n${event.error}`);
    if (event.event === 'fail') console.log(`✗ ${event.test}\n${event.error}`);
  }
  const count = (wanted: HostReportLine['event']): number => events.filter(({ event }) => event === wanted).length;
  let failed = count('fail');
  const complete = events.at(-1)?.event === 'end';
  if (!complete || (exitCode !== 0 && failed === 0)) {
    failed += 1;
    const last = events.findLast((event) => event.event === 'start');
    console.log(`✗ the extension host ended early${last ? `; the last test was "${last.test}"` : ''}\n${output()}`);
  }
  return { passed: count('pass'), failed, skipped: count('skip') };
}
