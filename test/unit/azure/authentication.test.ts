import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPool, azureErrorOf, getPool, restartPool, serviceAt } from './support/service.ts';
import { answer, TestServer } from './support/testServer.ts';

const challenge =
  'Bearer realm="", authorization_uri="https://login.test/common", error="insufficient_claims", claims="eyJhIjoxfQ=="';

test('after a 401 the request is sent once more with a fresh token, also a POST', async () => {
  await using server = await TestServer.start((request, response) =>
    request.headers.authorization === 'Bearer token-1'
      ? answer(response, 401, { error: { code: 'ExpiredAuthenticationToken', message: 'Expired.' } })
      : answer(response, 200, {}),
  );
  const { rest, tokens, log, clock } = serviceAt(server.url);
  await rest.call(restartPool, aPool);
  assert.deepEqual(
    tokens.requests.map(({ fresh, challenge: said }) => [fresh, said]),
    [
      [undefined, undefined],
      [true, undefined],
    ],
  );
  assert.deepEqual(
    log.map(({ attempt, status }) => [attempt, status]),
    [
      [1, 401],
      [2, 200],
    ],
  );
  assert.deepEqual(clock.sleeps, []);
});

test('a claims challenge reaches the token source as it came', async () => {
  await using server = await TestServer.start((request, response) =>
    request.headers.authorization === 'Bearer token-1'
      ? answer(response, 401, { error: { code: 'InvalidAuthenticationToken' } }, { 'WWW-Authenticate': challenge })
      : answer(response, 200, { name: 'pool1' }),
  );
  const { rest, tokens } = serviceAt(server.url);
  await rest.call(getPool, aPool);
  assert.equal(tokens.requests[1]?.challenge, challenge);
});

test('a second 401 is the answer', async () => {
  await using server = await TestServer.start((_request, response) =>
    answer(response, 401, { code: 'InvalidTokenIssuer', message: 'Token Authentication failed' }),
  );
  const { rest, tokens } = serviceAt(server.url);
  const error = await azureErrorOf(rest.call(getPool, aPool));
  assert.equal(error.status, 401);
  assert.equal(error.code, 'InvalidTokenIssuer');
  assert.equal(tokens.requests.length, 2);
  assert.equal(server.received.length, 2);
});

test('a 403 asks for no other token, whatever its code says', async () => {
  await using server = await TestServer.start((_request, response) =>
    answer(response, 403, { error: { code: 'Unauthorized', message: 'no Synapse RBAC permission' } }),
  );
  const { rest, tokens } = serviceAt(server.url);
  const error = await azureErrorOf(rest.call(getPool, aPool));
  assert.equal(error.code, 'Unauthorized');
  assert.equal(tokens.requests.length, 1);
  assert.equal(server.received.length, 1);
});

test('a fresh token is kept for the attempts that follow', async () => {
  const statuses = [401, 503, 200];
  await using server = await TestServer.start((_request, response) => answer(response, statuses.shift() ?? 500, {}));
  const { rest, tokens } = serviceAt(server.url);
  await rest.call(getPool, aPool);
  assert.equal(tokens.requests.length, 2);
  assert.deepEqual(
    server.received.map(({ headers }) => headers.authorization),
    ['Bearer token-1', 'Bearer token-2', 'Bearer token-2'],
  );
});
