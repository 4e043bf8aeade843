import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClient } from './client.ts';

test('api-version is demanded and checked, and several are accepted', async () => {
  await using client = await TestClient.start();
  const id = await client.idOf('contoso-sales');
  const { resourceManager } = client.emulator.ready;
  const authorization = `Bearer ${await client.token('https://management.azure.com')}`;
  const missing = await client.raw('GET', `${resourceManager}${id}`, { authorization });
  assert.equal(missing.status, 400);
  assert.equal(missing.body['error']?.['code'], 'MissingApiVersionParameter');
  const unknown = await client.arm('GET', `${id}?api-version=2031-01-01`);
  assert.equal(unknown.status, 400);
  assert.equal(unknown.body['error']?.['code'], 'InvalidApiVersionParameter');
  assert.match(String(unknown.body['error']?.['message']), /2031-01-01.*2021-06-01/);
  assert.equal((await client.arm('GET', `${id}/bigDataPools?api-version=2021-06-01-preview`)).status, 200);
  assert.equal((await client.arm('GET', `${id}/sqlPools?API-Version=2021-06-01`)).status, 200);
  const dev = await client.dev('GET', 'contoso-sales', '/roleDefinitions?api-version=2020-08-01-preview');
  assert.equal(dev.status, 200);
  const devUnknown = await client.dev('GET', 'contoso-sales', '/roleDefinitions?api-version=2021-06-01');
  assert.equal(devUnknown.status, 400);
});

test('paths are matched without regard to case', async () => {
  await using client = await TestClient.start();
  const id = await client.idOf('contoso-sales');
  const shouted = await client.arm('GET', `${id.toUpperCase()}/SQLPOOLS/salesdw`);
  assert.equal(shouted.status, 200);
  assert.equal(shouted.body['name'], 'SalesDW');
  const base = client.emulator.url;
  const authorization = `Bearer ${await client.token('https://dev.azuresynapse.net')}`;
  const dev = await client.raw('GET', `${base}/WORKSPACES/Contoso-Sales/ROLEDEFINITIONS?api-version=2020-12-01`, {
    authorization,
  });
  assert.equal(dev.status, 200);
});

test('what is not served is not found, in the shape of the service', async () => {
  await using client = await TestClient.start();
  const arm = await client.arm('GET', `${await client.idOf('contoso-sales')}/kustoPools`);
  assert.equal(arm.status, 404);
  assert.equal(arm.body['error']?.['code'], 'InvalidResourceType');
  const dev = await client.dev('GET', 'contoso-sales', '/nothingSuch');
  assert.equal(dev.status, 404);
  assert.equal(dev.body['code'], 'NotFound');
  assert.equal((await client.raw('GET', `${client.emulator.url}/elsewhere`)).status, 404);
});

test('a body that is not JSON is refused', async () => {
  await using client = await TestClient.start();
  const url = `${client.emulator.ready.resourceManager}${await client.idOf('contoso-sales')}/sqlPools/Fresh?api-version=2021-06-01`;
  const authorization = `Bearer ${await client.token('https://management.azure.com')}`;
  const { status, body } = await client.raw('PUT', url, { authorization }, '{"location"');
  assert.equal(status, 400);
  assert.equal(body['error']?.['code'], 'InvalidRequestContent');
});

test('answers carry the ids and counters of the service', async () => {
  await using client = await TestClient.start();
  const id = await client.idOf('contoso-sales');
  const headers = {
    authorization: `Bearer ${await client.token('https://management.azure.com')}`,
    'x-ms-client-request-id': 'my-request',
  };
  const url = `${client.emulator.ready.resourceManager}${id}?api-version=2021-06-01`;
  const plain = await client.raw('GET', url, headers);
  assert.equal(plain.headers.get('x-ms-client-request-id'), null);
  const echoed = await client.raw('GET', url, { ...headers, 'x-ms-return-client-request-id': 'true' });
  assert.equal(echoed.headers.get('x-ms-client-request-id'), 'my-request');
  assert.match(echoed.headers.get('x-ms-request-id') ?? '', /^[0-9a-f-]{36}$/);
  assert.match(echoed.headers.get('x-ms-routing-request-id') ?? '', /^[A-Z]+:\d{8}T\d{6}Z:[0-9a-f-]{36}$/);
  assert.equal(echoed.headers.get('x-ms-ratelimit-remaining-subscription-reads'), '249');
  const pause = await client.arm('POST', `${id}/sqlPools/SalesDW/pause`);
  assert.ok(pause.headers.get('x-ms-ratelimit-remaining-subscription-writes'));
});

test('latency comes before every answer', async () => {
  const waits: number[] = [];
  await using client = await TestClient.start({
    latency: 60,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });
  await client.arm('GET', '/subscriptions?api-version=2022-12-01');
  assert.deepEqual(waits, [60, 60], 'one for the token, one for the list');
});

test('an emulator that closes ends what waits', async () => {
  const client = await TestClient.start({ latency: 3_600_000 });
  const pending = client.raw('GET', `${client.emulator.url}/elsewhere`);
  const refused = assert.rejects(pending);
  await client.emulator.close();
  await refused;
});
