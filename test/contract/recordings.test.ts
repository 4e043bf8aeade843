import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serviceAt } from '../unit/azure/support/service.ts';
import { declaredOperations, declaredRequest } from './support/declaredOperations.ts';
import type { Exchange } from './support/exchange.ts';
import { withoutSpecifications } from './support/places.ts';
import { readRecording, recordingNames } from './support/recordings.ts';
import { Replayed } from './support/replayed.ts';
import { ReplayServer } from './support/replayServer.ts';

/**
 * Recorded traffic of the real service, replayed by a server on loopback to the REST service: every recorded request
 * that src/api declares is asked again, over a real socket, and results, refusals and ends of long-running operations
 * have to be those of the recording. No exchange may go missing: what is not asked again is the answer to a question
 * about a long-running operation, or is listed with its reason.
 */
test('what the service was recorded to answer is understood', { skip: withoutSpecifications }, async (t) => {
  await using server = await ReplayServer.start();
  const { rest } = serviceAt(server.url);
  const operations = await declaredOperations();
  const understood = new Map<string, number>();
  const listed = { unfinished: [] as string[], undeclared: [] as string[] };
  let followed = 0;
  let unasked = 0;
  let exchanges = 0;

  for (const name of recordingNames()) {
    const recording = readRecording(name);
    exchanges += recording.length;
    const links = linksIn(recording);
    const others: Exchange[] = [];
    for (const [index, exchange] of recording.entries()) {
      const request = declaredRequest(operations, exchange.liveRequest);
      if (request === undefined) {
        others.push(exchange);
        continue;
      }
      const { id } = request.operation;
      const replayed = new Replayed(request, exchange, recording.slice(index + 1));
      if (!replayed.isWhole) {
        listed.unfinished.push(`${name}, exchange ${String(index)}, ${id}`);
        continue;
      }
      await replayed.check(rest, server).catch((error: unknown) => {
        throw new Error(`${name}, exchange ${String(index)}, ${id}: ${String(error)}`, { cause: error });
      });
      understood.set(id, (understood.get(id) ?? 0) + 1);
    }
    for (const exchange of others) {
      if (server.hasServed(exchange)) followed++;
      else if (links.has(exchange.liveRequest.url)) unasked++;
      else listed.undeclared.push(`${name}: ${exchange.liveRequest.method} ${exchange.liveRequest.url}`);
    }
  }

  const asked = [...understood.values()].reduce((sum, each) => sum + each, 0);
  t.diagnostic(`${String(exchanges)} recorded exchanges in ${String(recordingNames().length)} recordings`);
  t.diagnostic(`${String(asked)} asked again and understood, of ${String(understood.size)} operations`);
  t.diagnostic([...understood].map(([id, count]) => `${String(count)} × ${id}`).join(', '));
  t.diagnostic(`${String(followed)} answers about long-running operations, understood on the way to their ends`);
  t.diagnostic(`${String(unasked)} answers at a second link of an operation whose first one is enough`);
  for (const each of listed.unfinished) t.diagnostic(`the recording lacks the end of the operation: ${each}`);
  for (const each of listed.undeclared) t.diagnostic(`not declared: ${each}`);

  assert.ok(asked > 0 && followed > 0, 'nothing recorded is declared');
  assert.equal(asked + followed + unasked + listed.unfinished.length + listed.undeclared.length, exchanges);
  assert.deepEqual(listed.unfinished, [
    // The recording client read the pool without waiting for the end of its change.
    'azure-cli.sql_pool.json, exchange 31, SqlPools_Update',
    // It took the pool from Location and did not read it again, which is what our declaration ends with.
    'azure-cli.sql_pool_tde.json, exchange 9, SqlPools_Create',
    'azure-cli.sql_pool_threat_policy.json, exchange 9, SqlPools_Create',
    'azure-cli.sqlscript.json, exchange 12, SqlPools_Create',
  ]);
  assert.deepEqual(listed.undeclared, []);
});

/** Where the service sent its client to ask about long-running operations. */
function linksIn(recording: readonly Exchange[]): ReadonlySet<string> {
  const links = recording.flatMap(({ liveResponse: { headers } }) => [
    headers['azure-asyncoperation'],
    headers['location'],
  ]);
  return new Set(links.filter((link) => link !== undefined));
}
