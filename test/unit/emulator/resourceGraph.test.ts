import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClient, type Json } from './client.ts';

const workspaces = "resources | where type =~ 'Microsoft.Synapse/workspaces'";

function rows(body: Json): readonly Json[] {
  return body['data'] as unknown as readonly Json[];
}

function names(body: Json): string[] {
  return rows(body).map((row) => String(row['name']));
}

test('workspaces of the tenant, and no other’s', async () => {
  await using client = await TestClient.start();
  const home = await client.query(workspaces);
  const guest = await client.query(workspaces, {}, 'fabrikam.onmicrosoft.com');
  assert.equal(home.status, 200);
  assert.equal(home.body['totalRecords'], 9);
  assert.equal(guest.body['totalRecords'], 3);
  assert.ok(rows(home.body).every((row) => String(row['tenantId']) === client.home));
  assert.ok(rows(home.body).every((row) => String(row['type']) === 'microsoft.synapse/workspaces'));
});

test('comparison with and without case', async () => {
  await using client = await TestClient.start();
  const count = async (condition: string): Promise<unknown> =>
    (await client.query(`resources | where ${condition} | count`)).body['data']?.[0]?.['Count'];
  assert.equal(await count("type == 'microsoft.synapse/workspaces'"), 9);
  assert.equal(await count("type == 'Microsoft.Synapse/workspaces'"), 0);
  assert.equal(await count("type =~ 'Microsoft.Synapse/Workspaces' and name == 'contoso-sales'"), 1);
  assert.equal(await count("type =~ 'microsoft.synapse/workspaces' and name !~ 'CONTOSO-SALES'"), 8);
  assert.equal(await count('name in~ ("CONTOSO-SALES", "contoso-finance")'), 2);
  assert.equal(await count('name in ("CONTOSO-SALES", "contoso-finance")'), 1);
  assert.equal(await count("properties.status == 'Paused'"), 4);
});

test('project renames, reaches into properties and keeps order', async () => {
  await using client = await TestClient.start();
  const { body } = await client.query(
    `${workspaces} and name == 'contoso-sales' | project label = name, dev = properties.connectivityEndpoints.dev, properties['provisioningState'], nothing = properties.no.such`,
  );
  assert.deepEqual(rows(body), [
    {
      label: 'contoso-sales',
      dev: client.endpoint('contoso-sales'),
      properties_provisioningState: 'Succeeded',
      nothing: null,
    },
  ]);
});

test('order by is descending unless it says asc', async () => {
  await using client = await TestClient.start();
  const ascending = names((await client.query(`${workspaces} | order by name asc`)).body);
  const descending = names((await client.query(`${workspaces} | sort by name`)).body);
  assert.deepEqual(ascending, [...ascending].sort());
  assert.deepEqual(descending, [...ascending].reverse());
  const limited = names((await client.query(`${workspaces} | order by name asc | take 2`)).body);
  assert.deepEqual(limited, ascending.slice(0, 2));
});

test('$skipToken leads through all pages', async () => {
  await using client = await TestClient.start();
  const query = `${workspaces} | project id, name | order by name asc`;
  const found: string[] = [];
  const sizes: number[] = [];
  let options: object = { $top: 4 };
  for (;;) {
    const { body } = await client.query(query, { options });
    found.push(...names(body));
    sizes.push(Number(body['count']));
    assert.equal(body['totalRecords'], 9);
    assert.equal(body['resultTruncated'], 'false');
    if (body['$skipToken'] === undefined) break;
    options = { $skipToken: String(body['$skipToken']) };
  }
  assert.deepEqual(sizes, [4, 4, 1]);
  assert.equal(new Set(found).size, 9);
});

test('without an id there are no pages, only a truncated result', async () => {
  await using client = await TestClient.start({ pageSize: 5 });
  const { body } = await client.query(`${workspaces} | project name`);
  assert.equal(body['count'], 5);
  assert.equal(body['resultTruncated'], 'true');
  assert.equal(body['$skipToken'], undefined);
});

test('$skip and the table format', async () => {
  await using client = await TestClient.start();
  const query = `${workspaces} | order by name asc | project id, name, sku`;
  const { body } = await client.query(query, { options: { $top: 1, $skip: 1, resultFormat: 'table' } });
  assert.deepEqual(body['data']?.['columns'], [
    { name: 'id', type: 'string' },
    { name: 'name', type: 'string' },
    { name: 'sku', type: 'string' },
  ]);
  assert.equal(body['data']?.['rows']?.[0]?.[1], 'contoso-finance');
});

test('the subscriptions of the body narrow the query', async () => {
  await using client = await TestClient.start();
  const { body } = await client.query(`${workspaces} and name == 'research-empty' | project subscriptionId`);
  const subscriptions = [String(rows(body)[0]?.['subscriptionId'])];
  assert.equal((await client.query(workspaces, { subscriptions })).body['totalRecords'], 4);
  const foreign = await client.query(workspaces, { subscriptions: ['11111111-1111-4111-8111-111111111111'] });
  assert.equal(foreign.status, 400);
  assert.equal(foreign.body['error']?.['details']?.[0]?.['code'], 'NoValidSubscriptionsInQueryRequest');
});

for (const [query, culprit] of [
  ["resources | where name contains 'x'", 'contains'],
  ["resources | where name == 'x' or name == 'y'", 'or'],
  ['resources | summarize count() by type', 'summarize'],
  ['resourcecontainers | limit 1', 'resourcecontainers'],
  ['resources | project tostring(name)', '('],
  ['resources | limit many', 'many'],
  ["resources | where name == 'x", "'x"],
  ['', 'the end of the query'],
] as const) {
  test(`not understood: ${query}`, async () => {
    await using client = await TestClient.start();
    const { status, body } = await client.query(query);
    assert.equal(status, 400);
    assert.equal(body['error']?.['code'], 'BadRequest');
    assert.equal(body['error']?.['details']?.[1]?.['message'], `Not understood: '${culprit}'`);
  });
}

test('options that make no sense and tokens of another query are refused', async () => {
  await using client = await TestClient.start();
  const { body } = await client.query(`${workspaces} | project id`, { options: { $top: 1 } });
  const foreign = { $skipToken: String(body['$skipToken']) };
  for (const options of [{ $top: 0 }, { $skip: -1 }, { $skipToken: 'x' }, { resultFormat: 'csv' }, foreign]) {
    const { status } = await client.query('resources | project id', { options });
    assert.equal(status, 400, JSON.stringify(options));
  }
});

test('all accepted api-versions answer', async () => {
  await using client = await TestClient.start();
  for (const version of ['2021-03-01', '2022-10-01', '2024-04-01']) {
    const path = `/providers/microsoft.resourcegraph/resources?api-version=${version}`;
    assert.equal((await client.arm('POST', path, { query: workspaces })).status, 200, version);
  }
});
