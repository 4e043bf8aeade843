import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { TestClient, type Answer } from './client.ts';

const list = '/subscriptions?api-version=2022-12-01';
const assignments = '/roleAssignments';

test('a rule answers in place of the service, from skip on, so many times', async () => {
  await using client = await TestClient.start();
  client.emulator.faults.add({
    route: 'subscriptions_list',
    skip: 1,
    times: 2,
    status: 503,
    headers: { 'Retry-After': '9' },
    body: { error: { code: 'Busy', message: 'Later' } },
  });
  const statuses: number[] = [];
  for (let request = 0; request < 4; request += 1) statuses.push((await client.arm('GET', list)).status);
  assert.deepEqual(statuses, [200, 503, 503, 200]);
  client.emulator.faults.clear();
  client.emulator.faults.add({ route: 'Subscriptions_List', status: 500, body: '<html>no</html>' });
  await assert.rejects(client.arm('GET', list), SyntaxError, 'a body that is text is sent as it is');
});

test('a rule may go by method and path', async () => {
  await using client = await TestClient.start();
  client.emulator.faults.add({ method: 'get', path: '/workspaces/contoso-sales/roleassignments$', status: 500 });
  assert.equal((await client.dev('GET', 'contoso-sales', assignments)).status, 500);
  assert.equal((await client.dev('GET', 'contoso-finance', assignments)).status, 200);
  assert.equal((await client.dev('GET', 'contoso-sales', '/roleDefinitions')).status, 200);
});

test('throttling is 429 with Retry-After, in the shape of the service', async () => {
  await using client = await TestClient.start();
  client.emulator.faults.add({ method: 'GET', path: '.', fault: 'throttle', seconds: 7 });
  const arm = await client.arm('GET', list);
  assert.equal(arm.status, 429);
  assert.equal(arm.headers.get('retry-after'), '7');
  assert.equal(arm.body['error']?.['code'], 'TooManyRequests');
  const dev = await client.dev('GET', 'contoso-sales', assignments);
  assert.equal(dev.status, 429);
  assert.match(String(dev.body['message']), /Retry in 7 seconds/);
});

test('an expired token is refused once, then all is well', async () => {
  await using client = await TestClient.start();
  client.emulator.faults.add({ route: 'Subscriptions_List', times: 1, fault: 'expiredToken' });
  const { status, body } = await client.arm('GET', list);
  assert.equal(status, 401);
  assert.equal(body['error']?.['code'], 'ExpiredAuthenticationToken');
  assert.equal((await client.arm('GET', list)).status, 200);
});

test('a claims challenge carries claims', async () => {
  await using client = await TestClient.start();
  client.emulator.faults.add({ route: 'Subscriptions_List', fault: 'claimsChallenge' });
  const { status, headers } = await client.arm('GET', list);
  assert.equal(status, 401);
  const challenge = headers.get('www-authenticate') ?? '';
  assert.match(challenge, /error="insufficient_claims"/);
  const [, claims = ''] = /claims="([^"]+)"/.exec(challenge) ?? [];
  const decoded = JSON.parse(Buffer.from(claims, 'base64').toString()) as {
    access_token: { nbf: { essential: boolean } };
  };
  assert.equal(decoded.access_token.nbf.essential, true);
});

test('a failed operation runs, says Failed and leaves the pool as it was', async () => {
  await using client = await TestClient.start({ operationTime: 1000 });
  client.emulator.faults.add({ route: 'SqlPools_Pause', times: 1, fault: 'failedOperation' });
  const id = `${await client.idOf('contoso-sales')}/sqlPools/SalesDW`;
  const started = await client.arm('POST', `${id}/pause`);
  assert.equal(started.status, 202);
  assert.equal((await client.arm('GET', id)).body['properties']?.['status'], 'Pausing');
  client.letPass(1000);
  const poll = await client.arm('GET', started.headers.get('azure-asyncoperation') ?? '');
  assert.equal(poll.status, 200);
  assert.equal(poll.body['status'], 'Failed');
  assert.equal(poll.body['error']?.['code'], 'OperationFailed');
  const result = await client.arm('GET', started.headers.get('location') ?? '');
  assert.equal(result.status, 409);
  assert.equal((await client.arm('GET', id)).body['properties']?.['status'], 'Online');
});

