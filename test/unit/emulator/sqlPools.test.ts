import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClient, type Answer } from './client.ts';

async function pool(client: TestClient, name = 'SalesDW'): Promise<string> {
  return `${await client.idOf('contoso-sales')}/sqlPools/${name}`;
}

async function statusOf(client: TestClient, id: string): Promise<unknown> {
  return (await client.arm('GET', id)).body['properties']?.['status'];
}

function urls({ headers }: Answer): { status: string; result: string } {
  return { status: headers.get('azure-asyncoperation') ?? '', result: headers.get('location') ?? '' };
}

test('pause and resume go through their states, as recorded', async () => {
  await using client = await TestClient.start({ operationTime: 6000 });
  const id = await pool(client);
  for (const [verb, through, to] of [
    ['pause', 'Pausing', 'Paused'],
    ['resume', 'Resuming', 'Online'],
  ] as const) {
    const started = await client.arm('POST', `${id}/${verb}`);
    assert.equal(started.status, 202);
    assert.equal(started.body, undefined);
    assert.equal(started.headers.get('content-type'), null);
    assert.equal(started.headers.get('retryafter'), '2');
    assert.equal(started.headers.get('retry-after'), null);
    const { status, result } = urls(started);
    const base = `${client.emulator.ready.resourceManager}${id}`;
    assert.ok(status.startsWith(`${base}/operationStatuses/sql01emu-`), status);
    assert.ok(result.startsWith(`${base}/operationResults/sql01emu-`), result);

    assert.equal(await statusOf(client, id), through);
    client.letPass(5999);
    const running = await client.arm('GET', status);
    assert.deepEqual(Object.keys(running.body), ['name', 'status', 'startTime']);
    assert.equal(running.body['status'], 'InProgress');
    assert.equal(running.headers.get('retry-after'), '2');
    const early = await client.arm('GET', result);
    assert.equal(early.status, 202);
    assert.equal(early.headers.get('location'), result);
    assert.equal(early.body['properties']?.['status'], through);

    client.letPass(1);
    assert.equal((await client.arm('GET', status)).body['status'], 'Succeeded');
    assert.equal(await statusOf(client, id), to);
    const ended = await client.arm('GET', result);
    assert.equal(ended.status, 200);
    assert.equal(ended.body['kind'], 'v12.0,user,datawarehouse,gen2', 'a database in place of a pool');
    assert.equal(ended.body['properties']?.['status'], to);
  }
});

test('a pool in transition takes no other operation', async () => {
  await using client = await TestClient.start();
  const id = await pool(client);
  await client.arm('POST', `${id}/pause`);
  for (const verb of ['pause', 'resume']) {
    const { status, body } = await client.arm('POST', `${id}/${verb}`);
    assert.equal(status, 409);
    assert.equal(body['error']?.['code'], 'Conflict');
  }
  assert.equal((await client.arm('PATCH', id, { sku: { name: 'DW200c' } })).status, 409);
});

test('pausing a paused pool is accepted and changes nothing, even while a resume overtakes it', async () => {
  await using client = await TestClient.start({ operationTime: 1000 });
  const id = await pool(client, 'SalesArchive');
  const noop = await client.arm('POST', `${id}/pause`);
  assert.equal(noop.status, 202);
  assert.equal(await statusOf(client, id), 'Paused');
  client.letPass(500);
  await client.arm('POST', `${id}/resume`);
  client.letPass(500);
  assert.equal((await client.arm('GET', urls(noop).status)).body['status'], 'Succeeded');
  assert.equal(await statusOf(client, id), 'Resuming');
  client.letPass(500);
  assert.equal(await statusOf(client, id), 'Online');
});

test('a new size comes with the end of scaling', async () => {
  await using client = await TestClient.start({ operationTime: 1000 });
  const id = await pool(client);
  const started = await client.arm('PATCH', id, { sku: { name: 'dw400C' } });
  assert.equal(started.status, 202);
  assert.ok(started.headers.get('retryafter'));
  const during = (await client.arm('GET', id)).body;
  assert.equal(during['properties']?.['status'], 'Scaling');
  assert.deepEqual(during['sku'], { name: 'DW1000c', capacity: 0 });
  client.letPass(1000);
  const after = (await client.arm('GET', id)).body;
  assert.equal(after['properties']?.['status'], 'Online');
  assert.deepEqual(after['sku'], { name: 'DW400c', capacity: 0 });
});

test('tags are patched without a change of state', async () => {
  await using client = await TestClient.start();
  const id = await pool(client);
  assert.equal((await client.arm('PATCH', id, { tags: { key1: 'value1' }, sku: {} })).status, 202);
  const { body } = await client.arm('GET', id);
  assert.equal(body['properties']?.['status'], 'Online');
  assert.deepEqual(body['tags'], { key1: 'value1' });
});

