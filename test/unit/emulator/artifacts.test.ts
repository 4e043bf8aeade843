import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from './client.ts';
import { operationTime, ScriptClient } from './scriptClient.ts';

/** Artifacts other than SQL scripts, which have tests of their own: what they have in common, and where they differ. */

const noCells = { metadata: {}, nbformat: 4, nbformat_minor: 2, cells: [] };

/** The smallest document of each type; the path of the type is the key. */
const smallest: Readonly<Record<string, object>> = {
  notebooks: noCells,
  pipelines: {},
  triggers: { type: 'ScheduleTrigger' },
  datasets: { type: 'Parquet', linkedServiceName: { referenceName: 'x', type: 'LinkedServiceReference' } },
  dataflows: { type: 'MappingDataFlow' },
  linkedservices: { type: 'AzureBlobFS' },
  credentials: { type: 'ManagedIdentity' },
  sparkJobDefinitions: { targetBigDataPool: {}, jobProperties: {} },
  kqlScripts: {},
  sparkconfigurations: { configs: {} },
};
const versions: Readonly<Record<string, string>> = {
  kqlScripts: '?api-version=2021-11-01-preview',
  sparkconfigurations: '?api-version=2021-06-01-preview',
};

function at(type: string, name: string, more = ''): string {
  return `/${type}/${encodeURIComponent(name)}${more}${versions[type] ?? ''}`;
}

async function names(endpoint: ScriptClient, type: string): Promise<unknown[]> {
  const { body } = await endpoint.send('GET', `/${type}${versions[type] ?? ''}`);
  return (body['value'] as unknown as { name: string }[]).map(({ name }) => name);
}

function assertRefused({ status, body }: Answer, wanted: number, code: string | number): void {
  assert.equal(status, wanted, JSON.stringify(body));
  const error = typeof body['error'] === 'object' ? body['error'] : body;
  assert.equal(error['code'], code);
}

for (const [type, properties] of Object.entries(smallest)) {
  test(`${type}: what is put is there when its operation has ended, and gone when it is deleted`, async () => {
    await using endpoint = await ScriptClient.start();
    const made = await endpoint.send('PUT', at(type, 'New_1'), { properties });
    assert.equal(made.body['state'], 'Creating');
    assert.equal((await endpoint.poll(made)).status, 202);
    assert.equal((await endpoint.send('GET', at(type, 'New_1'))).status, 404);
    const ended = await endpoint.end(made);
    assert.equal(ended.status, 200);
    const read = await endpoint.send('GET', at(type, 'New_1'));
    assert.deepEqual(read.body, ended.body);
    assert.ok((await names(endpoint, type)).includes('New_1'));
    assertRefused(
      await endpoint.send('PUT', at(type, 'NEW_1'), { properties }),
      409,
      type === 'notebooks' ? 409 : 'Conflict',
    );

    const changed = await endpoint.send('PUT', at(type, 'New_1'), { properties: { ...properties, description: 'x' } });
    assert.equal(changed.body['state'], 'Updating');
    assert.equal((await endpoint.end(changed)).body['properties']?.['description'], 'x');
    const deleted = await endpoint.send('DELETE', at(type, 'New_1'));
    assert.equal(deleted.body['recordId'], 0);
    assert.equal((await endpoint.end(deleted)).text, '');
    assert.equal((await endpoint.send('GET', at(type, 'New_1'))).status, 404);
    assert.equal((await endpoint.send('DELETE', at(type, 'New_1'))).status, 204);
  });
}

test('properties come back to the digit, with members that nobody knows', async () => {
  await using endpoint = await ScriptClient.start();
  const properties = '{"activities":[],"1":1.0,"later":{"big":12345678901234567890,"a":[1e2]}}';
  const made = await endpoint.send('PUT', '/pipelines/Exact', `{ "properties": ${properties} }`);
  const { text } = await endpoint.end(made);
  assert.ok(text.includes(properties.slice(0, -1)), text);
  assert.match(text, /"lastPublishTime":"2024-06-01T12:00:00Z"/);
});

