import type { TestEvent } from 'node:test/reporters';
import type { Outcome } from './outcome.ts';

/** What a run of node --test ended with. */
export interface NodeTestCounts extends Outcome {
  /** Absolute paths of the files in which a test failed. */
  readonly failedFiles: readonly string[];
}

/** A reporter for node --test that writes nothing but the counts of the whole run, as JSON of `NodeTestCounts`. */
export default async function* countReporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const failedFiles = new Set<string>();
  for await (const { type, data } of events) {
    if (type === 'test:fail' && data.file !== undefined) failedFiles.add(data.file);
    if (type !== 'test:summary' || data.file !== undefined) continue; // each file has a summary of its own, too
    const { tests, passed, skipped, todo } = data.counts;
    const counts: NodeTestCounts = {
      passed,
      failed: tests - passed - skipped - todo,
      skipped: skipped + todo,
      failedFiles: [...failedFiles],
    };
    yield JSON.stringify(counts);
  }
}
