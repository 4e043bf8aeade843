import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClient } from './client.ts';

const version = '?api-version=2021-06-01-preview';

test('a Spark pool is created with the defaults of the service', async () => {
  await using client = await TestClient.start({ operationTime: 1000 });
  const id = `${await client.idOf('contoso-sales')}/bigDataPools/fresh1`;
  const body = {
    location: 'westeurope',
    properties: { nodeSize: 'XLarge', nodeSizeFamily: 'MemoryOptimized', nodeCount: 3, autoScale: {}, custom: 'kept' },
  };
  const created = await client.arm('PUT', `${id}${version}&force=false`, body);
  assert.equal(created.status, 202);
  assert.equal(created.body['properties']?.['provisioningState'], 'Provisioning');
  assert.deepEqual(created.body['properties']?.['autoScale'], { enabled: false, minNodeCount: 0, maxNodeCount: 0 });
  assert.equal(created.body['properties']?.['custom'], 'kept');
  const statusUrl = created.headers.get('azure-asyncoperation') ?? '';
  assert.ok(statusUrl.endsWith(version), statusUrl);
  assert.ok(created.headers.get('location'));
  client.letPass(1000);
  assert.deepEqual((await client.arm('GET', statusUrl)).body, { status: 'Succeeded' });
  const { properties } = (await client.arm('GET', id)).body;
  assert.equal(properties?.['provisioningState'], 'Succeeded');
  assert.equal(properties?.['lastSucceededTimestamp'], '2024-06-01T12:00:01.000Z');
});

test('a PUT replaces the whole pool and keeps when it was made', async () => {
  await using client = await TestClient.start();
  const id = `${await client.idOf('contoso-sales')}/bigDataPools/sparksmall`;
  const before = (await client.arm('GET', id)).body;
  const after = await client.arm('PUT', id, {
    location: 'westeurope',
    properties: { nodeSize: 'Large', nodeCount: 7 },
  });
  assert.equal(after.body['properties']?.['creationDate'], before['properties']?.['creationDate']);
  assert.equal(after.body['properties']?.['autoScale']?.['enabled'], false);
});

test('PATCH changes tags at once', async () => {
  await using client = await TestClient.start();
  const id = `${await client.idOf('contoso-sales')}/bigDataPools/sparksmall`;
  const { status, body } = await client.arm('PATCH', id, { tags: { team: 'a' } });
  assert.equal(status, 200);
  assert.deepEqual(body['tags'], { team: 'a' });
  assert.deepEqual((await client.arm('GET', id)).body['tags'], { team: 'a' });
});

test('deleting answers with Location alone', async () => {
  await using client = await TestClient.start({ operationTime: 1000 });
  const id = `${await client.idOf('contoso-sales')}/bigDataPools/sparksmall`;
  const deleted = await client.arm('DELETE', id);
  assert.equal(deleted.status, 202);
  assert.equal(deleted.headers.get('azure-asyncoperation'), null);
  const location = deleted.headers.get('location') ?? '';
  assert.equal((await client.arm('GET', location)).status, 202);
  client.letPass(1000);
  assert.equal((await client.arm('GET', location)).status, 204);
  const gone = await client.arm('GET', id);
  assert.equal(gone.status, 404);
  assert.match(String(gone.body['error']?.['message']), /workspaces\/contoso-sales\/bigDataPools\/sparksmall'/);
});

for (const name of ['1first', 'with-hyphen', 'sixteenletters16']) {
  test(`the name '${name}' is refused`, async () => {
    await using client = await TestClient.start();
    const id = `${await client.idOf('contoso-sales')}/bigDataPools/${name}`;
    const { status, body } = await client.arm('PUT', id, { location: 'westeurope' });
    assert.equal(status, 400);
    assert.equal(body['error']?.['details']?.[0]?.['code'], 'InvalidSparkPoolName');
  });
}

test('the list has all pools', async () => {
  await using client = await TestClient.start();
  const { body } = await client.arm('GET', `${await client.idOf('contoso-iot-01')}/bigDataPools`);
  const pools = body['value'] as unknown as { name: string; properties: { provisioningState: string } }[];
  assert.deepEqual(
    pools.map(({ name, properties }) => [name, properties.provisioningState]),
    [
      ['telemetry', 'Succeeded'],
      ['streaming', 'Provisioning'],
    ],
  );
});