test('sizes that do not exist, and new sizes of paused pools, are refused', async () => {
  await using client = await TestClient.start();
  const size = { sku: { name: 'DW150c' } };
  const unknown = await client.arm('PATCH', await pool(client), size);
  assert.equal(unknown.status, 400);
  assert.equal(unknown.body['error']?.['code'], 'InvalidSkuName');
  assert.equal((await client.arm('PATCH', await pool(client), { sku: { name: 400 } })).status, 400);
  assert.equal(await statusOf(client, await pool(client)), 'Online');
  const paused = await client.arm('PATCH', await pool(client, 'SalesArchive'), { sku: { name: 'DW200c' } });
  assert.equal(paused.status, 409);
});

test('a pool is created, half empty at first, and deleted', async () => {
  await using client = await TestClient.start({ operationTime: 1000 });
  const id = await pool(client, 'Fresh');
  const created = await client.arm('PUT', id, { location: 'West Europe', sku: { name: 'DW100c' }, tags: { a: 'b' } });
  assert.equal(created.status, 202);
  assert.equal(created.body['properties']?.['creationDate'], '0001-01-01T00:00:00');
  assert.equal(created.body['properties']?.['provisioningState'], 'Provisioning');
  assert.equal(created.body['location'], undefined);
  assert.equal(created.headers.get('retry-after'), '1');
  const workspaceLevel = `${client.emulator.ready.resourceManager}${await client.idOf('contoso-sales')}/operationStatuses/`;
  assert.ok(urls(created).status.startsWith(workspaceLevel));
  assert.deepEqual((await client.arm('GET', urls(created).status)).body, { status: 'InProgress' });
  client.letPass(1000);
  assert.deepEqual((await client.arm('GET', urls(created).status)).body, { status: 'Succeeded' });
  const result = await client.arm('GET', urls(created).result);
  assert.equal(result.status, 201);
  assert.deepEqual(result.body, (await client.arm('GET', id)).body);
  assert.equal(result.body['properties']?.['status'], 'Online');
  assert.equal(result.body['properties']?.['creationDate'], '2024-06-01T12:00:01.000Z');

  const deleted = await client.arm('DELETE', id);
  assert.equal(deleted.status, 202);
  assert.equal(deleted.body, undefined);
  client.letPass(1000);
  assert.equal((await client.arm('GET', urls(deleted).result)).status, 204);
  const gone = await client.arm('GET', id);
  assert.equal(gone.status, 404);
  assert.equal(gone.headers.get('x-ms-failure-cause'), 'gateway');
  assert.equal(gone.body['error']?.['code'], 'ResourceNotFound');
  assert.equal((await client.arm('DELETE', id)).status, 204);
});

test('a late deletion does not take away what has the name by then', async () => {
  await using client = await TestClient.start({ operationTime: 1000 });
  const id = await pool(client);
  await client.arm('DELETE', id);
  client.letPass(600);
  await client.arm('DELETE', id);
  client.letPass(400);
  await client.arm('PUT', id, { location: 'westeurope', sku: { name: 'DW100c' } });
  client.letPass(600);
  assert.equal((await client.arm('GET', id)).status, 200);
});

for (const name of ['with-hyphen', 'with space', 'master', 'x'.repeat(61)]) {
  test(`the name '${name}' is refused`, async () => {
    await using client = await TestClient.start();
    const id = await pool(client, encodeURIComponent(name));
    const { status, body } = await client.arm('PUT', id, { location: 'westeurope', sku: { name: 'DW100c' } });
    assert.equal(status, 400);
    assert.equal(body['error']?.['code'], 'ValidationFailed');
    assert.equal(body['error']?.['details']?.[0]?.['code'], 'InvalidSqlPoolName');
  });
}

test('the pools of a workspace come in pages, those of a missing workspace do not', async () => {
  await using client = await TestClient.start({ pageSize: 2 });
  const id = await client.idOf('contoso-sales');
  const first = await client.arm('GET', `${id}/sqlPools`);
  const second = await client.arm('GET', String(first.body['nextLink']));
  assert.equal(second.body['nextLink'], undefined);
  assert.equal(second.body['value']?.[0]?.['name'], 'SalesNightly');
  const missing = await client.arm('GET', `${id}-not/sqlPools`);
  assert.equal(missing.status, 404);
  assert.equal(missing.body['error']?.['code'], 'ParentResourceNotFound');
});

test('an unknown operation is not found', async () => {
  await using client = await TestClient.start();
  const { status } = await client.arm('GET', `${await pool(client)}/operationStatuses/sql01emu-nothing`);
  assert.equal(status, 404);
});
