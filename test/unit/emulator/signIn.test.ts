import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClient } from './client.ts';

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}

test('the client gets a token for the tenant and the audience that it asks for', async () => {
  await using client = await TestClient.start();
  const { status, body } = await client.requestToken({ scope: 'https://dev.azuresynapse.net/.default' });
  assert.equal(status, 200);
  assert.equal(body['token_type'], 'Bearer');
  const claims = claimsOf(String(body['access_token']));
  assert.equal(claims['aud'], 'https://dev.azuresynapse.net');
  assert.equal(claims['tid'], client.home);
  assert.equal(claims['iss'], `https://sts.windows.net/${client.home}/`);
  assert.equal(claims['appid'], client.emulator.ready.clientId);
  assert.equal(Number(claims['exp']) - Number(claims['iat']), Number(body['expires_in']));
});

test('a tenant may be named by its domain', async () => {
  await using client = await TestClient.start();
  const { body } = await client.requestToken(
    { scope: 'https://management.azure.com/.default' },
    'fabrikam.onmicrosoft.com',
  );
  assert.notEqual(claimsOf(String(body['access_token']))['tid'], client.home);
});

const refusals = [
  ['a wrong secret', { client_secret: 'guess' }, 401, 'invalid_client', 7000215],
  ['an unknown client', { client_id: 'b0caeeed-b8bb-51aa-a3a0-bdd097897a60' }, 400, 'unauthorized_client', 700016],
  ['an unknown grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
  ['a missing scope', { scope: '' }, 400, 'invalid_request', 900144],
  [
    'a scope that is not .default',
    { scope: 'https://management.azure.com/user_impersonation' },
    400,
    'invalid_scope',
    1002012,
  ],
  ['an unknown resource', { scope: 'https://nobody.example/.default' }, 400, 'invalid_resource', 500011],
] as const;

for (const [what, fields, status, error, number] of refusals) {
  test(`sign-in refuses ${what}`, async () => {
    await using client = await TestClient.start();
    const answer = await client.requestToken({ scope: 'https://management.azure.com/.default', ...fields });
    assert.equal(answer.status, status);
    assert.equal(answer.body['error'], error);
    assert.deepEqual(answer.body['error_codes'], [number]);
    assert.match(String(answer.body['error_description']), new RegExp(`^AADSTS${number}: `));
  });
}

test('sign-in refuses an unknown tenant', async () => {
  await using client = await TestClient.start();
  const answer = await client.requestToken({ scope: 'https://management.azure.com/.default' }, 'nowhere.example');
  assert.equal(answer.status, 400);
  assert.match(String(answer.body['error_description']), /^AADSTS90002: /);
});

test('the OpenID configuration names the token endpoint', async () => {
  await using client = await TestClient.start();
  const { activeDirectory } = client.emulator.ready;
  const url = `${activeDirectory}/${client.home}/v2.0/.well-known/openid-configuration`;
  const { status, body } = await client.raw('GET', url);
  assert.equal(status, 200);
  assert.equal(body['token_endpoint'], `${activeDirectory}/${client.home}/oauth2/v2.0/token`);
});
