import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPool, getPool, restartPool, serviceAt } from './support/service.ts';
import { StoppedClock } from './support/virtualClock.ts';
import { answer, TestServer } from './support/testServer.ts';

const reason = new Error('the user left');
const isReason = (error: unknown): boolean => error === reason;

for (const [when, begin] of [
  ['before the answer', undefined],
  ['within the answer', '{"name": "po'],
] as const) {
  test(`aborting ${when} ends the connection and rejects with the reason`, async () => {
    const begun = Promise.withResolvers<void>();
    await using server = await TestServer.start((_request, response) => {
      if (begin === undefined) begun.resolve();
      else response.writeHead(200).write(begin, () => begun.resolve());
    });
    const controller = new AbortController();
    const call = serviceAt(server.url).rest.call(restartPool, aPool, { signal: controller.signal });
    const rejected = assert.rejects(call, isReason);
    await begun.promise;
    controller.abort(reason);
    await rejected;
    await server.received[0]?.closed;
  });
}

test('aborting a request that waits for its turn rejects at once, and it is never sent', async () => {
  const release = Promise.withResolvers<void>();
  await using server = await TestServer.start(async (_request, response) => {
    await release.promise;
    answer(response, 200, {});
  });
  const { rest } = serviceAt(server.url, { requestsPerHost: 1 });
  const first = rest.call(getPool, aPool);
  await server.arrived(1);
  const controller = new AbortController();
  const second = rest.call(getPool, { ...aPool, sqlPoolName: 'other' }, { signal: controller.signal });
  const third = rest.call(getPool, { ...aPool, sqlPoolName: 'third' });
  const rejected = assert.rejects(second, isReason);
  controller.abort(reason);
  await rejected;
  release.resolve();
  await Promise.all([first, third]);
  assert.deepEqual(
    server.received.map(({ url }) => /[^/]+(?=\?)/.exec(url)?.[0]),
    ['pool1', 'third'],
  );
});

test('aborting during the wait before a repetition rejects at once', async () => {
  await using server = await TestServer.start((_request, response) => answer(response, 503));
  const clock = new StoppedClock();
  const controller = new AbortController();
  const call = serviceAt(server.url, { clock }).rest.call(getPool, aPool, { signal: controller.signal });
  const rejected = assert.rejects(call, isReason);
  await clock.asleep;
  controller.abort(reason);
  await rejected;
  assert.equal(server.received.length, 1);
});

test('aborting while a token is fetched rejects at once, and the token source is told', async () => {
  const asked = Promise.withResolvers<AbortSignal | undefined>();
  const { rest } = serviceAt('http://127.0.0.1:1', {
    tokens: {
      getToken: ({ signal }) => {
        asked.resolve(signal);
        return new Promise<never>(() => undefined);
      },
    },
  });
  const controller = new AbortController();
  const rejected = assert.rejects(rest.call(getPool, aPool, { signal: controller.signal }), isReason);
  const signal = await asked.promise;
  controller.abort(reason);
  await rejected;
  assert.equal(signal?.aborted, true);
});

test('a call whose signal is aborted already sends nothing', async () => {
  await using server = await TestServer.start((_request, response) => answer(response, 200, {}));
  const { rest } = serviceAt(server.url);
  const signal = AbortSignal.abort(reason);
  await assert.rejects(rest.call(getPool, aPool, { signal }), isReason);
  await assert.rejects(rest.call(restartPool, aPool, { signal }), isReason);
  assert.deepEqual(server.received, []);
});
