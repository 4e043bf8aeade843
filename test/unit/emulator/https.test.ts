import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startEmulator, type Emulator } from '../../../emulator/server.ts';
import { SecureClient } from './secureClient.ts';
import { TestClient } from './client.ts';

const management = 'https://management.azure.com';
const synapse = 'https://dev.azuresynapse.net';
const subscriptions = '/subscriptions?api-version=2022-12-01';

describe('over https', () => {
  let emulator: Emulator;
  let client: SecureClient;
  let token: string;

  before(async () => {
    emulator = await startEmulator({ https: true, pageSize: 2 });
    client = new SecureClient(emulator);
    token = await client.token(management);
  });

  after(() => emulator.close());

  test('the services are below one path each on loopback, and URLs in answers are loopback’s', async () => {
    const { resourceManager } = emulator.ready;
    assert.match(resourceManager, /^https:\/\/127\.0\.0\.1:\d+\/resourceManager$/);
    const { status, body } = await client.direct(`${resourceManager}${subscriptions}`, { token });
    assert.equal(status, 200);
    assert.ok(String(body['nextLink']).startsWith(`${resourceManager}/subscriptions?`));
    const next = await client.direct(String(body['nextLink']), { token });
    assert.equal(next.status, 200);
  });

  test('a client that says localhost reads localhost', async () => {
    const base = emulator.ready.resourceManager.replace('127.0.0.1', 'localhost');
    const { body } = await client.direct(`${base}${subscriptions}`, { token });
    assert.ok(String(body['nextLink']).startsWith(`${base}/subscriptions?`));
  });

  test('under Azure’s names URLs in answers are Azure’s', async () => {
    const { status, body } = await client.byName(`${management}${subscriptions}`, { token });
    assert.equal(status, 200);
    assert.ok(String(body['nextLink']).startsWith(`${management}/subscriptions?`));

    const id = String(body['value']?.[0]?.['id']);
    const synapseVersion = 'api-version=2021-06-01';
    const list = await client.byName(`${management}${id}/providers/Microsoft.Synapse/workspaces?${synapseVersion}`, {
      token,
    });
    const workspace = list.body['value']?.[0];
    const endpoint = `https://${String(workspace?.['name'])}.dev.azuresynapse.net`;
    assert.equal(workspace?.['properties']?.['connectivityEndpoints']?.['dev'], endpoint);

    const deleting = await client.byName(`${management}${String(workspace['id'])}?${synapseVersion}`, {
      token,
      method: 'DELETE',
    });
    assert.equal(deleting.status, 202);
    assert.ok(deleting.headers.location?.startsWith(`${management}/subscriptions/`));
    assert.ok(String(deleting.headers['azure-asyncoperation']).startsWith(`${management}/subscriptions/`));
    assert.ok(Number(deleting.headers['retry-after']) >= 1);

    const scopes = await client.byName(`${endpoint}/RBACSCOPES?API-VERSION=2020-12-01`, {
      token: await client.token(synapse),
    });
    assert.equal(scopes.status, 200, 'paths are matched without regard to case');
    const refused = await client.byName(`${management}/subscriptions?api-version=2022-12-01`);
    assert.match(String(refused.headers['www-authenticate']), /"https:\/\/login\.microsoftonline\.com\/common"/);
  });

  test('the certificate is good for the names that are served, and for no other', async () => {
    const { socket, status } = await client.connectTo('management.azure.com:443');
    assert.equal(status, 200);
    socket.destroy();
    const authority = new X509Certificate(await readFile(emulator.ready.ca ?? ''));
    assert.ok(authority.ca);
    await assert.rejects(client.direct(`https://[::ffff:127.0.0.1]:${new URL(emulator.url).port}/`), {
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    await assert.rejects(fetch(emulator.url), TypeError, 'who does not trust the authority gets no answer');
  });

  for (const authority of [
    'example.com:443',
    'management.azure.com:80',
    'management.azure.com.example.com:443',
    'dev.azuresynapse.net:443',
    'a.b.dev.azuresynapse.net:443',
    'login.windows.net:443',
    '127.0.0.1:22',
    '169.254.169.254:443',
    'nonsense',
  ]) {
    test(`the proxy does not lead to ${authority}`, async () => {
      const { status, socket } = await client.connectTo(authority);
      assert.equal(status, 403);
      socket.destroy();
    });
  }

  test('the proxy leads to the emulator under its own address', async () => {
    const { status, socket } = await client.connectTo(new URL(emulator.url).host);
    assert.equal(status, 200);
    socket.destroy();
  });

  test('the proxy forwards nothing but tunnels', async () => {
    assert.equal((await fetch(`${emulator.ready.proxy ?? ''}/subscriptions`)).status, 403);
  });

  test('rules go by the path on loopback under every name', async (t) => {
    emulator.faults.add({ path: '^/resourceManager/tenants$', status: 418 });
    t.after(() => emulator.faults.clear());
    const query = '/tenants?api-version=2022-12-01';
    assert.equal((await client.byName(`${management}${query}`, { token })).status, 418);
    assert.equal((await client.direct(`${emulator.ready.resourceManager}${query}`, { token })).status, 418);
  });
});

test('an emulator that closes takes its certificate with it, and ends open tunnels', async () => {
  const emulator = await startEmulator({ https: true });
  const { socket } = await new SecureClient(emulator).connectTo('graph.microsoft.com:443');
  const ended = new Promise<void>((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined).resume();
  await emulator.close();
  await ended;
  await assert.rejects(access(emulator.ready.ca ?? ''), { code: 'ENOENT' });
});

test('exchanges under Azure’s names are recorded as they were', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'recorded-'));
  t.after(() => rm(folder, { recursive: true }));
  const emulator = await startEmulator({ https: true, record: folder });
  await new SecureClient(emulator).byName(
    'https://contoso-sales.dev.azuresynapse.net/rbacScopes?api-version=2020-12-01',
  );
  await emulator.close();
  const [file = ''] = await readdir(folder);
  const recorded = JSON.parse(await readFile(path.join(folder, file), 'utf8')) as { liveRequest: { url: string } };
  assert.equal(
    recorded.liveRequest.url,
    'https://contoso-sales.dev.azuresynapse.net/rbacScopes?api-version=2020-12-01',
  );
});

test('over http the host header says nothing, and there is neither proxy nor certificate', async () => {
  await using client = await TestClient.start();
  const { ready } = client.emulator;
  assert.deepEqual([ready.proxy, ready.ca, ready.refreshToken], [undefined, undefined, undefined]);
  const asking = get(`${client.emulator.url}/tenants`, { headers: { host: 'management.azure.com' } });
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  answer.resume();
  assert.equal(answer.statusCode, 404, 'not Resource Manager’s 401');
});
