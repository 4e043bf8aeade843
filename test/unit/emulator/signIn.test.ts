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

const discoveries = [
  ['common/v2.0', 'https://127.0.0.1/{tenantid}/v2.0', '/common/oauth2/v2.0/token'],
  ['organizations/v2.0', 'https://127.0.0.1/{tenantid}/v2.0', '/organizations/oauth2/v2.0/token'],
  ['common', 'https://sts.windows.net/{tenantid}/', '/common/oauth2/token'],
] as const;

for (const [authority, issuer, tokenPath] of discoveries) {
  test(`the OpenID configuration of ${authority} leaves the tenant of the issuer open`, async () => {
    await using client = await TestClient.start();
    const { activeDirectory } = client.emulator.ready;
    const { body } = await client.raw('GET', `${activeDirectory}/${authority}/.well-known/openid-configuration`);
    assert.equal(body['issuer'], issuer.replace('https://127.0.0.1', activeDirectory));
    assert.equal(body['token_endpoint'], `${activeDirectory}${tokenPath}`);
    const keys = await client.raw('GET', `${activeDirectory}/common/discovery/v2.0/keys`);
    assert.deepEqual(keys.body, { keys: [] });
  });
}

test('a tenant’s OpenID configuration of version 1 names the tenant, also when asked by domain', async () => {
  await using client = await TestClient.start();
  const { activeDirectory } = client.emulator.ready;
  const path = '/contoso.onmicrosoft.com/.well-known/openid-configuration';
  const { body } = await client.raw('GET', `${activeDirectory}${path}`);
  assert.equal(body['issuer'], `https://sts.windows.net/${client.home}/`);
  assert.equal(body['token_endpoint'], `${activeDirectory}/${client.home}/oauth2/token`);
});

test('instance discovery knows the public cloud and itself, and refuses others', async () => {
  await using client = await TestClient.start();
  const { activeDirectory } = client.emulator.ready;
  const discover = (endpoint: string): ReturnType<typeof client.raw> =>
    client.raw(
      'GET',
      `${activeDirectory}/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(endpoint)}`,
    );
  const { status, body } = await discover(`https://login.microsoftonline.com/${client.home}/oauth2/v2.0/authorize`);
  assert.equal(status, 200);
  assert.equal(body['metadata']?.[0]?.['preferred_cache'], 'login.windows.net');
  assert.match(String(body['tenant_discovery_endpoint']), /\/v2\.0\/\.well-known\/openid-configuration$/);
  assert.equal((await discover(`${activeDirectory}/common/oauth2/authorize`)).status, 200);
  const refused = await discover('https://login.example.com/common/oauth2/authorize');
  assert.equal(refused.status, 400);
  assert.equal(refused.body['error'], 'invalid_instance');
});

test('common is the home tenant', async () => {
  await using client = await TestClient.start();
  const { body } = await client.requestToken({ scope: 'https://management.azure.com/.default' }, 'common');
  assert.equal(claimsOf(String(body['access_token']))['tid'], client.home);
});

test('version 1 takes a resource and writes numbers as text', async () => {
  await using client = await TestClient.start();
  const { activeDirectory, clientId, clientSecret } = client.emulator.ready;
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const body = new URLSearchParams({ ...form, resource: 'https://management.core.windows.net/' }).toString();
  const answer = await client.raw(
    'POST',
    `${activeDirectory}/${client.home}/oauth2/token`,
    { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  );
  assert.equal(answer.body['resource'], 'https://management.core.windows.net/');
  const claims = claimsOf(String(answer.body['access_token']));
  assert.equal(claims['aud'], 'https://management.core.windows.net/');
  assert.equal(answer.body['expires_on'], String(claims['exp']));
});

test('a token carries the claims that it was asked for with', async () => {
  await using client = await TestClient.start();
  const asked = { nbf: { essential: true, value: '1717243200' }, xms_cc: { values: ['CP1'] } };
  const fields = { scope: 'https://management.azure.com/.default', claims: JSON.stringify({ access_token: asked }) };
  const { body } = await client.requestToken(fields);
  assert.deepEqual(claimsOf(String(body['access_token']))['asked'], asked);
  const refused = await client.requestToken({ ...fields, claims: 'nbf' });
  assert.equal(refused.status, 400);
  assert.equal(refused.body['error'], 'invalid_request');
});
