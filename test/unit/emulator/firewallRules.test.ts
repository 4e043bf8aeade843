import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idOf } from '../../../emulator/store/ids.ts';
import { type Answer, TestClient } from './client.ts';

const office = { properties: { startIpAddress: '198.51.100.0', endIpAddress: '198.51.100.255' } };

test('a rule is made as recorded: 201, both headers, its own shape, and it stands when the operation has ended', async () => {
  await using client = await TestClient.start({ operationTime: 1000 });
  const workspace = await client.idOf('contoso-sales');
  const id = `${workspace}/firewallRules/Office`;
  const made = await client.arm('PUT', id, office);
  assert.equal(made.status, 201);
  const rule = { id, name: 'Office', type: 'Microsoft.Synapse/workspaces/firewallRules' };
  assert.deepEqual(made.body, { properties: { provisioningState: 'Provisioning', ...office.properties }, ...rule });
  const status = made.headers.get('azure-asyncoperation') ?? '';
  const result = made.headers.get('location') ?? '';
  assert.ok(status.includes(`${workspace}/operationStatuses/`), status);
  assert.equal((await client.arm('GET', result)).status, 202);
  client.letPass(1000);
  assert.deepEqual((await client.arm('GET', status)).body, { status: 'Succeeded' });
  const standing = { properties: { provisioningState: 'Succeeded', ...office.properties }, ...rule };
  const ended = await client.arm('GET', result);
  assert.equal(ended.status, 200);
  assert.deepEqual(ended.body, standing);
  assert.deepEqual((await client.arm('GET', id)).body, standing);
  const list = await client.arm('GET', `${workspace}/firewallRules`);
  assert.deepEqual(list.body['value']?.[1], standing);
  assert.equal(list.body['nextLink'], undefined);
});

test('a change is 201, too; the name keeps the case that it was made in', async () => {
  await using client = await TestClient.start({ operationTime: 0 });
  const rules = `${await client.idOf('contoso-sales')}/firewallRules`;
  const changed = await client.arm('PUT', `${rules}/ALLOWALL`, office);
  assert.equal(changed.status, 201);
  assert.equal(changed.body['name'], 'allowAll');
  const { value } = (await client.arm('GET', rules)).body;
  assert.equal(Object.keys(value ?? {}).length, 1);
  assert.equal(value?.[0]?.['properties']?.['startIpAddress'], '198.51.100.0');
});

test('deleting is 202 with both headers, then 204, and 404 in the recorded words', async () => {
  await using client = await TestClient.start({ operationTime: 1000 });
  const id = `${await client.idOf('contoso-sales')}/firewallRules/allowAll`;
  const deleted = await client.arm('DELETE', id);
  assert.equal(deleted.status, 202);
  assert.equal(deleted.body, undefined);
  assert.ok(deleted.headers.get('azure-asyncoperation'));
  const result = deleted.headers.get('location') ?? '';
  assert.equal((await client.arm('GET', id)).body['properties']?.['provisioningState'], 'Deleting');
  client.letPass(1000);
  assert.equal((await client.arm('GET', result)).status, 204);
  const gone = await client.arm('GET', id);
  assert.equal(gone.status, 404);
  assert.deepEqual(gone.body, { error: { code: 'IpFirewallRuleNotFound', message: 'contoso-sales/allowAll' } });
  assert.equal((await client.arm('DELETE', id)).status, 204);
});

test('all rules are replaced at once', async () => {
  await using client = await TestClient.start({ operationTime: 1000, firewallDelay: 0 });
  const workspace = await client.idOf('contoso-sales');
  const started = await client.arm('POST', `${workspace}/replaceAllIpFirewallRules`, {
    ipFirewallRules: {
      Office: office.properties,
      Here: { startIpAddress: '203.0.113.7', endIpAddress: '203.0.113.7' },
    },
  });
  assert.equal(started.status, 202);
  assert.equal(Object.keys((await client.arm('GET', `${workspace}/firewallRules`)).body['value'] ?? {}).length, 1);
  client.letPass(1000);
  const ended = await client.arm('GET', started.headers.get('location') ?? '');
  assert.match(String(ended.body['operationId']), /^[0-9a-f-]{36}$/);
  const { value } = (await client.arm('GET', `${workspace}/firewallRules`)).body;
  assert.deepEqual([value?.[0]?.['name'], value?.[1]?.['name'], value?.[2]], ['Office', 'Here', undefined]);
  assert.equal((await scopes(client, 'contoso-sales')).status, 200);
});

for (const [name, properties, code] of [
  ['ends.', office.properties, 'InvalidFirewallRuleName'],
  ['100%25', office.properties, 'InvalidFirewallRuleName'],
  ['x'.repeat(129), office.properties, 'InvalidFirewallRuleName'],
  ['Office', { startIpAddress: '1.2.3', endIpAddress: '1.2.3.4' }, 'InvalidIpAddress'],
  ['Office', { startIpAddress: '1.2.3.4', endIpAddress: '1.2.3.256' }, 'InvalidIpAddress'],
  ['Office', { startIpAddress: '1.2.3.4' }, 'InvalidIpAddress'],
  ['Office', { startIpAddress: '2.0.0.0', endIpAddress: '1.255.255.255' }, 'InvalidIpAddressRange'],
] as const) {
  test(`refused: ${code} for ${name.slice(0, 10)} ${JSON.stringify(properties)}`, async () => {
    await using client = await TestClient.start();
    const rules = `${await client.idOf('contoso-sales')}/firewallRules`;
    const { status, body } = await client.arm('PUT', `${rules}/${name}`, { properties });
    assert.equal(status, 400);
    assert.equal(body['error']?.['details']?.[0]?.['code'], code);
    assert.equal((await client.arm('GET', rules)).body['value']?.[1], undefined);
  });
}

