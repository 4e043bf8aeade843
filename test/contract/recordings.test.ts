import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serviceAt } from '../unit/azure/support/service.ts';
import { declaredOperations, declaredRequest } from './support/declaredOperations.ts';
import { withoutSpecifications } from './support/places.ts';
import { readRecording, recordingNames } from './support/recordings.ts';
import { Replayed } from './support/replayed.ts';
import { ReplayServer } from './support/replayServer.ts';

/**
 * Recorded traffic of the real service, replayed by a server on loopback to the REST service: every recorded request
 * that src/api declares is asked again, over a real socket, and results, refusals and ends of long-running operations
 * have to be those of the recording.
 */
test('what the service was recorded to answer is understood', { skip: withoutSpecifications }, async (t) => {
  await using server = await ReplayServer.start();
  const { rest } = serviceAt(server.url);
  const operations = await declaredOperations();
  const understood = new Map<string, number>();
  let partial = 0;

  for (const name of recordingNames()) {
    const recording = readRecording(name);
    for (const [index, exchange] of recording.entries()) {
      const request = declaredRequest(operations, exchange.liveRequest);
      if (request === undefined) continue;
      const replayed = new Replayed(request, exchange, recording.slice(index + 1));
      if (!replayed.isWhole) {
        partial++;
        continue;
      }
      const { id } = request.operation;
      await replayed.check(rest, server).catch((error: unknown) => {
        throw new Error(`${name}, exchange ${String(index)}, ${id}: ${String(error)}`, { cause: error });
      });
      understood.set(id, (understood.get(id) ?? 0) + 1);
    }
  }

  const times = [...understood.values()];
  t.diagnostic(`${String(times.reduce((sum, each) => sum + each, 0))} recorded requests asked again and understood`);
  t.diagnostic([...understood].map(([id, count]) => `${String(count)} × ${id}`).join(', '));
  t.diagnostic(`${String(partial)} operations left out, because the recording ends before they do`);
  const unrecorded = operations.filter(({ id }) => !understood.has(id));
  t.diagnostic(`declared, never recorded: ${unrecorded.map(({ id }) => id).join(', ')}`);
  assert.ok(times.length > 0, 'no recording has a declared operation');
});
