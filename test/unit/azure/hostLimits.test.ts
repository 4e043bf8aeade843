import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HostLimits } from '../../../src/azure/hostLimits.ts';
import { aPool, getPool, serviceAt } from './support/service.ts';
import { answer, TestServer } from './support/testServer.ts';

test('not more than the allowed number of requests is in flight, and all of them are used', async () => {
  let inFlight = 0;
  let most = 0;
  await using server = await TestServer.start(async (_request, response) => {
    most = Math.max(most, ++inFlight);
    await new Promise((resolve) => setImmediate(resolve));
    // Full before any is answered: otherwise the highest number would be a matter of luck.
    await server.arrived(3);
    inFlight--;
    answer(response, 200, { name: 'p' });
  });
  const { rest } = serviceAt(server.url, { requestsPerHost: 3 });
  const names = Array.from({ length: 20 }, (_value, index) => `pool${index}`);
  await Promise.all(names.map((sqlPoolName) => rest.call(getPool, { ...aPool, sqlPoolName })));
  assert.equal(most, 3);
  assert.equal(server.received.length, 20);
});

test('a request that waits before its repetition leaves its place to others', async () => {
  const woken = Promise.withResolvers<void>();
  await using server = await TestServer.start((request, response) => {
    const throttled = request.url.includes('throttled') && server.received.length === 1;
    answer(response, throttled ? 429 : 200, { name: 'p' }, throttled ? { 'Retry-After': '60' } : {});
  });
  const { rest } = serviceAt(server.url, {
    requestsPerHost: 1,
    clock: { now: () => 0, sleep: () => woken.promise },
  });
  const waiting = rest.call(getPool, { ...aPool, sqlPoolName: 'throttled' });
  await server.arrived(1);
  await rest.call(getPool, { ...aPool, sqlPoolName: 'other' });
  woken.resolve();
  await waiting;
  assert.equal(server.received.length, 3);
});

test('what is aborted while it waits for its turn is never begun', async () => {
  const limits = new HostLimits(1);
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = limits.run('host', () => promise);
  let begun = false;
  const controller = new AbortController();
  const second = limits.run('host', () => Promise.resolve((begun = true)), controller.signal);
  controller.abort();
  await assert.rejects(second, { name: 'AbortError' });
  resolve();
  await first;
  await limits.run('host', () => Promise.resolve());
  assert.equal(begun, false);
});
