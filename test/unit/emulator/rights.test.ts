import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Application } from '../../../emulator/store/application.ts';
import { idOf } from '../../../emulator/store/ids.ts';
import type { Answer } from './client.ts';
import { ScriptClient } from './scriptClient.ts';

const prefix = 'Microsoft.Synapse/workspaces/';
const roles = {
  administrator: '6e4bf58a-b8e1-4cc3-bbf9-d73143322b78',
  artifactPublisher: '05930f57-09a3-4c0d-9fa9-6d1eb91c178b',
  artifactUser: '53faaa0e-40b6-40c8-a2ff-e38f2d388875',
  contributor: '7572bffe-f453-4b66-912a-46cc5ef38fda',
  sparkAdministrator: 'c3a6d2f1-a26f-4810-9b0f-591308d5cbf1',
  sqlAdministrator: '7af0c69a-a548-47d6-aea3-d00e69bd83aa',
  user: '2a385764-43e8-416c-9825-7b18d05a2c4b',
};
const person = (mail: string): string => idOf('user', `${mail}@contoso.onmicrosoft.com`);

/** Gives the caller one role in place of those of its groups. */
async function become(scripts: ScriptClient, roleId: string, below = ''): Promise<string> {
  const principalId = new Application().objectIdIn(scripts.client.home);
  const scope = `workspaces/${scripts.workspace}${below}`;
  const admins = idOf('group', 'synapse.administrators@contoso.onmicrosoft.com');
  const { body } = await scripts.send('GET', `/roleAssignments?principalId=${admins}`);
  const assigned = await scripts.send('PUT', `/roleAssignments/${randomUUID()}`, { roleId, principalId, scope });
  assert.equal(assigned.status, 200, assigned.text);
  const removed = await scripts.send('DELETE', `/roleAssignments/${String(body['value']?.[0]?.['id'])}`);
  assert.equal(removed.status, 204, removed.text);
  return principalId;
}

function assertRefused({ status, body }: Answer, principalId: string, action: string, scope: string): void {
  assert.equal(status, 403);
  assert.deepEqual(body, {
    error: {
      code: 'Unauthorized',
      message: `The principal '${principalId}' does not have the required Synapse RBAC permission to perform this action. Required permission: Action: ${prefix}${action}, Scope: ${scope}.`,
    },
  });
}

test('in one workspace of the sample its user may read and nothing else', async () => {
  await using scripts = await ScriptClient.start({}, 'fabrikam-logistics');
  const us = new Application().objectIdIn(idOf('tenant', 'fabrikam.onmicrosoft.com'));
  const [name = ''] = await scripts.names();
  assert.equal((await scripts.get(name)).status, 200);
  assert.equal((await scripts.send('GET', '/roleAssignments')).status, 200);
  const scope = 'workspaces/fabrikam-logistics';
  assertRefused(await scripts.put(name, 'mine'), us, 'sqlScripts/write', scope);
  assertRefused(await scripts.put('New one', 'mine'), us, 'sqlScripts/write', scope);
  assertRefused(await scripts.rename(name, 'Other'), us, 'sqlScripts/write', scope);
  assertRefused(await scripts.delete(name), us, 'sqlScripts/delete', scope);
  const assignment = { roleId: roles.user, principalId: us, scope };
  const assigned = await scripts.send('PUT', `/roleAssignments/${randomUUID()}`, assignment);
  assertRefused(assigned, us, 'roleAssignments/write', scope);
  const { body } = await scripts.send('GET', '/roleAssignments');
  const removed = await scripts.send('DELETE', `/roleAssignments/${String(body['value']?.[0]?.['id'])}`);
  assertRefused(removed, us, 'roleAssignments/delete', scope);
});

for (const [role, reads, writes] of [
  ['administrator', 200, 202],
  ['artifactPublisher', 200, 202],
  ['artifactUser', 200, 403],
  ['contributor', 200, 202],
  ['sparkAdministrator', 200, 403],
  ['sqlAdministrator', 200, 202],
  ['user', 403, 403],
] as const) {
  test(`what a caller with the role ${role} may do with scripts`, async () => {
    await using scripts = await ScriptClient.start({}, 'contoso-finance');
    await become(scripts, roles[role]);
    assert.equal((await scripts.send('GET', '/sqlScripts')).status, reads);
    assert.equal((await scripts.get('Trial balance')).status, reads);
    assert.equal((await scripts.put('Trial balance', '1')).status, writes);
    assert.equal((await scripts.delete('Open items')).status, writes);
    assert.equal((await scripts.rename('hotfix_rates', 'Rates')).status, writes);
    assert.equal((await scripts.send('GET', '/workspace')).status, 200, 'every role may read the workspace');
  });
}

test('a role at a pool allows nothing with scripts, and yet to read the workspace', async () => {
  await using scripts = await ScriptClient.start({}, 'contoso-finance');
  const us = await become(scripts, roles.administrator, '/bigDataPools/forecast');
  assertRefused(await scripts.send('GET', '/sqlScripts'), us, 'artifacts/read', 'workspaces/contoso-finance/*');
  assert.equal((await scripts.send('GET', '/workspace')).status, 200);
  const pool = 'workspaces/contoso-finance/bigDataPools/forecast';
  const at = (scope: string): Promise<Answer> =>
    scripts.send('PUT', `/roleAssignments/${randomUUID()}`, { roleId: roles.user, principalId: us, scope });
  assert.equal((await at(pool)).status, 200, 'who administers the pool gives roles there');
  assert.equal((await at('workspaces/contoso-finance')).status, 403);
});

