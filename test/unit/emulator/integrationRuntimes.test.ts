import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClient, type Answer } from './client.ts';

/** As recorded in azure-cli.integration_runtime.json, but for what is said to be the emulator's choice. */

async function started(): Promise<{ client: TestClient; runtimes: string } & AsyncDisposable> {
  const client = await TestClient.start({ operationTime: 1000 });
  const runtimes = `${await client.idOf('contoso-sales')}/integrationRuntimes`;
  return { client, runtimes, [Symbol.asyncDispose]: () => client[Symbol.asyncDispose]() };
}

const location = (answer: Answer): string => answer.headers.get('location') ?? '';

test('a runtime is made as an artifact is: a record, Location alone, and the definition in the end', async () => {
  await using all = await started();
  const { client, runtimes } = all;
  const properties = { type: 'Managed', typeProperties: { computeProperties: { location: 'AutoResolve' } } };
  const put = await client.arm('PUT', `${runtimes}/ByTest`, { properties });
  assert.equal(put.status, 202);
  assert.equal(put.headers.get('azure-asyncoperation'), null);
  assert.equal(put.body['id'], `${runtimes}/ByTest`);
  assert.deepEqual([put.body['state'], put.body['type']], ['Creating', 'IntegrationRuntime']);
  assert.equal((await client.arm('GET', `${runtimes}/ByTest`)).status, 404);
  client.letPass(1000);
  const done = await client.arm('GET', location(put));
  assert.equal(done.status, 200);
  assert.equal(done.body['id'], `${runtimes.replace(/R/g, 'r').replace('/resourcegroups', '/resourceGroups')}/ByTest`);
  assert.deepEqual(done.body['properties'], properties);

  const removed = await client.arm('DELETE', `${runtimes}/bytest`);
  assert.deepEqual([removed.body['state'], removed.body['recordId']], ['Deleting', 0]);
  client.letPass(1000);
  const gone = await client.arm('GET', location(removed));
  assert.deepEqual([gone.status, gone.text], [200, '']);
  const missing = await client.arm('GET', `${runtimes}/ByTest`);
  assert.match(
    String(missing.body['target']),
    /Microsoft\.DataFactory\/factories\/contoso-sales\/integrationruntimes\/ByTest$/,
  );
  assert.equal(missing.body['details'], null);
  assert.equal((await client.arm('DELETE', `${runtimes}/ByTest`)).status, 204);
});

test('an etag decides whether a definition may be replaced, and whether it is sent again', async () => {
  await using all = await started();
  const { client, runtimes } = all;
  const url = `${client.emulator.ready.resourceManager}${runtimes}/OnPremises?api-version=2021-06-01`;
  const etag = String((await client.arm('GET', `${runtimes}/OnPremises`)).body['etag']);
  const authorization = `Bearer ${await client.token('https://management.azure.com')}`;
  const body = JSON.stringify({ properties: { type: 'SelfHosted', description: 'new' } });
  const stale = await client.raw('PUT', url, { authorization, 'if-match': 'another' }, body);
  assert.deepEqual([stale.status, stale.body['error']?.['code']], [412, 'PreconditionFailed']);
  assert.equal((await client.raw('PUT', url, { authorization, 'if-match': etag }, body)).status, 202);
  assert.equal((await client.raw('GET', url, { authorization, 'if-none-match': etag })).status, 304);
  client.letPass(1000);
  const changed = await client.raw('GET', url, { authorization, 'if-none-match': etag });
  assert.deepEqual([changed.status, changed.body['properties']?.['description']], [200, 'new']);
  const otherType = { properties: { type: 'Managed' } };
  assert.equal((await client.arm('PUT', `${runtimes}/OnPremises`, otherType)).status, 400);
});

