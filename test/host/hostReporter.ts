import { appendFileSync } from 'node:fs';
import process from 'node:process';
import Mocha, { type Runner, type Test } from 'mocha';

/** One line of the report. The last one is `end`; where it is missing, the extension host went away in the middle. */
export type HostReportLine =
  | { readonly event: 'start'; readonly test: string }
  | { readonly event: 'pass' | 'skip'; readonly test: string }
  /** `retry`: it failed and is run once more, in place. */
  | { readonly event: 'fail' | 'retry'; readonly test: string; readonly error: string }
  | { readonly event: 'end' };

/** Writes a line of JSON for each event to the file SYNAPSE_TEST_REPORT, at once: a crash leaves what was known by then. */
export class HostReporter extends Mocha.reporters.Base {
  constructor(runner: Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { EVENT_TEST_BEGIN, EVENT_TEST_PASS, EVENT_TEST_PENDING, EVENT_TEST_FAIL, EVENT_TEST_RETRY, EVENT_RUN_END } =
      Mocha.Runner.constants;
    runner.on(EVENT_TEST_BEGIN, (test) => {
      write({ event: 'start', test: test.fullTitle() });
    });
    runner.on(EVENT_TEST_PASS, (test) => {
      write({ event: 'pass', test: test.fullTitle() });
    });
    runner.on(EVENT_TEST_PENDING, (test) => {
      write({ event: 'skip', test: test.fullTitle() });
    });
    runner.on(EVENT_TEST_FAIL, (test: Test, error: Error) => {
      write({ event: 'fail', test: test.fullTitle(), error: describe(error) });
    });
    runner.on(EVENT_TEST_RETRY, (test: Test, error: Error) => {
      write({ event: 'retry', test: test.fullTitle(), error: describe(error) });
    });
    runner.on(EVENT_RUN_END, () => {
      write({ event: 'end' });
    });
  }
}

function describe(error: Error): string {
  return error.stack ?? String(error);
}

function write(line: HostReportLine): void {
  const file = process.env['SYNAPSE_TEST_REPORT'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`);
}
