import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClient } from './client.ts';

/** Groups that are declared as data; what is said here of one holds for all that are declared alike. */

test('an administrator is set, read and taken away, each after its operation', async () => {
  await using client = await TestClient.start({ operationTime: 1000 });
  const workspace = await client.idOf('contoso-serverless');
  const address = `${workspace}/administrators/activeDirectory`;
  const missing = await client.arm('GET', address);
  assert.equal(missing.status, 404);
  assert.deepEqual(Object.keys(missing.body), ['code', 'message', 'target', 'details', 'innererror']);

  const properties = { administratorType: 'activeDirectory', login: 'Zoe', sid: 's', tenantId: 't' };
  const put = await client.arm('PUT', address, { properties });
  assert.equal(put.status, 202);
  assert.equal(put.text, '');
  const [status, result] = ['azure-asyncoperation', 'location'].map((name) => put.headers.get(name) ?? '');
  assert.match(result ?? '', /\/workspaces\/contoso-serverless\/operationResults\//);
  assert.equal((await client.arm('GET', address)).status, 404, 'not before the operation has ended');
  assert.equal((await client.arm('PUT', address, { properties })).status, 409, 'one at a time');

  client.letPass(1000);
  assert.deepEqual((await client.arm('GET', status ?? '')).body, { status: 'Succeeded' });
  const done = await client.arm('GET', result ?? '');
  assert.deepEqual(done.body, {
    id: address,
    name: 'activeDirectory',
    type: 'Microsoft.Synapse/workspaces/administrators',
    properties: { ...properties, administratorType: 'ActiveDirectory' },
  });
  assert.deepEqual((await client.arm('GET', address.replace('activeD', 'ACTIVED'))).body, done.body);

  const removed = await client.arm('DELETE', address);
  assert.equal(removed.status, 202);
  client.letPass(1000);
  assert.equal((await client.arm('GET', removed.headers.get('location') ?? '')).status, 204);
  assert.equal((await client.arm('GET', address)).status, 404);
  assert.equal((await client.arm('DELETE', address)).status, 204, 'there is none any more');
});

test('bodies that cannot be meant are refused, and names that do not exist', async () => {
  await using client = await TestClient.start();
  const workspace = await client.idOf('contoso-serverless');
  const put = (name: string, properties: object) =>
    client.arm('PUT', `${workspace}/administrators/${name}`, { properties });
  const [withoutLogin, wrongType, otherName] = [
    await put('activeDirectory', { sid: 's', tenantId: 't' }),
    await put('activeDirectory', { login: 1, sid: 's', tenantId: 't' }),
    await put('somebody', { login: 'l', sid: 's', tenantId: 't' }),
  ];
  for (const { status } of [withoutLogin, wrongType, otherName]) assert.equal(status, 400);
  assert.match(withoutLogin.text, /'login' must be there/);
  assert.match(wrongType.text, /'login' must be a string/);
  assert.match(otherName.text, /must be activeDirectory/);
  assert.equal((await client.arm('PUT', `${workspace}x/administrators/activeDirectory`, {})).status, 404);
});

test('the managed identity’s control is on its way until the operation has ended', async () => {
  await using client = await TestClient.start({ operationTime: 1000 });
  const address = `${await client.idOf('contoso-serverless')}/managedIdentitySqlControlSettings/default`;
  const state = async () => (await client.arm('GET', address)).body['properties']?.['grantSqlControlToManagedIdentity'];
  assert.deepEqual(await state(), { desiredState: 'Disabled', actualState: 'Disabled' });
  const body = { properties: { grantSqlControlToManagedIdentity: { desiredState: 'Enabled' } } };
  const put = await client.arm('PUT', address, body);
  assert.equal(put.status, 201);
  assert.equal(put.headers.get('location'), null);
  assert.deepEqual(await state(), { desiredState: 'Enabled', actualState: 'Enabling' });
  client.letPass(1000);
  assert.deepEqual(await state(), { desiredState: 'Enabled', actualState: 'Enabled' });

  client.emulator.faults.add({
    route: 'WorkspaceManagedIdentitySqlControlSettings_CreateOrUpdate',
    fault: 'failedOperation',
  });
  const off = { properties: { grantSqlControlToManagedIdentity: { desiredState: 'Disabled' } } };
  await client.arm('PUT', address, off);
  assert.deepEqual(await state(), { desiredState: 'Disabled', actualState: 'Disabling' });
  client.letPass(1000);
  assert.deepEqual(
    await state(),
    { desiredState: 'Enabled', actualState: 'Enabled' },
    'as before a change that failed',
  );
});
