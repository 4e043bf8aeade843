import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { TestClient } from './client.ts';

interface Recorded {
  readonly liveRequest: {
    method: string;
    url: string;
    headers: Record<string, string>;
    body?: Record<string, unknown>;
  };
  readonly liveResponse: { statusCode: string; headers: Record<string, string>; body?: Record<string, unknown> };
  readonly operationId?: string;
  readonly injectedFault?: string;
}

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'recorded-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

async function recordedIn(folder: string): Promise<Map<string, Recorded>> {
  const files = (await readdir(folder)).sort();
  return new Map(
    await Promise.all(
      files.map(
        async (name) => [name, JSON.parse(await readFile(path.join(folder, name), 'utf8')) as Recorded] as const,
      ),
    ),
  );
}

test('exchanges are written under Azure’s host names and without secrets', async (t) => {
  const folder = await temporaryFolder(t);
  const client = await TestClient.start({ record: folder });
  const token = await client.token('https://management.azure.com');
  const id = await client.idOf('contoso-sales');
  await client.arm('GET', id);
  await client.arm('POST', `${id}/sqlPools/SalesDW/pause`);
  await client.dev('GET', 'contoso-sales', '/rbacScopes');
  await client.raw('GET', client.emulator.ready.resourceManager);
  await client.emulator.close();

  const recorded = [...(await recordedIn(folder)).entries()];
  assert.deepEqual(
    recorded.map(([name]) => name.replace(/\.[^.]+\.json$/, '')),
    [
      '00001-Entra_Token',
      '00002-Resources',
      '00003-Workspaces_Get',
      '00004-SqlPools_Pause',
      '00005-Entra_Token',
      '00006-RoleDefinitions_ListScopes',
      '00007-unknown',
    ],
  );
  const everything = JSON.stringify(recorded);
  assert.ok(!everything.includes('127.0.0.1'), 'no address of the emulator');
  assert.ok(!everything.includes(token), 'no token');
  assert.ok(!everything.includes(client.emulator.ready.clientSecret), 'no secret');

  const [signIn, , get, pause, , scopes, unknown] = recorded.map(([, exchange]) => exchange);
  assert.equal(signIn?.liveRequest.url, `https://login.microsoftonline.com/${client.home}/oauth2/v2.0/token`);
  assert.equal(signIn.liveRequest.body?.['client_secret'], '***');
  assert.equal(signIn.liveResponse.body?.['access_token'], '***');
  assert.equal(get?.liveRequest.url, `https://management.azure.com${id}?api-version=2021-06-01`);
  assert.equal(get.liveRequest.headers['authorization'], '***');
  assert.equal(get.liveResponse.statusCode, '200');
  assert.match(JSON.stringify(get.liveResponse.body), /"dev":"https:\/\/contoso-sales\.dev\.azuresynapse\.net"/);
  assert.match(pause?.liveResponse.headers['location'] ?? '', /^https:\/\/management\.azure\.com\/subscriptions\//);
  assert.equal(scopes?.liveRequest.url, 'https://contoso-sales.dev.azuresynapse.net/rbacScopes?api-version=2020-12-01');
  assert.equal(unknown?.operationId, undefined);
});

test('a password in a body is masked, and a fault is named', async (t) => {
  const folder = await temporaryFolder(t);
  const client = await TestClient.start({ record: folder });
  const id = (await client.idOf('contoso-sales')).replace(/[^/]+$/, 'brand-new');
  client.emulator.faults.add({ route: 'Workspaces_CreateOrUpdate', fault: 'throttle' });
  await client.arm('PUT', id, { properties: { sqlAdministratorLoginPassword: 'very secret 1' } });
  await client.emulator.close();
  const last = [...(await recordedIn(folder)).values()].at(-1);
  assert.equal(last?.injectedFault, 'throttle');
  assert.deepEqual(last.liveRequest.body, { properties: { sqlAdministratorLoginPassword: '***' } });
});

test('emulators that write to one folder do not meet', async (t) => {
  const folder = await temporaryFolder(t);
  const first = await TestClient.start({ record: folder });
  await first.arm('GET', '/subscriptions?api-version=2022-12-01');
  await first.emulator.close();
  const [second, third] = [await TestClient.start({ record: folder }), await TestClient.start({ record: folder })];
  await Promise.all([second, third].map((client) => client.arm('GET', '/tenants?api-version=2022-12-01')));
  await Promise.all([second, third].map((client) => client.emulator.close()));
  const names = [...(await recordedIn(folder)).keys()];
  assert.equal(names.length, 6);
  assert.deepEqual(
    names.map((name) => name.slice(0, 5)),
    ['00001', '00002', '00003', '00003', '00004', '00004'],
  );
});
