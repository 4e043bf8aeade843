import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operation } from '../../../src/azure/operation.ts';
import type { ThrottledWait } from '../../../src/azure/restService.ts';
import {
  aPool,
  azureErrorOf,
  getPool,
  putPool,
  removePool,
  restartPool,
  serviceAt,
  tenantId,
} from './support/service.ts';
import { answer, type Handler, TestServer } from './support/testServer.ts';

/** Answers with the handlers one after the other, and with the last one for ever. */
function inTurn(...handlers: [Handler, ...Handler[]]): Handler {
  let next = 0;
  return (request, response) => (handlers[next++] ?? handlers.at(-1) ?? handlers[0])(request, response);
}

const fine: Handler = (_request, response) => answer(response, 200, { name: 'pool1' });
const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Handler =>
  (_request, response) =>
    answer(response, code, { error: { code: `E${code}`, message: 'for a test' } }, headers);
const drop: Handler = (_request, response) => void response.destroy();
const dropWithin: Handler = (_request, response) => {
  response.writeHead(200, { 'Content-Length': '1000' });
  response.write('{"name": ', () => response.destroy());
};

test('a read goes on after transient errors and dropped connections', async () => {
  await using server = await TestServer.start(inTurn(status(500), drop, dropWithin, status(503), fine));
  const { rest, clock, log } = serviceAt(server.url);
  assert.equal((await rest.call(getPool, aPool)).name, 'pool1');
  assert.deepEqual(clock.sleeps, [400, 800, 1600, 3200]);
  assert.deepEqual(
    log.map(({ attempt, status: code, errorCode }) => [attempt, code, errorCode]),
    [
      [1, 500, 'E500'],
      [2, undefined, 'ECONNRESET'],
      [3, undefined, 'ECONNRESET'],
      [4, 503, 'E503'],
      [5, 200, undefined],
    ],
  );
  assert.equal(new Set(log.map(({ clientRequestId }) => clientRequestId)).size, 1);
});

test('the number of attempts is bounded, and the last error is the one that is thrown', async () => {
  await using server = await TestServer.start(status(502));
  const error = await azureErrorOf(serviceAt(server.url).rest.call(putPool, { ...aPool, body: { sku: 'DW100c' } }));
  assert.equal(error.status, 502);
  assert.equal(server.received.length, 5);
});

for (const [what, handler] of [
  ['an error of the server', status(500)],
  ['a dropped connection', drop],
  ['a connection that is dropped within the answer', dropWithin],
] as const) {
  test(`a POST that may have been executed is not repeated after ${what}`, async () => {
    await using server = await TestServer.start(handler);
    const { rest, clock } = serviceAt(server.url);
    const error = await azureErrorOf(rest.call(restartPool, aPool));
    assert.equal(error.status ?? error.code, handler === drop || handler === dropWithin ? 'ECONNRESET' : 500);
    assert.equal(server.received.length, 1);
    assert.deepEqual(clock.sleeps, []);
  });
}

test('a POST is repeated after 429, since it was not executed', async () => {
  await using server = await TestServer.start(inTurn(status(429, { 'Retry-After': '1' }), fine));
  const { rest, clock } = serviceAt(server.url);
  await rest.call(restartPool, aPool);
  assert.equal(server.received.length, 2);
  assert.deepEqual(clock.sleeps, [1100]);
});

test('a POST that only reads is repeated like a GET', async () => {
  const check = operation<{ body: object; result: unknown }>()({
    id: 'Access_Check',
    plane: 'graph',
    method: 'POST',
    path: '/check',
    readOnly: true,
  });
  await using server = await TestServer.start(inTurn(drop, status(500), fine));
  await serviceAt(server.url).rest.call(check, { tenantId, body: {} });
  assert.equal(server.received.length, 3);
});

test('a short wait is silent, a long one is reported before it begins', async () => {
  await using server = await TestServer.start(
    inTurn(status(429, { 'Retry-After': '2' }), status(429, { 'Retry-After': '30' }), fine),
  );
  const { rest, clock } = serviceAt(server.url);
  const told: [ThrottledWait, number][] = [];
  await rest.call(getPool, aPool, { onThrottled: (wait) => told.push([wait, clock.sleeps.length]) });
  assert.deepEqual(told, [[{ operation: 'Pools_Get', seconds: 31 }, 1]]);
});

test('a wait of half an hour is not slept: the error says how long it is', async () => {
  await using server = await TestServer.start(status(429, { 'Retry-After': '2000' }));
  const { rest, clock } = serviceAt(server.url);
  const error = await azureErrorOf(rest.call(getPool, aPool));
  assert.equal(error.retryAfterSeconds, 2000);
  assert.equal(error.status, 429);
  assert.deepEqual(clock.sleeps, []);
});

test('a deletion whose answer was lost has succeeded when the resource is not there any more', async () => {
  await using server = await TestServer.start(inTurn(drop, status(404)));
  assert.equal(await serviceAt(server.url).rest.call(removePool, aPool), undefined);
});

test('a deletion of what was not there is an error, also after throttling', async () => {
  await using server = await TestServer.start(inTurn(status(429), status(404)));
  const error = await azureErrorOf(serviceAt(server.url).rest.call(removePool, aPool));
  assert.equal(error.status, 404);
});
