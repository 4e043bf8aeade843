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

const changeable = {
  location: 'westeurope',
  properties: {
    nodeSize: 'Medium',
    nodeSizeFamily: 'MemoryOptimized',
    nodeCount: 0,
    autoScale: { enabled: true, minNodeCount: 4, maxNodeCount: 12 },
    autoPause: { enabled: false, delayInMinutes: 0 },
    custom: { kept: [1] },
  },
};

test('a change goes through Provisioning, as recorded, and takes no other change meanwhile', async () => {
  await using client = await TestClient.start({ operationTime: 1000 });
  const id = `${await client.idOf('contoso-sales')}/bigDataPools/sparksmall`;
  const changed = await client.arm('PUT', id, changeable);
  assert.equal(changed.status, 202);
  assert.equal(changed.body['properties']?.['provisioningState'], 'Provisioning');
  assert.equal(changed.body['properties']?.['nodeSize'], 'Medium');
  const second = await client.arm('PUT', id, changeable);
  assert.equal(second.status, 409);
  assert.match(String(second.body['error']?.['message']), /its state is Provisioning/);
  client.letPass(1000);
  assert.deepEqual((await client.arm('GET', changed.headers.get('azure-asyncoperation') ?? '')).body, {
    status: 'Succeeded',
  });
  const { properties } = (await client.arm('GET', id)).body;
  assert.equal(properties?.['provisioningState'], 'Succeeded');
  assert.deepEqual(properties?.['autoScale'], { enabled: true, minNodeCount: 4, maxNodeCount: 12 });
  assert.deepEqual(properties?.['custom'], { kept: [1] });
  assert.equal((await client.arm('PUT', `${id}${version}&force=true`, changeable)).status, 202);
});

for (const [what, wrong, reason] of [
  ['a node size that does not exist', { nodeSize: 'Gigantic' }, /'Gigantic' is no node size/],
  ['two nodes', { nodeCount: 2, autoScale: {} }, /'nodeCount' must be a whole number from 3 to 200/],
  ['half a node', { nodeCount: 3.5, autoScale: {} }, /'nodeCount' must be a whole number/],
  [
    'fewer nodes at the most than at the least',
    { autoScale: { enabled: true, minNodeCount: 9, maxNodeCount: 8 } },
    /'maxNodeCount' must be a whole number from 9 to 200/,
  ],
  [
    'too many nodes',
    { autoScale: { enabled: true, minNodeCount: 3, maxNodeCount: 201 } },
    /'maxNodeCount' must be a whole number from 3 to 200/,
  ],
  ['a short pause', { autoPause: { enabled: true, delayInMinutes: 4 } }, /'delayInMinutes' must be .* from 5 to 10080/],
] as const) {
  test(`${what} is refused, and the pool stays as it is`, async () => {
    await using client = await TestClient.start();
    const id = `${await client.idOf('contoso-sales')}/bigDataPools/sparksmall`;
    const before = (await client.arm('GET', id)).body;
    const { status, body } = await client.arm('PUT', id, {
      ...changeable,
      properties: { ...changeable.properties, ...wrong },
    });
    assert.equal(status, 400);
    assert.equal(body['error']?.['code'], 'ValidationFailed');
    assert.match(String(body['error']?.['details']?.[0]?.['message']), reason);
    assert.deepEqual((await client.arm('GET', id)).body, before);
  });
}
