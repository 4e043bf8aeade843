import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operation } from '../../../src/azure/operation.ts';
import { TransportError } from '../../../src/azure/transport.ts';
import { bothLinks, changePool, links, origin } from './support/changePool.ts';
import { ScriptedTransport } from './support/scriptedTransport.ts';
import { azureErrorOf, serviceAt, tenantId } from './support/service.ts';
import { StoppedClock } from './support/virtualClock.ts';

test('states are compared without case, and unknown ones mean to go on', async () => {
  const words = ['Accepted', 'RUNNING', 'inprogress', 'Warming up', 'sUCCEEDED'];
  const { end, states } = changePool('POST', { then: 'nothing' }, [
    { status: 202, headers: bothLinks },
    ...words.map((word) => ({ body: { status: word } })),
  ]);
  await end;
  assert.deepEqual(states, words);
});

test("a trigger's subscription has ended once it is on or off", async () => {
  for (const status of ['Enabled', 'Disabled']) {
    const { end } = changePool('POST', { then: 'location' }, [
      { status: 202, headers: { location: links.result } },
      { body: { triggerName: 't', status: 'Provisioning' } },
      { body: { triggerName: 't', status } },
    ]);
    assert.deepEqual(await end, { triggerName: 't', status });
  }
});

test('without Retry-After the questions come slower and slower, but not slower than every 15 seconds', async () => {
  const { end, clock } = changePool('POST', { then: 'nothing' }, [
    { status: 202, headers: bothLinks },
    ...Array.from({ length: 8 }, () => ({ body: { status: 'InProgress' } })),
    { body: { status: 'Succeeded' }, headers: { 'retry-after': '99' } },
  ]);
  await end;
  assert.deepEqual(clock.sleeps.map(Math.round), [2000, 3000, 4500, 6750, 10125, 15000, 15000, 15000, 15000]);
});

test('Retry-After is kept, but nobody is left without news for longer than two minutes', async () => {
  const { end, clock } = changePool('POST', { then: 'nothing' }, [
    { status: 202, headers: { ...bothLinks, 'retry-after': '40' } },
    { body: { status: 'InProgress' }, headers: { 'retry-after': '4000' } },
    { body: { status: 'Succeeded' } },
  ]);
  await end;
  assert.deepEqual(clock.sleeps, [40_000, 120_000]);
});

const lost = (): Error => new TransportError('ECONNRESET', 'for a test');

test('troubles that outlast the repetitions of one question do not end the operation', async () => {
  const outage = [...Array.from({ length: 5 }, lost), ...Array.from({ length: 5 }, () => ({ status: 503 }))];
  const { end, transport } = changePool('POST', { then: 'nothing' }, [
    { status: 202, headers: bothLinks },
    ...outage,
    { body: { status: 'Succeeded' } },
  ]);
  await end;
  assert.equal(transport.left, 0);
});

test('troubles without an end are reported', async () => {
  const outage = Array.from({ length: 30 }, lost);
  const { end, transport } = changePool('POST', { then: 'nothing' }, [{ status: 202, headers: bothLinks }, ...outage]);
  assert.equal((await azureErrorOf(end)).code, 'ECONNRESET');
  assert.equal(transport.left, 0);
});

test('an operation that never ends is given up after hours', async () => {
  const replies = Array.from({ length: 500 }, () => ({
    body: { status: 'InProgress' },
    headers: { 'retry-after': '120' },
  }));
  const failure = await azureErrorOf(
    changePool('POST', { then: 'nothing' }, [{ status: 202, headers: bothLinks }, ...replies]).end,
  );
  assert.match(failure.message, /not ended within 6 hours/);
});

test('aborting stops the waiting, and no further question is asked', async () => {
  const clock = new StoppedClock();
  const transport = new ScriptedTransport({ status: 202, headers: bothLinks });
  const { rest } = serviceAt(origin, { transport, clock });
  const remove = operation<{ result: undefined }>()({
    id: 'Pools_Remove',
    plane: 'resourceManager',
    method: 'DELETE',
    path: '/pools/{name}',
    longRunning: { then: 'nothing' },
  });
  const controller = new AbortController();
  const reason = new Error('stopped');
  const end = rest.run(remove, { tenantId, name: 'p' }, { signal: controller.signal });
  const rejected = assert.rejects(end, (error) => error === reason);
  assert.equal(await clock.asleep, 2000);
  controller.abort(reason);
  await rejected;
  assert.equal(transport.sent.length, 1);
});
