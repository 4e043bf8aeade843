import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operationTime, ScriptClient } from './scriptClient.ts';

const workspaceId = (id: unknown): string => String(id).replace(/\/[^/]+\/[^/]+$/, '');

test('a script is created as recorded: 202 with a record, InProgress, then the document', async () => {
  await using scripts = await ScriptClient.start();
  const accepted = await scripts.put('New one', 'SELECT 1;');
  assert.equal(accepted.status, 202);
  assert.equal(accepted.headers.get('retry-after'), '2');
  assert.match(accepted.headers.get('access-control-expose-headers') ?? '', /Location, Retry-After/);
  const { body: record } = accepted;
  assert.deepEqual(Object.keys(record), [
    'id',
    'recordId',
    'state',
    'created',
    'changed',
    'type',
    'name',
    'operationId',
    'artifactId',
  ]);
  assert.equal(record['state'], 'Creating');
  assert.equal(record['type'], 'SqlScript');
  assert.match(String(record['id']), /^\/subscriptions\/.*\/workspaces\/contoso-sales\/sqlScripts\/New one$/);
  assert.match(String(record['created']), /^2024-06-01T12:00:00\.\d{7}Z$/);
  assert.match(String(record['artifactId']), /^[0-9A-F-]{36}$/);
  const location = accepted.headers.get('location') ?? '';
  assert.ok(location.endsWith(`/operationResults/${String(record['operationId'])}?api-version=2020-12-01`));
  assert.equal((await scripts.get('New one')).status, 404, 'not there before the operation has ended');

  const running = await scripts.poll(accepted);
  assert.equal(running.status, 202);
  assert.deepEqual(running.body, { status: 'InProgress' });
  assert.equal(running.headers.get('location'), location);
  assert.equal(running.headers.get('retry-after'), '2');

  const ended = await scripts.end(accepted);
  assert.equal(ended.status, 200);
  assert.equal(ended.headers.get('etag'), null);
  const { body } = ended;
  assert.deepEqual(Object.keys(body), ['id', 'name', 'type', 'properties', 'etag']);
  assert.equal(body['id'], `${workspaceId(record['id'])}/sqlscripts/New one`);
  assert.equal(body['type'], 'Microsoft.Synapse/workspaces/sqlscripts');
  assert.match(String(body['etag']), /^[0-9a-f]{8}-0000-0100-0000-[0-9a-f]{8}0000$/);
  assert.deepEqual((await scripts.get('New one')).body, body);
});

test('an update replaces the whole document, gives a new etag and keeps the record', async () => {
  await using scripts = await ScriptClient.start();
  const created = await scripts.put('Mine', { text: '{"properties":{"content":{"query":"1"},"mine":true}}' });
  const before = (await scripts.end(created)).body;
  const updated = await scripts.put('Mine', '2');
  assert.equal(updated.body['state'], 'Updating');
  assert.equal(updated.body['recordId'], created.body['recordId']);
  assert.equal(updated.body['artifactId'], created.body['artifactId']);
  assert.equal(updated.body['created'], created.body['created']);
  assert.deepEqual((await scripts.get('Mine')).body, before, 'the old document until the operation has ended');
  const after = (await scripts.end(updated)).body;
  assert.deepEqual(after['properties'], { content: { query: '2' } });
  assert.notEqual(after['etag'], before['etag']);
});

test('the list has whole documents, on one page unless pages are asked to be smaller', async () => {
  await using scripts = await ScriptClient.start();
  const { body } = await scripts.send('GET', '/sqlScripts');
  assert.deepEqual(Object.keys(body), ['value']);
  const all = body['value'] as unknown as { name: string }[];
  assert.deepEqual(Object.keys(all[0] ?? {}), ['id', 'name', 'type', 'etag', 'properties']);
  for (const script of all) assert.deepEqual({ ...script }, (await scripts.get(script.name)).body, script.name);

  await using paged = await ScriptClient.start({ pageSize: 4 });
  const found: string[] = [];
  let pages = 0;
  for (let next = '/sqlScripts'; next !== ''; pages += 1) {
    const page = (await paged.send('GET', next)).body;
    found.push(...(page['value'] as unknown as { name: string }[]).map(({ name }) => name));
    next = String((page['nextLink'] as unknown) ?? '');
  }
  assert.equal(pages, Math.ceil(all.length / 4));
  assert.deepEqual(
    found,
    all.map(({ name }) => name),
  );
});

test('a version that is known is not sent again', async () => {
  await using scripts = await ScriptClient.start();
  const etag = await scripts.etag('Top customers');
  for (const known of [etag, `"${etag}"`, `"other", ${etag}`, '*']) {
    const answer = await scripts.get('Top customers', { 'If-None-Match': known });
    assert.equal(answer.status, 304, known);
    assert.equal(answer.text, '');
  }
  assert.equal((await scripts.get('Top customers', { 'If-None-Match': 'other' })).status, 200);
});

