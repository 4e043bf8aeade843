import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClient, type Json } from './client.ts';

const wanted = {
  location: 'westeurope',
  identity: { type: 'SystemAssigned' },
  properties: {
    defaultDataLakeStorage: { accountUrl: 'https://lake.dfs.core.windows.net', filesystem: 'fs' },
    sqlAdministratorLogin: 'me',
    sqlAdministratorLoginPassword: 'never shown 1',
  },
};

function names(body: Json): string[] {
  return (body['value'] as unknown as { name: string }[]).map(({ name }) => name);
}

async function siblingOf(client: TestClient, existing: string, name: string): Promise<string> {
  return (await client.idOf(existing)).replace(/[^/]+$/, name);
}

test('workspaces are listed by subscription and by resource group', async () => {
  await using client = await TestClient.start();
  const id = await client.idOf('research-empty');
  const [, subscription] = /^(\/subscriptions\/[^/]+)/.exec(id) ?? [];
  const all = await client.arm('GET', `${subscription}/providers/Microsoft.Synapse/workspaces`);
  assert.equal(names(all.body).length, 4);
  const inGroup = await client.arm('GET', id.replace(/\/[^/]+$/, ''));
  assert.deepEqual(names(inGroup.body).length, 3);
  const noGroup = await client.arm('GET', `${subscription}/resourceGroups/none/providers/Microsoft.Synapse/workspaces`);
  assert.equal(noGroup.status, 404);
  assert.equal(noGroup.body['error']?.['code'], 'ResourceGroupNotFound');
});

test('a workspace names its endpoints', async () => {
  await using client = await TestClient.start();
  const id = await client.idOf('contoso-sales');
  const { connectivityEndpoints } = (await client.arm('GET', id)).body['properties'] ?? {};
  assert.equal(connectivityEndpoints?.['dev'], client.endpoint('contoso-sales'));
  assert.equal(connectivityEndpoints?.['sql'], 'contoso-sales.sql.azuresynapse.net');
  assert.match(
    String(connectivityEndpoints?.['web']),
    /^https:\/\/web\.azuresynapse\.net\?workspace=%2fsubscriptions%2f/,
  );
});

test('a workspace is created with its two administrators', async () => {
  await using client = await TestClient.start({ operationTime: 1000, firewallDelay: 0 });
  const id = await siblingOf(client, 'contoso-sales', 'brand-new');
  const created = await client.arm('PUT', id, wanted);
  assert.equal(created.status, 201);
  assert.equal(created.body['properties']?.['provisioningState'], 'Provisioning');
  assert.doesNotMatch(JSON.stringify(created.body), /never shown/);
  assert.equal(created.headers.get('location'), null);
  client.letPass(1000);
  const poll = await client.arm('GET', created.headers.get('azure-asyncoperation') ?? '');
  assert.deepEqual(poll.body, { status: 'Succeeded' });
  const workspace = (await client.arm('GET', id)).body;
  assert.equal(workspace['properties']?.['provisioningState'], 'Succeeded');
  // A new workspace lets nobody in.
  const everybody = { properties: { startIpAddress: '0.0.0.0', endIpAddress: '255.255.255.255' } };
  await client.arm('PUT', `${id}/firewallRules/allowAll`, everybody);
  client.letPass(1000);
  const { body } = await client.dev('GET', 'brand-new', '/roleAssignments');
  const principals = (body['value'] as unknown as { principalId: string }[]).map(({ principalId }) => principalId);
  assert.deepEqual(
    principals.sort(),
    [
      String(workspace['identity']?.['principalId']),
      String(workspace['properties']?.['cspWorkspaceAdminProperties']?.['initialWorkspaceAdminObjectId']),
    ].sort(),
  );
});

