import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { TestClient, type Json } from './client.ts';

const workspace = 'contoso-sales';
const root = `workspaces/${workspace}`;
const contributor = '7572bffe-f453-4b66-912a-46cc5ef38fda';
const sqlAdministrator = '7af0c69a-a548-47d6-aea3-d00e69bd83aa';

interface Assignment {
  readonly id: string;
  readonly roleDefinitionId: string;
  readonly principalId: string;
  readonly scope: string;
  readonly principalType: string;
}

function assignments(body: Json): Assignment[] {
  return body['value'] as unknown as Assignment[];
}

test('a role is assigned, found and taken away', async () => {
  await using client = await TestClient.start();
  const path = `/roleAssignments/${randomUUID()}`;
  const { principalId } = client.emulator.ready;
  const created = await client.dev('PUT', workspace, path, { roleId: contributor, principalId, scope: root });
  assert.equal(created.status, 200);
  assert.deepEqual(Object.keys(created.body), ['id', 'roleDefinitionId', 'principalId', 'scope', 'principalType']);
  assert.equal(created.body['roleDefinitionId'], contributor);
  assert.equal(created.body['principalType'], 'User', 'the service finds out by itself');
  assert.deepEqual((await client.dev('GET', workspace, path)).body, created.body);
  const deleted = await client.dev('DELETE', workspace, `${path}?scope=${encodeURIComponent(root)}`);
  assert.equal(deleted.status, 204);
  assert.equal(deleted.body, undefined);
  const gone = await client.dev('GET', workspace, path);
  assert.equal(gone.status, 404);
  assert.deepEqual(gone.body, { error: { code: 'RoleAssignmentNotFound', message: 'RoleAssignmentNotFound' } });
  assert.equal((await client.dev('DELETE', workspace, path)).status, 204);
});

test('the same role, principal and scope under another id is a duplicate', async () => {
  await using client = await TestClient.start();
  const body = {
    roleId: contributor,
    principalId: client.emulator.ready.principalId,
    scope: root,
    principalType: 'User',
  };
  const path = `/roleAssignments/${randomUUID()}`;
  const first = await client.dev('PUT', workspace, path, body);
  const again = await client.dev('PUT', workspace, path, body);
  assert.equal(again.status, 200, 'a PUT can be repeated');
  assert.deepEqual(again.body, first.body);
  const twin = await client.dev('PUT', workspace, `/roleAssignments/${randomUUID()}`, body);
  assert.equal(twin.status, 409);
  assert.equal(twin.body['error']?.['code'], 'RoleAssignmentAlreadyExists');
  assert.equal(
    twin.body['error']?.['message'],
    `Role Assignment with roleId '${contributor}', principalId '${body.principalId}' and scope '${root}' within workspace '${workspace}' already exists.`,
  );
  const changed = await client.dev('PUT', workspace, path, { ...body, roleId: sqlAdministrator });
  assert.equal(changed.status, 409, 'an assignment cannot change');
});

test('what cannot be assigned is refused', async () => {
  await using client = await TestClient.start();
  const { principalId, clientId } = client.emulator.ready;
  const good = { roleId: contributor, principalId, scope: root };
  for (const [change, code] of [
    [{ principalId: 'nobody' }, 'InvalidPrincipalId'],
    [{ principalId: randomUUID() }, 'InvalidPrincipalId'],
    [{ principalId: clientId }, 'InvalidPrincipalId'],
    [{ roleId: randomUUID() }, 'InvalidRoleId'],
    [{ scope: `/${root}` }, 'InvalidScope'],
    [{ scope: 'workspaces/contoso-finance' }, 'InvalidScope'],
    [{ scope: `${root}/bigDataPools` }, 'InvalidScope'],
    [{ scope: `${root}/notebooks/x` }, 'InvalidScope'],
    [{ roleId: sqlAdministrator, scope: `${root}/bigDataPools/sparksmall` }, 'InvalidScope'],
    [{ scope: undefined }, 'InvalidRequest'],
  ] as const) {
    const answer = await client.dev('PUT', workspace, `/roleAssignments/${randomUUID()}`, { ...good, ...change });
    assert.equal(answer.status, 400, JSON.stringify(change));
    assert.equal(answer.body['error']?.['code'], code);
  }
  const noGuid = await client.dev('PUT', workspace, '/roleAssignments/mine', good);
  assert.equal(noGuid.status, 400);
});

test('filters find roles, principals and what a scope inherits', async () => {
  await using client = await TestClient.start();
  const list = async (query: string): Promise<Assignment[]> =>
    assignments((await client.dev('GET', workspace, `/roleAssignments${query}`)).body);
  const all = await list('');
  const [some] = all;
  assert.ok(some);
  assert.ok(
    (await list(`?principalId=${some.principalId}`)).every(({ principalId }) => principalId === some.principalId),
  );
  const contributors = await list(`?roleId=${contributor}`);
  assert.ok(contributors.length > 1 && contributors.every((found) => found.roleDefinitionId === contributor));
  const atPool = await list(`?scope=${encodeURIComponent(`${root}/bigDataPools/sparksmall`)}`);
  assert.deepEqual(
    [...new Set(atPool.map(({ scope }) => scope))].sort(),
    [root, `${root}/bigDataPools/sparksmall`],
    'the pool’s own and the workspace’s, not another pool’s',
  );
  const atWorkspace = await list(`?scope=${encodeURIComponent(root)}`);
  assert.ok(atWorkspace.every(({ scope }) => scope === root));
  assert.ok(atWorkspace.length < all.length);
});

test('pages are followed by header to the empty token', async () => {
  await using client = await TestClient.start({ pageSize: 7 });
  const found = new Set<string>();
  const counts: unknown[] = [];
  let token: string | null = null;
  do {
    const headers: Record<string, string> = token === null ? {} : { 'x-ms-continuation': token };
    const page = await client.dev('GET', workspace, '/roleAssignments', undefined, headers);
    for (const { id } of assignments(page.body)) found.add(id);
    counts.push(page.body['count']);
    assert.equal(page.body['nextLink'], undefined);
    token = page.headers.get('x-ms-continuation');
  } while (token !== '');
  assert.deepEqual(counts, [7, 7, 3]);
  assert.equal(found.size, 17);
  const wrong = await client.dev('GET', workspace, '/roleAssignments', undefined, { 'x-ms-continuation': 'made-up' });
  assert.equal(wrong.status, 400);
});

test('role definitions are a bare array of the built-in roles', async () => {
  await using client = await TestClient.start();
  const all = (await client.dev('GET', workspace, '/roleDefinitions')).body as unknown as {
    id: string;
    scopes: string[];
  }[];
  assert.equal(all.length, 11);
  const pool = encodeURIComponent(`${root}/bigDataPools/sparksmall`);
  const atPool = (await client.dev('GET', workspace, `/roleDefinitions?scope=${pool}`)).body as unknown as unknown[];
  assert.equal(atPool.length, 4);
  assert.deepEqual((await client.dev('GET', workspace, '/roleDefinitions?isBuiltIn=false')).body, []);
  const one = await client.dev('GET', workspace, `/roleDefinitions/${contributor}`);
  assert.equal(one.body['name'], 'Synapse Contributor');
  assert.equal((await client.dev('GET', workspace, `/roleDefinitions/${randomUUID()}`)).status, 404);
});

test('scopes are listed as templates', async () => {
  await using client = await TestClient.start();
  const { body } = await client.dev('GET', workspace, '/rbacScopes');
  const scopes = body as unknown as string[];
  assert.equal(scopes.length, 6);
  assert.equal(scopes[0], 'workspaces/{workspaceName}');
});
