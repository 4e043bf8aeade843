import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Application } from '../../../emulator/store/application.ts';
import { idOf } from '../../../emulator/store/ids.ts';
import { TestClient, type Answer } from './client.ts';

const eventual = { ConsistencyLevel: 'eventual' };
const zoe = idOf('user', 'zoe.lukasiewicz@contoso.onmicrosoft.com');
const engineers = idOf('group', 'data.engineers@contoso.onmicrosoft.com');
const pipelineApp = idOf('application', 'contoso-release-pipeline');

interface Listed {
  readonly '@odata.type'?: string;
  readonly id: string;
  readonly displayName: string;
  readonly appId?: string;
}

function listed({ status, body, text }: Answer): Listed[] {
  assert.equal(status, 200, text);
  return body['value'] as unknown as Listed[];
}

function assertRefused({ status, body, headers }: Answer, expected: number, code: string, message: RegExp): void {
  assert.equal(status, expected);
  assert.equal(body['error']?.['code'], code);
  assert.match(String(body['error']?.['message']), message);
  assert.equal(body['error']?.['innerError']?.['request-id'], headers.get('request-id'));
}

const search = (text: string): string => encodeURIComponent(text);

test('objects by their ids: those of the directory, with their types', async () => {
  await using client = await TestClient.start();
  const ids = [zoe.toUpperCase(), engineers, new Application().objectIdIn(client.home), randomUUID(), zoe];
  const found = listed(await client.graph('POST', '/directoryObjects/getByIds', { ids }));
  assert.deepEqual(
    found.map((each) => [each['@odata.type'], each.displayName]),
    [
      ['#microsoft.graph.user', 'Zoë Łukasiewicz'],
      ['#microsoft.graph.group', 'Data Engineers'],
      ['#microsoft.graph.servicePrincipal', 'Synapse emulator client'],
    ],
  );
  const users = listed(await client.graph('POST', '/directoryObjects/getByIds', { ids, types: ['user'] }));
  assert.deepEqual(
    users.map(({ id }) => id),
    [zoe],
  );
});

test('a thousand ids in one request, not one more, and only GUIDs', async () => {
  await using client = await TestClient.start();
  const ids = Array.from({ length: 1000 }, () => randomUUID());
  assert.deepEqual(listed(await client.graph('POST', '/directoryObjects/getByIds', { ids })), []);
  const more = await client.graph('POST', '/directoryObjects/getByIds', { ids: [...ids, zoe] });
  assertRefused(more, 400, 'Request_BadRequest', /1000/u);
  const wrong = await client.graph('POST', '/directoryObjects/getByIds', { ids: ['zoe'] });
  assertRefused(wrong, 400, 'Request_BadRequest', /^Invalid GUID:zoe$/u);
  assert.equal((await client.graph('POST', '/directoryObjects/getByIds', { ids: 'x' })).status, 400);
});

test('each tenant has a directory of its own, and a token of another service opens none', async () => {
  await using client = await TestClient.start();
  const fabrikam = idOf('tenant', 'fabrikam.onmicrosoft.com');
  const elsewhere = await client.graph('POST', '/directoryObjects/getByIds', { ids: [zoe] }, {}, fabrikam);
  assert.deepEqual(listed(elsewhere), []);
  const token = await client.token('https://management.azure.com');
  const url = `${client.emulator.ready.graph}/v1.0/users`;
  assert.equal((await client.raw('GET', url, { authorization: `Bearer ${token}` })).status, 401);
});

test('a search goes by words of names and by the beginning of mails, and wants its header', async () => {
  await using client = await TestClient.start();
  const names = async (collection: string, text: string): Promise<string[]> =>
    listed(await client.graph('GET', `/${collection}?$search=${search(text)}`, undefined, eventual)).map(
      ({ displayName }) => displayName,
    );
  assert.deepEqual(await names('users', '"displayName:łuk"'), ['Zoë Łukasiewicz']);
  assert.deepEqual(await names('users', '"displayName:wilber a"'), ['Alex Wilber']);
  assert.deepEqual(await names('users', '"displayName:lex"'), [], 'not the midst of a word');
  assert.deepEqual(await names('users', '"mail:sean.o.b" OR "userPrincipalName:mei"'), [
    '陈美 (Mei Chen)',
    "Seán O'Brien",
  ]);
  assert.deepEqual(await names('groups', '"displayName:analysts" AND "displayName:emea"'), ['Analysts (EMEA & APAC)']);
  assert.deepEqual(await names('servicePrincipals', '"displayName:Monitoring \\"coll"'), ['Monitoring "collector"']);
  const bare = await client.graph('GET', `/users?$search=${search('"displayName:a"')}`);
  assertRefused(bare, 400, 'Request_UnsupportedQuery', /special request header: 'ConsistencyLevel: eventual'$/u);
  for (const wrong of ['displayName:a', '"displayName"', '"displayName:a" OR', '"displayName:a" "mail:b"', '']) {
    const { status } = await client.graph('GET', `/users?$search=${search(wrong)}`, undefined, eventual);
    assert.equal(status, 400, wrong);
  }
});

