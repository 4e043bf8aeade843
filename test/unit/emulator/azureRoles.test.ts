import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Application } from '../../../emulator/store/application.ts';
import { idOf } from '../../../emulator/store/ids.ts';
import { TestClient, type Answer } from './client.ts';

const version = 'api-version=2022-04-01';
const provider = 'providers/Microsoft.Authorization';
const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const person = (mail: string): string => idOf('user', `${mail}@contoso.onmicrosoft.com`);
const admins = idOf('group', 'synapse.administrators@contoso.onmicrosoft.com');

interface Listed {
  readonly name: string;
  readonly properties: {
    readonly scope: string;
    readonly roleDefinitionId: string;
    readonly principalId: string;
    readonly principalType: string;
    readonly roleName: string;
  };
}

function listed({ status, body, text }: Answer): Listed[] {
  assert.equal(status, 200, text);
  return body['value'] as unknown as Listed[];
}

test('a workspace’s Azure roles: its own and what is inherited from group and subscription', async () => {
  await using client = await TestClient.start({ pageSize: 2 });
  const id = await client.idOf('contoso-sales');
  const [group = '', root = ''] = /^(\/subscriptions\/[^/]+)\/resourceGroups\/[^/]+/.exec(id) ?? [];
  const all: Listed[] = [];
  let next: string | undefined = `${id}/${provider}/roleAssignments?${version}&$filter=atScope()`;
  while (next !== undefined) {
    const page: Answer = await client.arm('GET', next);
    all.push(...listed(page));
    next = page.body['nextLink'] as unknown as string | undefined;
  }
  assert.deepEqual(new Set(all.map(({ properties }) => properties.scope)), new Set([root, group, id]));
  assert.equal(all.length, 5);
  assert.ok(
    all.some(({ properties }) => properties.principalId === admins && properties.roleDefinitionId.endsWith(owner)),
  );
  const bjorn = await client.arm(
    'GET',
    `${id}/${provider}/roleAssignments?${version}&$filter=principalId eq '${person('bjorn.odegard')}'`,
  );
  assert.deepEqual(
    listed(bjorn).map(({ properties }) => properties.scope),
    [root],
  );
  const client1 = new Application().objectIdIn(client.home);
  const assigned = await client.arm(
    'GET',
    `${id}/${provider}/roleAssignments?${version}&$filter=assignedTo('${client1}')`,
  );
  assert.deepEqual(
    listed(assigned).map(({ properties }) => properties.principalId),
    [admins],
    'by way of a group',
  );
});

test('a list of a subscription has what is assigned below it, unless it asks for the scope alone', async () => {
  await using client = await TestClient.start();
  const [root = ''] = /^\/subscriptions\/[^/]+/.exec(await client.idOf('contoso-sales')) ?? [];
  const path = `${root}/${provider}/roleAssignments?${version}`;
  assert.equal(listed(await client.arm('GET', path)).length, 5);
  assert.equal(listed(await client.arm('GET', `${path}&$filter=atScope()`)).length, 2);
  assert.equal((await client.arm('GET', `${path}&$filter=made up`)).status, 400);
  assert.equal(
    (await client.arm('GET', `${root}/resourceGroups/none/${provider}/roleAssignments?${version}`)).status,
    404,
  );
});

test('Azure’s roles are defined at every scope', async () => {
  await using client = await TestClient.start();
  const id = await client.idOf('contoso-sales');
  const names = listed(await client.arm('GET', `${id}/${provider}/roleDefinitions?${version}`)).map(
    ({ properties }) => properties.roleName,
  );
  assert.deepEqual(names, ['Owner', 'Contributor', 'Reader', 'User Access Administrator']);
  const one = await client.arm('GET', `${id}/${provider}/roleDefinitions/${owner}?${version}`);
  assert.equal(one.body['properties']?.['roleName'], 'Owner');
  const synapse = '6e4bf58a-b8e1-4cc3-bbf9-d73143322b78';
  const wrong = await client.arm('GET', `${id}/${provider}/roleDefinitions/${synapse}?${version}`);
  assert.equal(wrong.body['error']?.['code'], 'RoleDefinitionDoesNotExist', 'Synapse roles are not Azure’s');
});

/** Takes away the Synapse roles of everybody but those that made the workspace. */
async function withoutRole(client: TestClient, workspace: string): Promise<void> {
  const { body } = await client.dev('GET', workspace, `/roleAssignments?principalId=${admins}`);
  const removed = await client.dev('DELETE', workspace, `/roleAssignments/${String(body['value']?.[0]?.['id'])}`);
  assert.equal(removed.status, 204);
}

test('an Owner without a Synapse role sees nothing and gives roles all the same', async () => {
  await using client = await TestClient.start();
  await withoutRole(client, 'contoso-iot-01');
  for (const path of ['/roleAssignments', '/roleDefinitions', '/rbacScopes']) {
    assert.equal((await client.dev('GET', 'contoso-iot-01', path)).status, 403, path);
  }
  const assignment = {
    roleId: '2a385764-43e8-416c-9825-7b18d05a2c4b',
    principalId: person('mei.chen'),
    principalType: 'User',
    scope: 'workspaces/contoso-iot-01',
  };
  const id = randomUUID();
  assert.equal((await client.dev('PUT', 'contoso-iot-01', `/roleAssignments/${id}`, assignment)).status, 200);
  assert.equal((await client.dev('DELETE', 'contoso-iot-01', `/roleAssignments/${id}`)).status, 204);
});

test('who has neither kind of role gives none', async () => {
  await using client = await TestClient.start();
  await withoutRole(client, 'contoso-people');
  const assignment = {
    roleId: '2a385764-43e8-416c-9825-7b18d05a2c4b',
    principalId: person('mei.chen'),
    scope: 'workspaces/contoso-people',
  };
  const answer = await client.dev('PUT', 'contoso-people', `/roleAssignments/${randomUUID()}`, assignment);
  assert.equal(answer.status, 403);
});

test('an unknown principal is refused, and accepted where the switch says so', async () => {
  const put = async (client: TestClient, principalId: string): Promise<Answer> => {
    const scope = 'workspaces/contoso-sales';
    const body = {
      roleId: '2a385764-43e8-416c-9825-7b18d05a2c4b',
      principalId,
      principalType: 'ServicePrincipal',
      scope,
    };
    return client.dev('PUT', 'contoso-sales', `/roleAssignments/${randomUUID()}`, body);
  };
  const unknown = randomUUID();
  await using strict = await TestClient.start();
  const refused = await put(strict, unknown);
  assert.equal(refused.status, 400);
  assert.deepEqual(refused.body, {
    error: { code: 'InvalidPrincipalId', message: `Invalid Principal Id '${unknown}'.` },
  });
  await using lenient = await TestClient.start({ unverified: { 'unknown-principals': 'accept' } });
  assert.equal((await put(lenient, unknown)).body['principalType'], 'ServicePrincipal');
  assert.equal((await put(lenient, 'nobody')).status, 400);
});
