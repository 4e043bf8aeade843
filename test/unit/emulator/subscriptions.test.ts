import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClient, type Json } from './client.ts';

const list = '/subscriptions?api-version=2022-12-01';

function items(body: Json, member = 'value'): readonly Json[] {
  return body[member] as unknown as readonly Json[];
}

test('subscriptions are those of the token’s tenant', async () => {
  await using client = await TestClient.start();
  const home = items((await client.arm('GET', list)).body);
  const guest = items((await client.arm('GET', list, undefined, 'fabrikam.onmicrosoft.com')).body);
  assert.equal(home.length + guest.length, 5);
  assert.ok(home.every((subscription) => String(subscription['tenantId']) === client.home));
  assert.ok(guest.every((subscription) => String(subscription['tenantId']) !== client.home));
  const [first] = home;
  const one = await client.arm('GET', `${String(first?.['id'])}?api-version=2022-12-01`);
  assert.deepEqual(one.body, first);
});

test('tenants are all of the user’s, with names', async () => {
  await using client = await TestClient.start();
  const tenants = items((await client.arm('GET', '/tenants?api-version=2022-12-01')).body);
  assert.deepEqual(
    tenants.map((tenant) => tenant['displayName']),
    ['Contoso', 'Fabrikam'],
  );
  assert.equal(tenants[0]?.['defaultDomain'], 'contoso.onmicrosoft.com');
});

test('a list in pages is the list', async () => {
  await using client = await TestClient.start({ pageSize: 2 });
  const pages: number[] = [];
  const names: string[] = [];
  let next = list;
  while (next !== '') {
    const { body } = await client.arm('GET', next);
    pages.push(items(body).length);
    names.push(...items(body).map((item) => String(item['displayName'])));
    next = String(body['nextLink']);
    if (next !== '') assert.ok(next.startsWith(`${client.emulator.ready.resourceManager}/subscriptions?`), next);
  }
  assert.deepEqual(pages, [2, 1]);
  assert.equal(new Set(names).size, 3);
});

test('a page link that was never given out is refused', async () => {
  await using client = await TestClient.start();
  const { status, body } = await client.arm('GET', `${list}&$skiptoken=bm9uc2Vuc2U`);
  assert.equal(status, 400);
  assert.equal(body['error']?.['code'], 'InvalidSkipToken');
});

test('resource groups are listed, read and missed', async () => {
  await using client = await TestClient.start();
  const version = 'api-version=2021-04-01';
  const [first] = items((await client.arm('GET', list)).body);
  const groups = items((await client.arm('GET', `${String(first?.['id'])}/resourcegroups?${version}`)).body);
  const names = groups.map((group) => String(group['name']));
  assert.ok(names.includes('rg-analytics-prod'), names.join(', '));
  const [group] = groups;
  const one = await client.arm('GET', `${String(group?.['id']).toUpperCase()}?${version}`);
  assert.deepEqual(one.body, group);
  const { status, body } = await client.arm('GET', `${String(first?.['id'])}/resourceGroups/none?${version}`);
  assert.equal(status, 404);
  assert.equal(body['error']?.['code'], 'ResourceGroupNotFound');
});