test('a workspace has room for 128 rules', async () => {
  await using client = await TestClient.start({ operationTime: 0 });
  const rules = `${await client.idOf('contoso-sales')}/firewallRules`;
  for (let count = 1; count < 128; count += 1) {
    assert.equal((await client.arm('PUT', `${rules}/rule${count}`, office)).status, 201);
  }
  assert.equal((await client.arm('PUT', `${rules}/rule128`, office)).status, 409);
  assert.equal((await client.arm('PUT', `${rules}/rule127`, office)).status, 201);
});

test('an operation that fails leaves a failed rule, which lets nobody in', async () => {
  await using client = await TestClient.start({ operationTime: 1000, firewallDelay: 0, clientAddress: '198.51.100.9' });
  const rules = `${await client.idOf('contoso-finance')}/firewallRules`;
  client.emulator.faults.add({ route: 'IpFirewallRules_CreateOrUpdate', times: 1, fault: 'failedOperation' });
  await client.arm('PUT', `${rules}/Office`, office);
  client.letPass(1000);
  const { properties } = (await client.arm('GET', `${rules}/Office`)).body;
  assert.equal(properties?.['provisioningState'], 'Failed');
  assert.equal((await scopes(client, 'contoso-finance')).status, 403);
});

test('the development endpoint names the address that no rule covers, and Resource Manager is open', async () => {
  await using client = await TestClient.start({ clientAddress: '198.51.100.9' });
  assert.equal((await scopes(client, 'contoso-sales')).status, 200);
  const refused = await scopes(client, 'contoso-finance');
  assert.equal(refused.status, 403);
  assert.deepEqual(refused.body, {
    code: 'ClientIpAddressNotAuthorized',
    message: 'Client Ip address : 198.51.100.9',
  });
  assert.equal((await client.arm('GET', await client.idOf('contoso-finance'))).status, 200);
});

test('who has no valid token learns nothing of the firewall', async () => {
  await using client = await TestClient.start({ clientAddress: '198.51.100.9' });
  const url = `${client.endpoint('contoso-finance')}/rbacScopes?api-version=2020-12-01`;
  assert.equal((await client.raw('GET', url)).status, 401);
});

test('a rule works, and ceases to work, after the delay', async () => {
  await using client = await TestClient.start({
    operationTime: 1000,
    firewallDelay: 60_000,
    clientAddress: '198.51.100.9',
  });
  const id = `${await client.idOf('contoso-finance')}/firewallRules/Office`;
  const settled = async (): Promise<void> => {
    client.letPass(1000);
    // The operation ends when somebody asks.
    await client.arm('GET', id);
  };
  const isLetIn = async (): Promise<boolean> => (await scopes(client, 'contoso-finance')).status === 200;

  await client.arm('PUT', id, office);
  await settled();
  assert.equal(await isLetIn(), false);
  client.letPass(59_999);
  assert.equal(await isLetIn(), false);
  client.letPass(1);
  assert.equal(await isLetIn(), true);

  await client.arm('PUT', id, { properties: { startIpAddress: '198.51.100.10', endIpAddress: '198.51.100.10' } });
  await settled();
  assert.equal(await isLetIn(), true);
  client.letPass(60_000);
  assert.equal(await isLetIn(), false);

  await client.arm('PUT', id, office);
  await settled();
  client.letPass(60_000);
  assert.equal(await isLetIn(), true);
  await client.arm('DELETE', id);
  await settled();
  assert.equal(await isLetIn(), true);
  client.letPass(60_000);
  assert.equal(await isLetIn(), false);
});

test('a new workspace has no rules and lets nobody in', async () => {
  await using client = await TestClient.start({ operationTime: 0 });
  const id = (await client.idOf('contoso-sales')).replace('contoso-sales', 'fresh-workspace');
  await client.arm('PUT', id, {
    location: 'westeurope',
    properties: { defaultDataLakeStorage: { accountUrl: 'https://lake.dfs.core.windows.net', filesystem: 'data' } },
  });
  assert.deepEqual((await client.arm('GET', `${id}/firewallRules`)).body, { value: [] });
  assert.equal((await scopes(client, 'fresh-workspace')).status, 403);
});

test('the standard sample keeps the default address out of one workspace alone', async () => {
  await using client = await TestClient.start();
  const statuses: Record<string, number> = {};
  for (const tenantId of [client.home, idOf('tenant', 'fabrikam.onmicrosoft.com')]) {
    const { body } = await client.query(
      "resources | where type =~ 'microsoft.synapse/workspaces' | project name",
      {},
      tenantId,
    );
    for (const { name } of Object.values(body['data'] ?? {}) as unknown as { name: string }[]) {
      statuses[name] = (await scopes(client, name, tenantId)).status;
    }
  }
  assert.equal(Object.keys(statuses).length, 12);
  const refused = Object.entries(statuses).filter(([, status]) => status !== 200);
  assert.deepEqual(refused, [['fabrikam-lab', 403]]);
});

async function scopes(client: TestClient, workspace: string, tenantId?: string): Promise<Answer> {
  const token = await client.token('https://dev.azuresynapse.net', tenantId);
  const url = `${client.endpoint(workspace)}/rbacScopes?api-version=2020-12-01`;
  return client.raw('GET', url, { authorization: `Bearer ${token}` });
}