test('an artifact gets another name, unless that is taken', async () => {
  await using endpoint = await ScriptClient.start();
  const taken = await endpoint.send('POST', '/notebooks/Notes/rename', { newName: 'Load orders' });
  assert.equal(taken.status, 409);
  const renamed = await endpoint.send('POST', '/notebooks/Notes/rename', { newName: 'My notes' });
  assert.equal(renamed.body['state'], 'Renaming');
  assert.match(renamed.headers.get('location') ?? '', /\/notebookOperationResults\//);
  assert.equal((await endpoint.end(renamed)).body['name'], 'My notes');
  assert.equal((await endpoint.send('GET', '/notebooks/Notes')).status, 404);
});

test('a stale etag is refused, and a known one saves the answer', async () => {
  await using endpoint = await ScriptClient.start();
  const { body } = await endpoint.send('GET', '/datasets/OrdersCsv');
  const etag = String(body['etag']);
  assert.equal((await endpoint.send('GET', '/datasets/OrdersCsv', undefined, { 'If-None-Match': etag })).status, 304);
  await endpoint.end(await endpoint.send('PUT', '/datasets/OrdersCsv', body, { 'If-Match': etag }));
  const late = await endpoint.send('PUT', '/datasets/OrdersCsv', body, { 'If-Match': etag });
  assertRefused(late, 412, 'PreconditionFailed');
});

test('lists come in pages', async () => {
  await using endpoint = await ScriptClient.start({ pageSize: 2 });
  const first = await endpoint.send('GET', '/pipelines');
  assert.equal((first.body['value'] as unknown as unknown[]).length, 2);
  const second = await endpoint.send('GET', String(first.body['nextLink']));
  assert.equal((second.body['value'] as unknown as unknown[]).length, 2);
  assert.equal(second.body['nextLink'], undefined);
});

test('what is missing or misnamed is refused in the words of the service', async () => {
  await using endpoint = await ScriptClient.start();
  assertRefused(await endpoint.send('GET', '/pipelines/None'), 404, 'PipelineNotFound');
  assertRefused(await endpoint.send('GET', '/linkedservices/None'), 404, 'LinkedServiceNotFound');
  const notebook = await endpoint.send('GET', '/notebooks/None');
  assert.equal(notebook.body['code'], 404);
  assert.equal(typeof notebook.body['error'], 'string');
  assertRefused(await endpoint.send('PUT', '/datasets/New', { properties: { type: 'Parquet' } }), 400, 'BadRequest');
  assertRefused(await endpoint.send('PUT', '/pipelines/a%2Fb', { properties: {} }), 400, 'BadRequest');
  assert.equal((await endpoint.send('PUT', '/notebooks/New', { properties: {} })).body['code'], 400);
});

test('an operation that fails says so in a 200, and nothing has changed', async () => {
  await using endpoint = await ScriptClient.start();
  endpoint.client.emulator.faults.add({ route: 'Pipeline_DeletePipeline', fault: 'failedOperation' });
  const ended = await endpoint.end(await endpoint.send('DELETE', '/pipelines/Daily%20load'));
  assert.equal(ended.status, 200);
  assert.equal(ended.body['status'], 'Failed');
  assert.equal((await endpoint.send('GET', '/pipelines/Daily%20load')).status, 200);
});

test('secrets do not come back', async () => {
  await using endpoint = await ScriptClient.start();
  const typeProperties = { connectionString: { type: 'SecureString', value: 'AccountKey="s3cret"' } };
  const made = await endpoint.send('PUT', '/linkedservices/Store', {
    properties: { type: 'AzureStorage', typeProperties },
  });
  const { text, body } = await endpoint.end(made);
  assert.ok(!text.includes('s3cret'));
  assert.equal(body['properties']?.['typeProperties']?.['connectionString']?.['value'], '**********');
});

test('what belongs to the workspace stays as it is', async () => {
  await using endpoint = await ScriptClient.start({}, 'contoso-serverless');
  assert.deepEqual(await names(endpoint, 'linkedservices'), [
    'contoso-serverless-WorkspaceDefaultSqlServer',
    'contoso-serverless-WorkspaceDefaultStorage',
  ]);
  const own = '/linkedservices/contoso-serverless-WorkspaceDefaultStorage';
  const properties = { type: 'AzureBlobFS' };
  assertRefused(await endpoint.send('PUT', own, { properties }), 400, 'ResourceNotUpdatable');
  assertRefused(await endpoint.send('DELETE', own), 400, 'ResourceNotUpdatable');
  assertRefused(await endpoint.send('DELETE', '/credentials/WorkspaceSystemIdentity'), 400, 'ResourceNotUpdatable');
});

test('whoever may read may not write', async () => {
  await using endpoint = await ScriptClient.start({}, 'fabrikam-logistics');
  assert.equal((await endpoint.send('GET', '/pipelines/Load%20routes')).status, 200);
  for (const [method, path, action] of [
    ['PUT', '/pipelines/Load%20routes', 'pipelines/write'],
    ['DELETE', '/notebooks/Route%20planning', 'notebooks/delete'],
    ['POST', '/triggers/Every%20day/start', 'triggers/write'],
    ['POST', '/pipelines/Load%20routes/createRun', 'credentials/useSecret/action'],
    ['PUT', '/libraries/x.whl', 'libraries/write'],
  ] as const) {
    const { status, body } = await endpoint.send(method, path, method === 'PUT' ? { properties: {} } : undefined);
    assert.equal(status, 403, path);
    assert.match(String(body['error']?.['message']), new RegExp(`Action: Microsoft.Synapse/workspaces/${action}, `));
  }
});

test('an operation is found by its state, too', async () => {
  await using endpoint = await ScriptClient.start();
  const made = await endpoint.send('PUT', '/pipelines/New', { properties: {} });
  const path = `/operationStatuses/${String(made.body['operationId'])}`;
  assert.equal((await endpoint.send('GET', path)).body['status'], 'InProgress');
  endpoint.client.letPass(operationTime);
  assert.equal((await endpoint.send('GET', path)).body['status'], 'Succeeded');
});

test('what cannot be changed is refused at once or fails later, as the switches say', async () => {
  const switches = { 'started-trigger': 'refuse', 'managed-artifact': 'fail-later' } as const;
  await using endpoint = await ScriptClient.start({ unverified: switches });
  assertRefused(await endpoint.send('DELETE', '/triggers/Every%20night'), 400, 'TriggerEnabledCannotUpdate');
  const own = '/linkedservices/contoso-sales-WorkspaceDefaultStorage';
  const ended = await endpoint.end(await endpoint.send('DELETE', own));
  assert.equal(ended.body['error']?.['code'], 'ResourceNotUpdatable');
  assert.equal((await endpoint.send('GET', own)).status, 200);
});