for (const [what, name, body, code] of [
  ['a capital letter', 'Capital', wanted, 'ValidationFailed'],
  ['-ondemand', 'x-ondemand', wanted, 'ValidationFailed'],
  ['51 characters', 'x'.repeat(51), wanted, 'ValidationFailed'],
  ['no location', 'fine', { ...wanted, location: null }, 'LocationRequired'],
  ['no storage', 'fine', { location: 'westeurope' }, 'ValidationFailed'],
  ['a name that another tenant uses', 'fabrikam-retail', wanted, 'WorkspaceNameAlreadyExists'],
  ['tags that are no strings', 'fine', { ...wanted, tags: { a: 1 } }, 'InvalidRequestContent'],
] as const) {
  test(`a workspace with ${what} is refused`, async () => {
    await using client = await TestClient.start();
    const id = await siblingOf(client, 'contoso-sales', name);
    const answer = await client.arm('PUT', id, body);
    assert.equal(answer.body['error']?.['code'], code);
    assert.ok(answer.status === 400 || answer.status === 409);
    assert.equal((await client.arm('GET', id)).status, 404, 'nothing is left behind');
  });
}

test('a password that SQL Server would not take is refused, in the details', async () => {
  await using client = await TestClient.start();
  const id = await siblingOf(client, 'contoso-sales', 'fine');
  for (const password of ['Sh0rt!', 'only small letters', 'Contains Me 1', 'Aa1'.repeat(50)]) {
    const properties = { ...wanted.properties, sqlAdministratorLoginPassword: password };
    for (const [method, at] of [
      ['PUT', id],
      ['PATCH', await client.idOf('contoso-sales')],
    ] as const) {
      if (method === 'PATCH' && password.includes('Me')) continue;
      const { status, body } = await client.arm(method, at, { ...wanted, properties });
      const error = body['error'] as unknown as { code: string; message: string; details: { code: string }[] };
      assert.deepEqual(
        [status, error.code, error.details[0]?.code],
        [400, 'ValidationFailed', 'InvalidSqlServerPassword'],
      );
      assert.match(error.message, /check error details for more information/);
      assert.ok(!JSON.stringify(body).includes(password));
    }
  }
});

test('a workspace does not move', async () => {
  await using client = await TestClient.start();
  const { status, body } = await client.arm('PUT', await client.idOf('contoso-sales'), {
    ...wanted,
    location: 'eastus',
  });
  assert.equal(status, 409);
  assert.equal(body['error']?.['code'], 'InvalidResourceLocation');
});

test('PATCH changes tags and network access', async () => {
  await using client = await TestClient.start({ operationTime: 1000 });
  const id = await client.idOf('contoso-sales');
  const change = { tags: { key1: 'value1' }, properties: { encryption: {}, publicNetworkAccess: 'Disabled' } };
  const patched = await client.arm('PATCH', id, change);
  assert.equal(patched.status, 201);
  assert.ok(patched.headers.get('azure-asyncoperation'));
  client.letPass(1000);
  const { body } = await client.arm('GET', id);
  assert.deepEqual(body['tags'], { key1: 'value1' });
  assert.equal(body['properties']?.['publicNetworkAccess'], 'Disabled');
  assert.equal(body['properties']?.['provisioningState'], 'Succeeded');
  const wrong = await client.arm('PATCH', id, { properties: { publicNetworkAccess: 'Perhaps' } });
  assert.equal(wrong.status, 400);
});

test('a deleted workspace is followed at its region', async () => {
  await using client = await TestClient.start({ operationTime: 1000 });
  const id = await client.idOf('contoso-sales');
  const deleted = await client.arm('DELETE', id);
  assert.equal(deleted.status, 202);
  const statusUrl = deleted.headers.get('azure-asyncoperation') ?? '';
  const location = deleted.headers.get('location') ?? '';
  assert.match(statusUrl, /\/providers\/Microsoft\.Synapse\/locations\/westeurope\/operationStatuses\//);
  assert.deepEqual((await client.arm('GET', statusUrl)).body, { status: 'InProgress' });
  assert.equal((await client.arm('GET', id)).body['properties']?.['provisioningState'], 'Deleting');
  client.letPass(1000);
  assert.deepEqual((await client.arm('GET', statusUrl)).body, { status: 'Succeeded' });
  assert.equal((await client.arm('GET', location)).status, 204);
  assert.equal((await client.arm('GET', id)).status, 404);
  assert.equal((await client.arm('DELETE', id)).status, 204);
});
