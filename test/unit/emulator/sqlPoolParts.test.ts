import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClient, type Json } from './client.ts';

async function started(pool = 'SalesDW'): Promise<{ client: TestClient; pool: string } & AsyncDisposable> {
  const client = await TestClient.start({ operationTime: 1000 });
  const id = `${await client.idOf('contoso-sales')}/sqlPools/${pool}`;
  return { client, pool: id, [Symbol.asyncDispose]: () => client[Symbol.asyncDispose]() };
}

const items = (body: Json): readonly Json[] => body['value'] as unknown as readonly Json[];

test('what was put is read, secrets are not, and names that are fixed stay so', async () => {
  await using all = await started();
  const { client, pool } = all;
  const put = (path: string, properties: object) => client.arm('PUT', `${pool}/${path}`, { properties });
  const get = async (path: string) => (await client.arm('GET', `${pool}/${path}`)).body;

  const storageEndpoint = 'https://audit.blob.core.windows.net/';
  const sent = { state: 'enabled', storageEndpoint, storageAccountAccessKey: 'k' };
  const enabled = await put('auditingSettings/whatever', sent);
  assert.deepEqual([enabled.status, enabled.body['name']], [201, 'Default'], '201 on enabling');
  assert.equal((await put('auditingSettings/default', { ...sent, state: 'Disabled' })).status, 200);
  const audit = (await get('auditingSettings/default'))['properties'];
  assert.deepEqual([audit?.['state'], audit?.['storageEndpoint']], ['Disabled', storageEndpoint]);
  assert.equal(audit?.['storageAccountAccessKey'], undefined);

  const alert = await put('securityAlertPolicies/threatpolicy', { state: 'Enabled', storageAccountAccessKey: 'k' });
  assert.equal(alert.body['properties']?.['creationTime'], '0001-01-01T00:00:00Z');
  const read = (await get('securityAlertPolicies/default'))['properties'];
  assert.deepEqual([read?.['state'], read?.['storageAccountAccessKey']], ['Enabled', '']);
  assert.notEqual(read?.['creationTime'], '0001-01-01T00:00:00Z');

  const encryption = await put('transparentDataEncryption/CURRENT', { status: 'Disabled' });
  assert.deepEqual([encryption.body['name'], encryption.body['location']], ['current', null]);
  assert.equal((await get('transparentDataEncryption/current'))['location'], 'West Europe');
  for (const [path, properties] of [
    ['transparentDataEncryption/other', { status: 'Enabled' }],
    ['transparentDataEncryption/current', { status: 'Perhaps' }],
    ['auditingSettings/default', {}],
    ['geoBackupPolicies/Default', { state: 1 }],
  ] as const) {
    assert.equal((await put(path, properties)).status, 400, path);
  }
  assert.equal((await client.arm('GET', `${pool}x/auditingSettings/default`)).status, 404);
});

test('a paused pool has policies and restore points, but neither tables nor scans', async () => {
  await using all = await started('SalesArchive');
  const { client, pool } = all;
  assert.equal((await client.arm('GET', `${pool}/geoBackupPolicies/Default`)).status, 200);
  assert.equal(items((await client.arm('GET', `${pool}/restorePoints`)).body).length, 1);
  const scan = `${pool}/vulnerabilityAssessments/default/scans/one/initiateScan`;
  for (const [method, path] of [
    ['GET', `${pool}/schemas`],
    ['GET', `${pool}/currentSensitivityLabels`],
    ['POST', scan],
    ['POST', `${pool}/restorePoints`],
  ] as const) {
    const { status, text } = await client.arm(method, path, method === 'POST' ? { restorePointLabel: 'x' } : undefined);
    assert.deepEqual([status, text.includes('has to be online; its state is Paused')], [409, true], path);
  }
  await client.arm('POST', `${pool}/resume`);
  client.letPass(1000);
  assert.equal((await client.arm('GET', `${pool}/schemas`)).status, 200);
  assert.equal((await client.arm('POST', scan)).status, 202);
});