test('start and stop go through their states, and tell them below the runtime in small letters', async () => {
  await using all = await started();
  const { client, runtimes } = all;
  const runtime = `${runtimes}/SsisWarehouse`;
  const state = async () => (await client.arm('POST', `${runtime}/getStatus`)).body['properties']?.['state'];
  assert.equal(await state(), 'Stopped');
  const start = await client.arm('POST', `${runtime}/start`);
  assert.deepEqual([start.status, start.text, await state()], [202, '', 'Starting']);
  const status = start.headers.get('azure-asyncoperation') ?? '';
  assert.match(status, /\/integrationRuntimes\/SsisWarehouse\/start\/operationstatuses\/[0-9a-f]{32}\?/);
  assert.equal((await client.arm('GET', status)).body['status'], 'InProgress');
  assert.equal((await client.arm('GET', location(start))).status, 202);
  assert.equal((await client.arm('POST', `${runtime}/stop`)).status, 409, 'not while it is starting');
  client.letPass(1000);
  assert.equal((await client.arm('GET', status)).body['properties']?.['properties']?.['state'], 'Started');
  const { body } = await client.arm('GET', location(start));
  assert.equal((body['properties']?.['typeProperties']?.['nodes'] as unknown as unknown[]).length, 2);

  client.emulator.faults.add({ route: 'IntegrationRuntimes_Stop', times: 1, fault: 'failedOperation' });
  const failed = await client.arm('POST', `${runtime}/stop`);
  client.letPass(1000);
  assert.equal((await client.arm('GET', failed.headers.get('azure-asyncoperation') ?? '')).body['status'], 'Failed');
  assert.equal(await state(), 'Started', 'as before');
  const stop = await client.arm('POST', `${runtime}/stop`);
  client.letPass(1000);
  const end = await client.arm('GET', location(stop));
  assert.deepEqual([end.status, end.text, await state()], [200, '', 'Stopped']);
  assert.equal((await client.arm('POST', `${runtimes}/OnPremises/start`)).status, 400, 'not a self-hosted one');
});

test('what runs where is told by the machines that are there', async () => {
  await using all = await started();
  const { client, runtimes } = all;
  const runtime = `${runtimes}/OnPremises`;
  const state = async () => (await client.arm('POST', `${runtime}/getStatus`)).body['properties']?.['state'];
  assert.equal(await state(), 'Limited', 'one of three is offline');
  assert.equal((await client.arm('DELETE', `${runtime}/nodes/shir-ber-03`)).status, 200);
  assert.equal(await state(), 'Online');
  for (const node of ['SHIR-BER-01', 'SHIR-BER-02']) await client.arm('DELETE', `${runtime}/nodes/${node}`);
  assert.equal(await state(), 'NeedRegistration');
  const info = await client.arm('POST', `${runtime}/getConnectionInfo`);
  assert.deepEqual([info.status, Object.keys(info.body)], [400, ['code', 'message']]);
  const limit = await client.arm('PATCH', `${runtime}/nodes/SHIR-BER-01`, { concurrentJobsLimit: 1 });
  assert.equal(limit.status, 404);
});

test('the workspace’s own runtime stays, and odd names are refused', async () => {
  await using all = await started();
  const { client, runtimes } = all;
  for (const method of ['PUT', 'DELETE']) {
    const body = method === 'PUT' ? { properties: { type: 'Managed' } } : undefined;
    assert.equal((await client.arm(method, `${runtimes}/AutoResolveIntegrationRuntime`, body)).status, 400);
  }
  for (const name of ['ab', 'two--hyphens', 'under_score', 'x'.repeat(64)]) {
    const { status, text } = await client.arm('PUT', `${runtimes}/${name}`, { properties: { type: 'SelfHosted' } });
    assert.equal(status, 400, name);
    assert.match(text, /3 to 63 letters/);
  }
  assert.equal((await client.arm('PUT', `${runtimes}/fine`, { properties: { type: 'Other' } })).status, 400);
});

test('keys are not in recordings', async () => {
  const { exchangeOf } = await import('../../../emulator/recording/exchangeOf.ts');
  const request = {
    method: 'POST',
    target: '/',
    addressed: { origin: 'x' },
    headers: {},
    text: '{"storageAccountAccessKey":"k"}',
  };
  const exchange = exchangeOf(
    request as unknown as Parameters<typeof exchangeOf>[0],
    { status: 200, body: { authKey1: 'IR@1' } },
    {
      operationId: undefined,
      fault: undefined,
    },
  );
  assert.deepEqual(exchange.liveRequest.body, { storageAccountAccessKey: '***' });
  assert.deepEqual(exchange.liveResponse.body, { authKey1: '***' });
});
