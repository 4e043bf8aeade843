import type { TestEvent } from 'node:test/reporters';

/** A reporter for node --test that writes nothing but the counts of the whole run, as JSON of Outcome's shape. */
export default async function* countReporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    if (type !== 'test:summary' || data.file !== undefined) continue; // each file has a summary of its own, too
    const { tests, passed, skipped, todo } = data.counts;
    yield JSON.stringify({ passed, failed: tests - passed - skipped - todo, skipped: skipped + todo });
  }
}