test('a restore point stands when its operation has ended, and has a name of its own', async () => {
  await using all = await started();
  const { client, pool } = all;
  const count = async () => items((await client.arm('GET', `${pool}/restorePoints`)).body).length;
  const before = await count();
  const post = await client.arm('POST', `${pool}/restorePoints`, { restorePointLabel: 'mine' });
  assert.deepEqual([post.status, post.text, await count()], [202, '', before]);
  client.letPass(1000);
  const made = await client.arm('GET', post.headers.get('location') ?? '');
  assert.equal(made.status, 201);
  assert.match(String(made.body['name']), /^\d{18}$/);
  assert.equal(await count(), before + 1);
  assert.equal((await client.arm('POST', `${pool}/restorePoints`, {})).status, 400);
});

test('labels of many columns are changed together or not at all', async () => {
  await using all = await started();
  const { client, pool } = all;
  const current = async () =>
    items((await client.arm('GET', `${pool}/currentSensitivityLabels`)).body).map(
      (label) => label['properties']?.['columnName'],
    );
  const operation = (op: string, column: string) => ({
    properties: {
      op,
      schema: 'dbo',
      table: 'DimCustomer',
      column,
      sensitivityLabel: { properties: { labelName: 'Public' } },
    },
  });
  const patch = (...operations: object[]) => client.arm('PATCH', `${pool}/currentSensitivityLabels`, { operations });
  assert.deepEqual(await current(), ['EmailAddress', 'Phone']);
  assert.equal((await patch(operation('set', 'City'), operation('set', 'Nowhere'))).status, 404);
  assert.deepEqual(await current(), ['EmailAddress', 'Phone'], 'nothing was done');
  assert.equal((await patch(operation('set', 'City'), operation('remove', 'Phone'))).status, 200);
  assert.deepEqual(await current(), ['EmailAddress', 'City']);
  const column = `${pool}/schemas/dbo/tables/DimCustomer/columns/City/sensitivityLabels`;
  assert.equal((await client.arm('PUT', `${column}/recommended`, { properties: {} })).status, 400);
  assert.equal((await client.arm('DELETE', `${column}/current`)).status, 200);
  assert.equal((await client.arm('DELETE', `${column}/current`)).status, 204);
});

test('a scan runs, ends and is exported once', async () => {
  await using all = await started();
  const { client, pool } = all;
  const scan = `${pool}/vulnerabilityAssessments/default/scans/mine`;
  const state = async () => (await client.arm('GET', scan)).body['properties']?.['state'];
  assert.equal((await client.arm('POST', `${scan}/initiateScan`)).status, 202);
  assert.equal(await state(), 'InProgress');
  assert.equal((await client.arm('POST', `${scan}/export`)).status, 409, 'not while it is running');
  assert.equal((await client.arm('POST', `${scan}/initiateScan`)).status, 409, 'the name is taken');
  client.letPass(1000);
  assert.equal(await state(), 'Failed');
  assert.equal((await client.arm('POST', `${scan}/export`)).status, 201);
  assert.equal((await client.arm('POST', `${scan}/export`)).status, 200);
});

test('what belongs to a pool goes with it, and a pool of the same name begins anew', async () => {
  await using all = await started();
  const { client, pool } = all;
  await client.arm('DELETE', pool);
  client.letPass(1000);
  assert.equal((await client.arm('GET', `${pool}/restorePoints`)).status, 404);
  await client.arm('PUT', pool, { location: 'westeurope', sku: { name: 'DW100c' } });
  client.letPass(1000);
  assert.deepEqual(items((await client.arm('GET', `${pool}/restorePoints`)).body), []);
  assert.deepEqual(
    items((await client.arm('GET', `${pool}/schemas`)).body).map(({ name }) => name),
    ['dbo'],
  );
});

test('lists of what is below a pool come in pages and by name', async () => {
  await using client = await TestClient.start({ pageSize: 3 });
  const tables = `${await client.idOf('contoso-sales')}/sqlPools/SalesDW/schemas/dbo/tables`;
  const first = (await client.arm('GET', tables)).body;
  const second = (await client.arm('GET', String(first['nextLink']))).body;
  assert.deepEqual([items(first).length, items(second).length, second['nextLink']], [3, 2, undefined]);
  const filter = encodeURIComponent("name eq 'dimproduct'");
  const named = (await client.arm('GET', `${tables}?$filter=${filter}`)).body;
  assert.deepEqual(
    items(named).map(({ name }) => name),
    ['DimProduct'],
  );
});
