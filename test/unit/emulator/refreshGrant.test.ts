import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startEmulator, type Emulator } from '../../../emulator/server.ts';
import { SecureClient, type SecureAnswer } from './secureClient.ts';

/** The Azure CLI's. */
const publicClient = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
const openId = 'openid profile offline_access';

function partOf(encoded: unknown): Record<string, unknown> {
  return JSON.parse(Buffer.from(String(encoded), 'base64url').toString()) as Record<string, unknown>;
}

describe('the refresh grant', () => {
  let emulator: Emulator;
  let client: SecureClient;

  before(async () => {
    emulator = await startEmulator({ https: true });
    client = new SecureClient(emulator);
  });

  after(() => emulator.close());

  function redeem(fields: Record<string, string>, tenant = emulator.ready.tenantId): Promise<SecureAnswer> {
    const { refreshToken = '' } = emulator.ready;
    const form = { grant_type: 'refresh_token', client_id: publicClient, refresh_token: refreshToken, ...fields };
    const url = `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`;
    return client.byName(url, { method: 'POST', body: new URLSearchParams(form).toString() });
  }

  test('gives what MSAL asks for', async () => {
    const scope = `https://management.core.windows.net//.default ${openId}`;
    const { status, body } = await redeem({ scope, client_info: '1' });
    assert.equal(status, 200);
    const { tenantId, principalId } = emulator.ready;
    assert.deepEqual(partOf(body['client_info']), { uid: principalId, utid: tenantId });
    const identity = partOf(String(body['id_token']).split('.')[1]);
    assert.equal(identity['aud'], publicClient);
    assert.equal(identity['iss'], `https://login.microsoftonline.com/${tenantId}/v2.0`);
    assert.equal(identity['preferred_username'], 'alex.wilber@contoso.onmicrosoft.com');
    const access = partOf(String(body['access_token']).split('.')[1]);
    assert.equal(access['oid'], principalId);
    assert.equal(access['aud'], 'https://management.core.windows.net/');
    assert.equal((await redeem({ scope, refresh_token: String(body['refresh_token']) })).status, 200);
  });

  test('an ID token opens nothing', async () => {
    const { body } = await redeem({ scope: `https://management.azure.com/.default ${openId}` });
    const url = 'https://management.azure.com/tenants?api-version=2022-12-01';
    assert.equal((await client.byName(url, { token: String(body['access_token']) })).status, 200);
    assert.equal((await client.byName(url, { token: String(body['id_token']) })).status, 401);
  });

  test('nothing that was not asked for comes along', async () => {
    const { body } = await redeem({ scope: 'https://dev.azuresynapse.net/user_impersonation' });
    assert.equal(body['id_token'], undefined);
    assert.equal(body['client_info'], undefined);
    assert.equal(partOf(String(body['access_token']).split('.')[1])['aud'], 'https://dev.azuresynapse.net');
  });

  test('in another tenant the person is its guest', async () => {
    const scope = 'https://management.azure.com/.default';
    const { status, body } = await redeem({ scope, client_info: '1' }, 'fabrikam.onmicrosoft.com');
    assert.equal(status, 200);
    assert.notEqual(partOf(String(body['access_token']).split('.')[1])['oid'], emulator.ready.principalId);
    assert.equal(partOf(body['client_info'])['uid'], emulator.ready.principalId, 'the account stays the home account');
  });

  for (const [what, fields, error, number] of [
    ['a token that was not given out', { refresh_token: 'guess' }, 'invalid_grant', 9002313],
    ['a client without an id', { client_id: '' }, 'invalid_request', 900144],
    ['an unknown client', { client_id: 'b0caeeed-b8bb-51aa-a3a0-bdd097897a60' }, 'unauthorized_client', 700016],
    [
      'two resources at once',
      { scope: 'https://management.azure.com/.default https://dev.azuresynapse.net/.default' },
      'invalid_request',
      28000,
    ],
  ] as const) {
    test(`refuses ${what}`, async () => {
      const { body } = await redeem({ scope: 'https://management.azure.com/.default', ...fields });
      assert.equal(body['error'], error);
      assert.deepEqual(body['error_codes'], [number]);
    });
  }
});