test('a deletion has half a record, and ends in an empty body', async () => {
  await using scripts = await ScriptClient.start();
  const accepted = await scripts.delete('Scratch');
  assert.equal(accepted.headers.get('retry-after'), null, 'recorded: only its polls have it');
  assert.equal(accepted.body['recordId'], 0);
  assert.equal(accepted.body['state'], 'Deleting');
  assert.equal(accepted.body['created'], '0001-01-01T00:00:00');
  assert.equal(accepted.body['artifactId'], undefined);
  assert.equal((await scripts.poll(accepted)).headers.get('retry-after'), '2');
  assert.equal((await scripts.get('Scratch')).status, 200);
  const ended = await scripts.end(accepted);
  assert.equal(ended.status, 200);
  assert.equal(ended.text, '');
  const { status, body } = await scripts.get('Scratch');
  assert.equal(status, 404);
  assert.deepEqual(body, {
    code: 'NotFound',
    message: 'The document could not be retrieved because it does not exist.',
    target: `${workspaceId(accepted.body['id'])}/sqlscripts/Scratch`,
    details: null,
    error: null,
  });
});

test('a script is renamed: the document stays, its etag changes', async () => {
  await using scripts = await ScriptClient.start();
  const before = (await scripts.get('Grants')).body;
  const accepted = await scripts.rename('Grants', 'Permissions');
  assert.equal(accepted.body['state'], 'Renaming');
  assert.equal(accepted.body['name'], 'Grants');
  const { body } = await scripts.end(accepted);
  assert.equal(body['name'], 'Permissions');
  assert.match(String(body['id']), /\/sqlscripts\/Permissions$/);
  assert.deepEqual(body['properties'], before['properties']);
  assert.notEqual(body['etag'], before['etag']);
  assert.equal((await scripts.get('Grants')).status, 404);
  assert.equal((await scripts.end(await scripts.rename('Permissions', 'PERMISSIONS'))).body['name'], 'PERMISSIONS');
  assert.equal((await scripts.rename('Nothing', 'Something')).status, 404);
});

test('names are decoded, and compared without regard to case', async () => {
  await using scripts = await ScriptClient.start({}, 'research-genomics');
  const [odd] = (await scripts.names()).filter((name) => name.startsWith('Ünïcode'));
  assert.ok(odd);
  assert.equal((await scripts.get(odd.toUpperCase())).body['name'], odd);
  for (const name of ['100 % #1?', '..%2F', '陈', '"']) {
    assert.equal((await scripts.end(await scripts.put(name, name))).body['name'], name);
    assert.equal(await scripts.query(name), name);
  }
  for (const name of ['a/b', 'a\\b', 'a\tb', ' a', 'a ', '...', 'x'.repeat(261)]) {
    const { status, body } = await scripts.put(name, '');
    assert.equal(status, 400, name);
    assert.equal(body['error']?.['code'], 'BadRequest');
  }
  assert.equal((await scripts.rename(odd, 'a/b')).status, 400);
});

test('what is no document is refused', async () => {
  await using scripts = await ScriptClient.start({ scriptSizeLimit: 100 });
  for (const text of ['', '{', '[]', '{}', '{"properties":null}', '{"properties":[]}', '{"properties":"x"}']) {
    assert.equal((await scripts.put('Bad', { text })).status, 400, text);
  }
  const tooLarge = await scripts.put('Bad', 'x'.repeat(100));
  assert.equal(tooLarge.status, 413);
  assert.equal(tooLarge.body['error']?.['code'], 'RequestEntityTooLarge');
});

test('a failed operation is told with 200, and changes nothing', async () => {
  await using scripts = await ScriptClient.start();
  const { faults } = scripts.client.emulator;
  faults.add({ path: '/sqlScripts/', fault: 'failedOperation' });
  const changes = [
    () => scripts.put('New one', '1'),
    () => scripts.put('Scratch', '1'),
    () => scripts.rename('Scratch', 'New one'),
    () => scripts.delete('Scratch'),
  ];
  const before = (await scripts.send('GET', '/sqlScripts')).text;
  for (const change of changes) {
    const { status, body } = await scripts.end(await change());
    assert.equal(status, 200);
    assert.equal(body['status'], 'Failed');
    assert.equal(body['error']?.['code'], 'OperationFailed');
  }
  assert.equal((await scripts.send('GET', '/sqlScripts')).text, before);
});

test('operations are one workspace’s own, and take their time by the clock', async () => {
  await using scripts = await ScriptClient.start();
  const accepted = await scripts.put('New one', '1');
  const elsewhere = new ScriptClient(scripts.client, 'contoso-finance');
  const path = `/operationResults/${String(accepted.body['operationId'])}`;
  assert.equal((await elsewhere.send('GET', path)).status, 404);
  scripts.client.letPass(operationTime - 1);
  assert.equal((await scripts.poll(accepted)).status, 202);
  scripts.client.letPass(1);
  assert.equal((await scripts.poll(accepted)).status, 200);
});

test('the preview’s api-version is served as well', async () => {
  await using scripts = await ScriptClient.start();
  assert.equal((await scripts.send('GET', '/sqlScripts?api-version=2019-06-01-preview')).status, 200);
  assert.equal((await scripts.send('GET', '/sqlScripts?api-version=2021-06-01')).status, 400);
});

test('the workspace tells of its repository', async () => {
  await using scripts = await ScriptClient.start({}, 'contoso-finance');
  const { body } = await scripts.send('GET', '/workspace');
  assert.equal(body['name'], 'contoso-finance');
  assert.equal(body['properties']?.['workspaceRepositoryConfiguration']?.['type'], 'WorkspaceGitHubConfiguration');
});