test('a claims challenge goes on until the token is one that was asked for with its claims', async () => {
  await using client = await TestClient.start();
  client.emulator.faults.add({ route: 'Subscriptions_List', fault: 'claimsChallenge' });
  const scope = 'https://management.azure.com/.default';
  const listWith = async (fields: Record<string, string>): Promise<Answer> => {
    const { body } = await client.requestToken({ scope, ...fields });
    const authorization = `Bearer ${String(body['access_token'])}`;
    return client.raw('GET', `${client.emulator.ready.resourceManager}${list}`, { authorization });
  };
  const challenged = await listWith({});
  assert.equal(challenged.status, 401);
  const [, encoded = ''] = /claims="([^"]+)"/.exec(challenged.headers.get('www-authenticate') ?? '') ?? [];
  const claims = Buffer.from(encoded, 'base64').toString();
  client.letPass(5000);
  assert.equal((await listWith({})).status, 401, 'a fresh token alone is no answer');
  assert.equal((await listWith({ claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}' })).status, 401);
  assert.equal((await listWith({ claims })).status, 200);

  client.emulator.faults.clear();
  client.emulator.faults.add({ route: 'Subscriptions_List', fault: 'claimsChallenge' });
  assert.equal((await listWith({ claims })).status, 401, 'a later challenge wants newer claims');
});

test('sign-in can be refused for one tenant or one audience alone', async () => {
  await using client = await TestClient.start();
  const refusal = { status: 400, body: { error: 'invalid_grant', error_codes: [65001] } };
  client.emulator.faults.add({ route: 'Entra_Token', audience: 'https://dev.azuresynapse.net/', ...refusal });
  const ask = async (resource: string, tenant?: string): Promise<number> =>
    (await client.requestToken({ scope: `${resource}/.default` }, tenant)).status;
  assert.equal(await ask('https://dev.azuresynapse.net'), 400);
  assert.equal(await ask('https://dev.azuresynapse.net', 'fabrikam.onmicrosoft.com'), 400);
  assert.equal(await ask('https://management.azure.com'), 200);

  client.emulator.faults.clear();
  client.emulator.faults.add({ route: 'Entra_Token', tenant: 'CONTOSO.onmicrosoft.com', ...refusal });
  assert.equal(await ask('https://management.azure.com'), 400, 'asked for by id, named by domain');
  assert.equal(await ask('https://management.azure.com', 'common'), 400, 'the home tenant');
  assert.equal(await ask('https://management.azure.com', 'fabrikam.onmicrosoft.com'), 200);
});

test('elsewhere tenant and audience are the token’s', async () => {
  await using client = await TestClient.start();
  await client.token('https://management.azure.com');
  client.emulator.faults.add({ tenant: client.home, audience: 'https://management.azure.com', status: 503 });
  assert.equal((await client.arm('GET', list)).status, 503);
  assert.equal((await client.dev('GET', 'contoso-sales', assignments)).status, 200);
  const { body } = await client.requestToken({ scope: 'https://dev.azuresynapse.net/.default' });
  assert.ok(body['access_token']);
});

test('a dropped answer is lost after the request was carried out', async () => {
  await using client = await TestClient.start();
  const id = `${await client.idOf('contoso-sales')}/sqlPools/SalesDW`;
  for (const drop of ['beforeReply', 'midBody']) {
    client.emulator.faults.clear();
    client.emulator.faults.add({ route: 'SqlPools_Get', times: 1, drop });
    await assert.rejects(client.arm('GET', id), TypeError, drop);
    assert.equal((await client.arm('GET', id)).status, 200);
  }
  client.emulator.faults.add({ route: 'SqlPools_Pause', drop: 'beforeReply' });
  await assert.rejects(client.arm('POST', `${id}/pause`), TypeError);
  assert.equal((await client.arm('GET', id)).body['properties']?.['status'], 'Pausing');
});

test('a delayed answer does not hold up others', async () => {
  const release = Promise.withResolvers<void>();
  const waits: number[] = [];
  await using client = await TestClient.start({
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      return release.promise;
    },
  });
  client.emulator.faults.add({ route: 'Tenants_List', delayMs: 5000 });
  const slow = client.arm('GET', '/tenants?api-version=2022-12-01');
  assert.equal((await client.arm('GET', list)).status, 200);
  release.resolve();
  assert.equal((await slow).status, 200);
  assert.deepEqual(waits, [5000]);
});

test('a faults file is read again when it changes, and kept out when it is bad', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'faults-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'faults.json');
  const warnings: string[] = [];
  await writeFile(file, JSON.stringify([{ route: 'Subscriptions_List', status: 500 }]));
  await using client = await TestClient.start({ faults: file, warn: (message) => warnings.push(message) });
  assert.equal((await client.arm('GET', list)).status, 500);
  await writeFile(file, 'not JSON at all');
  assert.equal((await client.arm('GET', list)).status, 500, 'the rules before stay');
  assert.equal((await client.arm('GET', list)).status, 500);
  assert.equal(warnings.length, 1, 'told once');
  assert.match(warnings[0] ?? '', /faults\.json not readable: /);
  await writeFile(file, JSON.stringify([{ route: 'Tenants_List', status: 503 }]));
  assert.equal((await client.arm('GET', list)).status, 200);
});

for (const [rule, complaint] of [
  [{ status: 500 }, /route, method, path, tenant or audience is expected/],
  [{ route: 'x' }, /exactly one of status, delayMs, drop, fault/],
  [{ route: 'x', status: 500, delayMs: 1 }, /exactly one of/],
  [{ route: 'x', status: 5 }, /"status" must be between/],
  [{ route: 'x', drop: 'now' }, /"drop" must be/],
  [{ route: 'x', fault: 'fire' }, /"fault" must be/],
  [{ route: 'x', status: 500, times: -1 }, /"times" must be a whole number/],
  [{ route: 'x', fault: 'throttle', seconds: 0 }, /"seconds" must be 1 or more/],
  [{ path: '(', status: 500 }, /"path" must be a regular expression/],
  [{ route: 'x', status: 500, tmies: 1 }, /unknown member "tmies"/],
] as const) {
  test(`not a rule: ${JSON.stringify(rule)}`, async () => {
    await using client = await TestClient.start();
    assert.throws(() => client.emulator.faults.add(rule), complaint);
  });
}
