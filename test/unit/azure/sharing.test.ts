import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPool, getPool, putPool, restartPool, serviceAt } from './support/service.ts';
import { answer, TestServer } from './support/testServer.ts';

const isAbort = { name: 'AbortError' };

test('equal reads that are under way at the same time are one request, later ones are new', async () => {
  const release = Promise.withResolvers<void>();
  await using server = await TestServer.start(async (_request, response) => {
    await release.promise;
    answer(response, 200, { name: 'pool1' });
  });
  const { rest } = serviceAt(server.url);
  const calls = [rest.call(getPool, aPool), rest.call(getPool, { ...aPool }), rest.call(getPool, aPool)];
  await server.arrived(1);
  release.resolve();
  const [first, second] = await Promise.all(calls);
  assert.equal(server.received.length, 1);
  assert.notEqual(first, second, 'each caller has an object of its own');
  assert.deepEqual(first, second);
  await rest.call(getPool, aPool);
  assert.equal(server.received.length, 2);
});

test('reads for different tenants and POSTs are not shared', async () => {
  await using server = await TestServer.start((_request, response) => answer(response, 200, {}));
  const { rest } = serviceAt(server.url);
  await Promise.all([
    rest.call(getPool, aPool),
    rest.call(getPool, { ...aPool, tenantId: 'other' }),
    rest.call(restartPool, aPool),
    rest.call(restartPool, aPool),
  ]);
  assert.equal(server.received.length, 4);
});

test('a caller that aborts only leaves; the request ends with the last one', async () => {
  await using server = await TestServer.start(() => undefined);
  const { rest } = serviceAt(server.url);
  const [one, two] = [new AbortController(), new AbortController()];
  const first = assert.rejects(rest.call(getPool, aPool, { signal: one.signal }), isAbort);
  const second = assert.rejects(rest.call(getPool, aPool, { signal: two.signal }), isAbort);
  await server.arrived(1);
  one.abort();
  await first;
  assert.equal(server.sockets.size, 1);
  two.abort();
  await second;
  await server.received[0]?.closed;
  assert.equal(server.received.length, 1);
});

test('a read that comes after the last one has left is a new request', async () => {
  await using server = await TestServer.start((_request, response) => {
    if (server.received.length > 1) answer(response, 200, { name: 'pool1' });
  });
  const { rest } = serviceAt(server.url);
  const controller = new AbortController();
  const left = assert.rejects(rest.call(getPool, aPool, { signal: controller.signal }), isAbort);
  await server.arrived(1);
  controller.abort();
  const again = rest.call(getPool, aPool);
  await left;
  assert.equal((await again).name, 'pool1');
});

test('a read that starts after a write does not get the answer of one that started before', async () => {
  const release = Promise.withResolvers<void>();
  await using server = await TestServer.start(async (request, response) => {
    if (request.method === 'PUT') {
      answer(response, 200, { name: 'pool1' });
      return;
    }
    const name = server.received.length === 1 ? 'old' : 'new';
    if (name === 'old') await release.promise;
    answer(response, 200, { name });
  });
  const { rest } = serviceAt(server.url);
  const before = rest.call(getPool, aPool);
  await server.arrived(1);
  await rest.call(putPool, { ...aPool, body: { sku: 'DW200c' } });
  assert.equal((await rest.call(getPool, aPool)).name, 'new');
  release.resolve();
  assert.equal((await before).name, 'old');
});

test('all callers of a shared read fail with its error', async () => {
  await using server = await TestServer.start((_request, response) => answer(response, 404));
  const { rest } = serviceAt(server.url);
  const results = await Promise.allSettled([rest.call(getPool, aPool), rest.call(getPool, aPool)]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.equal(server.received.length, 1);
});

test('every caller of a shared read is told of a long wait', async () => {
  await using server = await TestServer.start((_request, response) =>
    server.received.length === 1 ? answer(response, 429, {}, { 'Retry-After': '60' }) : answer(response, 200, {}),
  );
  const { rest } = serviceAt(server.url);
  const told: string[] = [];
  await Promise.all(
    ['a', 'b'].map((caller) => rest.call(getPool, aPool, { onThrottled: () => void told.push(caller) })),
  );
  assert.deepEqual(told, ['a', 'b']);
});