test('filters, with at most fifteen values', async () => {
  await using client = await TestClient.start();
  const filter = (collection: string, text: string): Promise<Answer> =>
    client.graph('GET', `/${collection}?$filter=${search(text)}`);
  const [pipeline] = listed(await filter('servicePrincipals', `appId in ('${pipelineApp.toUpperCase()}','x')`));
  assert.equal(pipeline?.displayName, 'contoso-release-pipeline');
  assert.notEqual(pipeline.id, pipelineApp);
  const sean = listed(await filter('users', "displayName eq 'Seán O''Brien' and startswith(mail,'sean')"));
  assert.equal(sean.length, 1);
  const two = await filter(
    'users',
    "startswith(displayName,'zoë') or userPrincipalName eq 'MEI.CHEN@contoso.onmicrosoft.com'",
  );
  assert.equal(listed(two).length, 2);
  const values = (count: number): string => Array.from({ length: count }, (_, index) => `'${index}@x'`).join(',');
  assert.equal((await filter('users', `mail in (${values(15)})`)).status, 200);
  assertRefused(
    await filter('users', `mail in (${values(16)})`),
    400,
    'Request_UnsupportedQuery',
    /16\. Max allowed: 15/u,
  );
  for (const wrong of ['mail', "mail eq 'a", 'mail in ()', "mail eq 'a' xor mail eq 'b'", "mail eq 'a' or"]) {
    assert.equal((await filter('users', wrong)).status, 400, wrong);
  }
});

test('members are selected, and lists have pages', async () => {
  await using client = await TestClient.start();
  const first = await client.graph('GET', '/users?$select=displayName,mail&$top=4&$count=true', undefined, eventual);
  assert.deepEqual(Object.keys(listed(first)[0] ?? {}), ['id', 'displayName', 'mail']);
  const all = new Set(listed(first).map(({ id }) => id));
  let next = first.body['@odata.nextLink'] as unknown as string | undefined;
  let pages = 1;
  for (; next !== undefined; pages++) {
    const page = await client.graph('GET', next, undefined, eventual);
    for (const { id } of listed(page)) all.add(id);
    next = page.body['@odata.nextLink'] as unknown as string | undefined;
  }
  assert.equal(String(all.size), String(first.body['@odata.count']));
  assert.equal(pages, Math.ceil(all.size / 4));
  assert.ok(pages > 2);
  assert.equal((await client.graph('GET', '/users?$top=1000')).status, 400);
  assert.equal((await client.graph('GET', '/users?$skiptoken=made-up')).status, 400);
});

test('one object, its groups, and whoever asks', async () => {
  await using client = await TestClient.start();
  assert.equal((await client.graph('GET', `/users/${zoe}`)).body['displayName'], 'Zoë Łukasiewicz');
  const byName = await client.graph('GET', '/users/zoe.lukasiewicz@contoso.onmicrosoft.com?$select=id');
  assert.equal(byName.body['id'], zoe);
  assertRefused(await client.graph('GET', `/groups/${zoe}`), 404, 'Request_ResourceNotFound', new RegExp(zoe, 'u'));
  const groups = await client.graph('POST', `/directoryObjects/${zoe}/getMemberGroups`, { securityEnabledOnly: false });
  assert.deepEqual(groups.body['value'], [engineers]);
  const me = await client.graph('GET', '/me');
  assertRefused(me, 400, 'BadRequest', /delegated authentication/u);
});

test('consent can be refused by Microsoft Entra and by Microsoft Graph', async () => {
  await using client = await TestClient.start();
  client.emulator.faults.add({
    path: '^/graph/',
    times: 1,
    status: 403,
    body: {
      error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges to complete the operation.' },
    },
  });
  const refused = await client.graph('GET', '/users');
  assert.equal(refused.status, 403);
  assert.equal(refused.body['error']?.['code'], 'Authorization_RequestDenied');
  assert.equal((await client.graph('GET', '/users')).status, 200);
  client.emulator.faults.add({
    route: 'Entra_Token',
    audience: 'https://graph.microsoft.com',
    status: 400,
    body: { error: 'invalid_grant', error_codes: [65001], error_description: 'AADSTS65001: No consent.' },
  });
  const token = await client.requestToken({ scope: 'https://graph.microsoft.com/.default' });
  assert.equal(token.status, 400);
  assert.equal((await client.requestToken({ scope: 'https://dev.azuresynapse.net/.default' })).status, 200);
});
