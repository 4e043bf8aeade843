import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { operation } from '../../../src/azure/operation.ts';
import { SignInNeededError } from '../../../src/azure/tokenSource.ts';
import { aPool, azureErrorOf, getPool, putPool, restartPool, serviceAt, tenantId } from './support/service.ts';
import { answer, TestServer } from './support/testServer.ts';

const getScript = operation<{
  query: { detailed?: boolean; from?: number };
  headers: { 'If-None-Match'?: string };
  result: { name: string };
}>()({ id: 'Scripts_Get', plane: 'workspace', method: 'GET', path: '/scripts/{name}', apiVersion: '2020-12-01' });

test('a call becomes one request with its path, version, ids and token', async () => {
  await using server = await TestServer.start((_request, response) =>
    answer(response, 200, { name: 'pool1' }, { 'x-ms-request-id': 'served-1' }),
  );
  const { rest, tokens, log } = serviceAt(server.url);
  const pool = await rest.call(getPool, { ...aPool, sqlPoolName: 'a b/ü?#%' });
  assert.equal(pool.name, 'pool1');
  const [request] = server.received;
  assert.ok(request);
  assert.equal(request.url, '/resourceManager/workspaces/ws/sqlPools/a%20b%2F%C3%BC%3F%23%25?api-version=2021-06-01');
  assert.equal(request.headers.authorization, 'Bearer token-1');
  assert.equal(request.headers.accept, 'application/json');
  assert.equal(request.headers['x-ms-return-client-request-id'], 'true');
  assert.match(String(request.headers['x-ms-client-request-id']), /^[0-9a-f-]{36}$/);
  assert.deepEqual(tokens.requests, [
    { tenantId, audience: 'https://management.test', signal: tokens.requests[0]?.signal },
  ]);
  assert.deepEqual(
    log.map(({ clientRequestId, durationMs: _duration, ...entry }) => {
      assert.equal(clientRequestId, request.headers['x-ms-client-request-id']);
      return entry;
    }),
    [
      {
        operation: 'Pools_Get',
        method: 'GET',
        host: new URL(server.url).host,
        path: '/resourceManager/workspaces/ws/sqlPools/a%20b%2F%C3%BC%3F%23%25?api-version=2021-06-01',
        attempt: 1,
        status: 200,
        requestId: 'served-1',
      },
    ],
  );
});

test('an operation of the workspace plane goes to the endpoint of the workspace with the audience of the plane', async () => {
  await using server = await TestServer.start((_request, response) => answer(response, 200, { name: 's' }));
  const { rest, tokens } = serviceAt(server.url);
  await rest.call(getScript, {
    tenantId,
    endpoint: `${server.url}/workspaces/contoso/`,
    name: 's',
    query: { detailed: true, from: 0 },
    headers: { 'If-None-Match': 'etag-1' },
  });
  assert.equal(server.received[0]?.url, '/workspaces/contoso/scripts/s?api-version=2020-12-01&detailed=true&from=0');
  assert.equal(server.received[0]?.headers['if-none-match'], 'etag-1');
  assert.equal(tokens.requests[0]?.audience, 'https://dev.test');
});

test('a body is sent as JSON, and a POST without one says that it is empty', async () => {
  await using server = await TestServer.start((request, response) =>
    request.method === 'PUT' ? answer(response, 200, { name: 'pool1' }) : answer(response, 200),
  );
  const { rest } = serviceAt(server.url);
  await rest.call(putPool, { ...aPool, body: { sku: 'DW100c "ü"' } });
  assert.equal(await rest.call(restartPool, aPool), undefined);
  const [put, post] = server.received;
  assert.equal(put?.headers['content-type'], 'application/json');
  assert.deepEqual(JSON.parse(put?.body ?? ''), { sku: 'DW100c "ü"' });
  assert.equal(post?.headers['content-length'], '0');
  assert.equal(post?.headers['content-type'], undefined);
});

test('a refusal keeps status, code, message and both request ids', async () => {
  await using server = await TestServer.start((_request, response) =>
    answer(
      response,
      404,
      { error: { code: 'ResourceNotFound', message: 'No such pool.' } },
      { 'x-ms-request-id': 'served-2, served-2' },
    ),
  );
  const { rest, log } = serviceAt(server.url);
  const error = await azureErrorOf(rest.call(getPool, aPool));
  assert.equal(error.reason, 'refused');
  assert.equal(error.operation, 'Pools_Get');
  assert.equal(error.status, 404);
  assert.equal(error.code, 'ResourceNotFound');
  assert.equal(error.message, 'No such pool.');
  assert.equal(error.requestId, 'served-2');
  assert.equal(error.clientRequestId, server.received[0]?.headers['x-ms-client-request-id']);
  assert.equal(log[0]?.errorCode, 'ResourceNotFound');
});

for (const [what, body, words] of [
  ['a web page', '<!doctype html><title>Sign in to Hotel Wi-Fi</title>', /web page instead of JSON \(HTTP 200\)/],
  ['broken JSON', '{"name": "po', /not JSON/],
] as const) {
  test(`${what} with status 200 is unreadable`, async () => {
    await using server = await TestServer.start((_request, response) => void response.writeHead(200).end(body));
    const error = await azureErrorOf(serviceAt(server.url).rest.call(getPool, aPool));
    assert.equal(error.reason, 'unreadable');
    assert.equal(error.status, 200);
    assert.match(error.message, words);
  });
}

test('a redirect is not followed', async () => {
  await using other = await TestServer.start((_request, response) => answer(response, 200, {}));
  await using server = await TestServer.start(
    (_request, response) => void response.writeHead(302, { Location: `${other.url}/steal` }).end(),
  );
  const error = await azureErrorOf(serviceAt(server.url).rest.call(getPool, aPool));
  assert.equal(error.reason, 'unreadable');
  assert.ok(error.message.includes(new URL(other.url).host));
  assert.deepEqual(other.received, []);
});

test('what the token source says about signing in reaches the caller, and nothing is sent', async () => {
  await using server = await TestServer.start((_request, response) => answer(response, 200, {}));
  const needed = new SignInNeededError({ tenantId, audience: 'https://management.test' });
  const { rest } = serviceAt(server.url, { tokens: { getToken: () => Promise.reject(needed) } });
  await assert.rejects(rest.call(getPool, aPool), (error) => error === needed);
  assert.deepEqual(server.received, []);
});

test('a parameter or a tenant that is missing is an error of the program', async () => {
  const { rest } = serviceAt('http://127.0.0.1:1');
  await assert.rejects(rest.call(getPool, { ...aPool, sqlPoolName: '' }), TypeError);
  await assert.rejects(rest.call(getPool, { ...aPool, tenantId: '' }), TypeError);
  await assert.rejects(rest.call(getScript, { tenantId, endpoint: '', name: 's' }), TypeError);
});

test('a token that a service repeats in its error is not passed on', async () => {
  await using server = await TestServer.start((request, response) =>
    answer(response, 403, {
      code: request.headers.authorization,
      message: `not with ${request.headers.authorization}`,
    }),
  );
  const { rest, log } = serviceAt(server.url);
  const error = await azureErrorOf(rest.call(getPool, aPool));
  assert.equal(error.message, 'not with Bearer ***');
  assert.ok(!(inspect(error, { depth: null }) + JSON.stringify(log)).includes('token-1'));
});
