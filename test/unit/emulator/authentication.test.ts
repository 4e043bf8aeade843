import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClient } from './client.ts';

const subscriptions = '/subscriptions?api-version=2022-12-01';
const assignments = '/roleAssignments?api-version=2020-12-01';

test('Resource Manager refuses a missing token with an envelope and a challenge', async () => {
  await using client = await TestClient.start();
  const { resourceManager, activeDirectory } = client.emulator.ready;
  const { status, headers, body } = await client.raw('GET', resourceManager + subscriptions);
  assert.equal(status, 401);
  assert.equal(body['error']?.['code'], 'AuthenticationFailed');
  assert.match(headers.get('www-authenticate') ?? '', new RegExp(`^Bearer authorization_uri="${activeDirectory}/`));
});

test('the development endpoint refuses flatly and without a challenge', async () => {
  await using client = await TestClient.start();
  const { status, headers, body } = await client.raw('GET', client.endpoint('contoso-sales') + assignments);
  assert.equal(status, 401);
  assert.equal(body['code'], 'AuthenticationFailed');
  assert.equal(body['error'], undefined);
  assert.equal(headers.get('www-authenticate'), null);
});

test('a token that another emulator issued is invalid', async () => {
  await using client = await TestClient.start();
  await using other = await TestClient.start();
  const authorization = `Bearer ${await other.token('https://management.azure.com')}`;
  const { status, body } = await client.raw('GET', client.emulator.ready.resourceManager + subscriptions, {
    authorization,
  });
  assert.equal(status, 401);
  assert.equal(body['error']?.['code'], 'InvalidAuthenticationToken');
});

test('a token expires', async () => {
  await using client = await TestClient.start();
  assert.equal((await client.arm('GET', subscriptions)).status, 200);
  assert.equal((await client.dev('GET', 'contoso-sales', assignments)).status, 200);
  client.letPass(3_600_000);
  const arm = await client.arm('GET', subscriptions);
  assert.equal(arm.status, 401);
  assert.equal(arm.body['error']?.['code'], 'ExpiredAuthenticationToken');
  const dev = await client.dev('GET', 'contoso-sales', assignments);
  assert.equal(dev.status, 401);
  assert.equal(dev.body['code'], 'ExpiredAuthenticationToken');
});

for (const audience of ['management.azure.com', 'management.core.windows.net']) {
  for (const slash of ['', '/']) {
    test(`Resource Manager accepts the audience https://${audience}${slash}`, async () => {
      await using client = await TestClient.start();
      const authorization = `Bearer ${await client.token(`https://${audience}${slash}`)}`;
      const { status } = await client.raw('GET', client.emulator.ready.resourceManager + subscriptions, {
        authorization,
      });
      assert.equal(status, 200);
    });
  }
}

test('Resource Manager refuses a token for the development endpoint', async () => {
  await using client = await TestClient.start();
  const authorization = `Bearer ${await client.token('https://dev.azuresynapse.net')}`;
  const { status, body } = await client.raw('GET', client.emulator.ready.resourceManager + subscriptions, {
    authorization,
  });
  assert.equal(status, 401);
  assert.equal(body['error']?.['code'], 'InvalidAuthenticationTokenAudience');
});

for (const audience of ['https://management.azure.com', 'https://dev.azuresynapse.net/']) {
  test(`the development endpoint refuses the audience ${audience}`, async () => {
    await using client = await TestClient.start();
    const authorization = `Bearer ${await client.token(audience)}`;
    const { status, body } = await client.raw('GET', client.endpoint('contoso-sales') + assignments, { authorization });
    assert.equal(status, 401);
    assert.equal(body['code'], 'InvalidTokenAuthenticationAudience');
  });
}

test('the tenant of what is addressed must be the token’s', async () => {
  await using client = await TestClient.start();
  const fabrikam = (await client.query('resources | limit 1 | project id', {}, 'fabrikam.onmicrosoft.com')).body;
  const arm = await client.arm('GET', String(fabrikam['data']?.[0]?.['id']));
  assert.equal(arm.status, 401);
  assert.equal(arm.body['error']?.['code'], 'InvalidAuthenticationTokenTenant');
  assert.match(arm.headers.get('www-authenticate') ?? '', /authorization_uri=/);
  const dev = await client.dev('GET', 'fabrikam-retail', assignments);
  assert.equal(dev.status, 401);
  assert.equal(dev.body['code'], 'InvalidTokenIssuer');
});

test('an unknown subscription and an unknown workspace are not found', async () => {
  await using client = await TestClient.start();
  const arm = await client.arm('GET', '/subscriptions/11111111-1111-4111-8111-111111111111?api-version=2022-12-01');
  assert.equal(arm.status, 404);
  assert.equal(arm.body['error']?.['code'], 'SubscriptionNotFound');
  const dev = await client.dev('GET', 'nobody-has-this', assignments);
  assert.equal(dev.status, 404);
  assert.equal(dev.body['code'], 'WorkspaceNotFound');
});