test('who has no role sees nothing', async () => {
  await using scripts = await ScriptClient.start({}, 'contoso-finance');
  const us = await become(scripts, roles.administrator);
  const { body } = await scripts.send('GET', `/roleAssignments?principalId=${us}`);
  assert.equal((await scripts.send('DELETE', `/roleAssignments/${String(body['value']?.[0]?.['id'])}`)).status, 204);
  for (const path of [
    '/roleAssignments',
    '/roleDefinitions',
    `/roleDefinitions/${roles.user}`,
    '/rbacScopes',
    '/workspace',
  ]) {
    assertRefused(await scripts.send('GET', path), us, 'read', 'workspaces/contoso-finance/*');
  }
});

interface Decision {
  readonly accessDecision: 'Allowed' | 'NotAllowed';
  readonly actionId: string;
  readonly roleAssignment?: Readonly<Record<'id' | 'roleDefinitionId' | 'principalId' | 'scope', string>>;
}

test('an access check decides as requests are decided, and names the assignment', async () => {
  await using scripts = await ScriptClient.start();
  const check = async (subject: object, actions: readonly string[], below = ''): Promise<Decision[]> => {
    const { status, body } = await scripts.send('POST', '/checkAccessSynapseRbac', {
      subject,
      actions: actions.map((action) => ({ id: prefix + action, isDataAction: true })),
      scope: `workspaces/contoso-sales${below}`,
    });
    assert.equal(status, 200);
    return body['AccessDecisions'] as unknown as Decision[];
  };
  const verdicts = async (...parameters: Parameters<typeof check>): Promise<string[]> =>
    (await check(...parameters)).map(({ accessDecision }) => accessDecision);
  const scriptActions = ['artifacts/read', 'sqlScripts/write', 'sqlScripts/delete'];
  const analysts = idOf('group', 'analysts.emea.apac@contoso.onmicrosoft.com');
  const engineers = idOf('group', 'data.engineers@contoso.onmicrosoft.com');

  const [reading, writing, deleting] = await check({ principalId: person('mei.chen') }, scriptActions);
  assert.equal(reading?.accessDecision, 'Allowed');
  assert.equal(reading.actionId, `${prefix}artifacts/read`);
  assert.equal(reading.roleAssignment?.principalId, analysts, 'by way of her group');
  assert.equal(reading.roleAssignment.roleDefinitionId, roles.artifactUser);
  const listed = await scripts.send('GET', `/roleAssignments/${reading.roleAssignment.id}`);
  assert.deepEqual(listed.body, reading.roleAssignment);
  assert.deepEqual(writing, { accessDecision: 'NotAllowed', actionId: `${prefix}sqlScripts/write` });
  assert.equal(deleting?.accessDecision, 'NotAllowed');

  const nobody = randomUUID();
  const no = 'NotAllowed';
  assert.deepEqual(await verdicts({ principalId: nobody }, ['read', ...scriptActions]), [no, no, no, no]);
  const withGroup = { principalId: nobody, groupIds: [engineers.toUpperCase()] };
  assert.deepEqual(await verdicts(withGroup, scriptActions), ['Allowed', 'Allowed', 'Allowed']);
  const priya = { principalId: person('priya.raghunathan.venkatasubramanian').toUpperCase() };
  const useCompute = ['bigDataPools/useCompute/action'];
  assert.deepEqual(await verdicts(priya, useCompute, '/bigDataPools/sparklarge'), ['Allowed']);
  assert.deepEqual(await verdicts(priya, useCompute, '/bigDataPools/sparksmall'), [no]);
  assert.deepEqual(await verdicts(priya, useCompute), [no]);
});

test('an access check that makes no sense is refused', async () => {
  await using scripts = await ScriptClient.start();
  const good = { subject: { principalId: randomUUID() }, actions: [], scope: 'workspaces/contoso-sales' };
  const check = async (change: object): Promise<number> =>
    (await scripts.send('POST', '/checkAccessSynapseRbac', { ...good, ...change })).status;
  assert.equal(await check({}), 200);
  for (const change of [
    { subject: undefined },
    { subject: {} },
    { subject: { principalId: 'x', groupIds: [1] } },
    { actions: undefined },
    { actions: ['x'] },
    { actions: [{}] },
    { scope: undefined },
    { scope: 'workspaces/contoso-finance' },
  ]) {
    assert.equal(await check(change), 400, JSON.stringify(change));
  }
  const action = { id: `${prefix}read`, isDataAction: false };
  const subject = { principalId: new Application().objectIdIn(scripts.client.home) };
  const { body } = await scripts.send('POST', '/checkAccessSynapseRbac', { ...good, subject, actions: [action] });
  assert.equal(
    body['AccessDecisions']?.[0]?.['accessDecision'],
    'NotAllowed',
    'no role has actions that are not data actions',
  );
});
