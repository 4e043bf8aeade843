import assert from 'node:assert/strict';
import { channel } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { describe, it } from 'node:test';
import { AzureError } from '../../../../src/azure/azureError.ts';
import type { Assignment, CompleteAssignment } from '../../../../src/features/accessControl/model/access.ts';
import { builtInRoles } from '../../../../src/features/accessControl/roles/builtInRoles.ts';
import { readAssignment, readRole } from '../../../../src/features/accessControl/roles/readRoles.ts';
import { allOf, EmulatedAccess, requests, signal } from './support/emulatedAccess.ts';

const roleCalled = (name: string): string => builtInRoles.find((role) => role.name === name)?.id ?? '';
const linkedDataManager = roleCalled('Synapse Linked Data Manager');
const rbacRefusal = {
  status: 403,
  body: {
    error: { code: 'Unauthorized', message: 'The principal does not have the required Synapse RBAC permission.' },
  },
};

async function wantedIn(emulated: EmulatedAccess): Promise<CompleteAssignment> {
  const principalId = await emulated.somebody();
  return { roleId: linkedDataManager, principalId, principalType: 'User', scope: emulated.scope };
}

const given = (all: readonly Assignment[], { roleId, principalId, scope }: CompleteAssignment): Assignment[] =>
  all.filter((one) => one.roleId === roleId && one.principalId === principalId && one.scope === scope);

describe('the roles of a workspace', () => {
  it('are the service’s own, without the characters that nobody sees', async () => {
    await using emulated = await EmulatedAccess.start();
    const { roles, listed } = await emulated.open().access.roles(signal);
    assert.ok(listed);
    assert.deepEqual(
      roles.map(({ description: _description, ...role }) => role),
      builtInRoles.map(({ description: _description, ...role }) => role),
    );
    for (const { description } of roles) assert.match(description, /^\S.*\S$/u);
    for (const { description } of roles) assert.doesNotMatch(description, /[\u00a0\u200b]/u);
  });

  it('are the built-in ones where the caller has no Synapse role', async () => {
    await using emulated = await EmulatedAccess.start();
    emulated.faults.add({ route: 'RoleDefinitions_ListRoleDefinitions', ...rbacRefusal });
    assert.deepEqual(await emulated.open().access.roles(signal), { roles: builtInRoles, listed: false });
  });

  for (const code of ['ClientIpAddressNotAuthorized', 'Unauthorized']) {
    it(`are not guessed when it is the firewall that refuses, with the code ${code}`, async () => {
      await using emulated = await EmulatedAccess.start();
      emulated.faults.add({
        route: 'RoleDefinitions_ListRoleDefinitions',
        status: 403,
        body: { code, message: 'Client Ip address : 1.2.3.4' },
      });
      await assert.rejects(emulated.open().access.roles(signal), AzureError);
    });
  }

  it('are named as people read them', () => {
    const role = readRole({
      id: 'AB',
      description: ' Runs\u00a0jobs.\u200b ',
      scopes: ['workspaces/{w}/BigDataPools/{p}'],
    });
    assert.deepEqual(role, {
      id: 'ab',
      name: 'AB',
      description: 'Runs jobs.',
      dataActions: [],
      scopeKinds: ['bigDataPools'],
    });
    assert.equal(readRole({ name: 'x' }), undefined);
    assert.equal(readAssignment({ id: 'x', principalId: 'y', scope: 'workspaces/w' }), undefined);
  });
});

describe('the assignments of a workspace', () => {
  it('are all read, page by page', async () => {
    await using emulated = await EmulatedAccess.start('contoso-sales', { pageSize: 2 });
    const { access, log } = emulated.open();
    const all = await allOf(access.assignments({ signal }));
    assert.deepEqual(all, await emulated.assignments());
    assert.ok(all.length > 4);
    assert.equal(log.length, Math.ceil(all.length / 2));
  });

  it('at an item include those that are inherited', async () => {
    await using emulated = await EmulatedAccess.start();
    const { access } = emulated.open();
    const scope = `${emulated.scope}/bigDataPools/nobodyhasthis`;
    const found = await allOf(access.assignments({ signal, scope }));
    const expected = (await emulated.assignments()).filter((one) => one.scope === emulated.scope);
    assert.deepEqual(found, expected);
  });
});

describe('adding an assignment', () => {
  it('makes it, with the principal’s type, and tells whoever listens', async () => {
    await using emulated = await EmulatedAccess.start();
    const { access, ends } = emulated.open();
    // The emulator would fill in what they really are.
    const wanted = { ...(await wantedIn(emulated)), principalType: 'ServicePrincipal' as const };
    let told = 0;
    access.onDidChange(() => (told += 1));
    assert.equal(await access.add(wanted, 'Give a role'), 'added');
    const [made, ...more] = given(await emulated.assignments(), wanted);
    assert.equal(made?.principalType, 'ServicePrincipal');
    assert.deepEqual(more, []);
    assert.equal(told, 1);
    assert.deepEqual(
      ends.map(({ write, end }) => [write.about?.title, end.outcome]),
      [['Give a role', 'done']],
    );
  });

  it('twice makes one, and counts as done also where the account of changes shows it', async () => {
    await using emulated = await EmulatedAccess.start();
    const { access, ends } = emulated.open();
    const wanted = await wantedIn(emulated);
    await access.add(wanted, 'Give a role');
    await ends[0]?.write.about?.again?.();
    assert.equal(await access.add({ ...wanted, scope: wanted.scope.toUpperCase() }, 'Give a role'), 'existed');
    assert.equal(given(await emulated.assignments(), wanted).length, 1);
    assert.deepEqual(
      ends.map(({ end }) => end.outcome),
      ['done', 'done', 'done'],
    );
  });

  it('counts as done by the code alone, whatever the status', async () => {
    await using emulated = await EmulatedAccess.start();
    const { access } = emulated.open();
    const wanted = await wantedIn(emulated);
    await access.add(wanted, 'Give a role');
    const code = 'RoleAssignmentAlreadyExists';
    for (const status of [400, 409]) {
      emulated.faults.add({
        route: 'RoleAssignments_CreateRoleAssignment',
        times: 1,
        status,
        body: { error: { code, message: '…' } },
      });
      assert.equal(await access.add(wanted, 'Give a role'), 'existed');
    }
  });

  it('is tried once more when what was there has just gone', async () => {
    await using emulated = await EmulatedAccess.start();
    const { access } = emulated.open();
    const wanted = await wantedIn(emulated);
    emulated.faults.add({
      route: 'RoleAssignments_CreateRoleAssignment',
      times: 1,
      status: 409,
      body: { error: { code: 'RoleAssignmentAlreadyExists', message: '…' } },
    });
    assert.equal(await access.add(wanted, 'Give a role'), 'added');
    assert.equal(given(await emulated.assignments(), wanted).length, 1);
  });

  it('believes the service where the caller may not look', async () => {
    await using emulated = await EmulatedAccess.start();
    const { access } = emulated.open();
    const wanted = await wantedIn(emulated);
    await access.add(wanted, 'Give a role');
    emulated.faults.add({ route: 'RoleAssignments_ListRoleAssignments', ...rbacRefusal });
    assert.equal(await access.add(wanted, 'Give a role'), 'existed');
  });

  it('makes one when the answer is lost, by the same id', async () => {
    await using emulated = await EmulatedAccess.start();
    const { access, log } = emulated.open();
    const wanted = await wantedIn(emulated);
    emulated.faults.add({ route: 'RoleAssignments_CreateRoleAssignment', times: 2, drop: 'beforeReply' });
    assert.equal(await access.add(wanted, 'Give a role'), 'added');
    const [made, ...more] = given(await emulated.assignments(), wanted);
    assert.ok(made);
    assert.deepEqual(more, []);
    const puts = requests(log, 'PUT');
    assert.equal(puts.length, 3);
    for (const { path } of puts) assert.ok(path.includes(made.id), path);
  });

  it('looks when no answer came at all, and finds what was made', async () => {
    await using emulated = await EmulatedAccess.start();
    const { access } = emulated.open();
    const wanted = await wantedIn(emulated);
    emulated.faults.add({ route: 'RoleAssignments_CreateRoleAssignment', drop: 'beforeReply' });
    assert.equal(await access.add(wanted, 'Give a role'), 'added');
    assert.equal(given(await emulated.assignments(), wanted).length, 1);
  });

  it('keeps the id for the next time when nobody knows whether it arrived', async () => {
    await using emulated = await EmulatedAccess.start();
    const { access, log } = emulated.open();
    const wanted = await wantedIn(emulated);
    emulated.faults.add({ method: 'PUT', path: '/roleAssignments/', status: 503 });
    emulated.faults.add({ route: 'RoleAssignments_ListRoleAssignments', status: 503 });
    await assert.rejects(access.add(wanted, 'Give a role'), AzureError);
    emulated.faults.clear();
    assert.equal(await access.add(wanted, 'Give a role'), 'added');
    assert.equal(new Set(requests(log, 'PUT').map(({ path }) => path)).size, 1);
    assert.equal(given(await emulated.assignments(), wanted).length, 1);
  });

  it('takes another id after a refusal, and says why it was refused', async () => {
    await using emulated = await EmulatedAccess.start();
    const { access, log, ends } = emulated.open();
    const wanted = { ...(await wantedIn(emulated)), principalId: '00000000-0000-4000-8000-000000000000' };
    await assert.rejects(access.add(wanted, 'Give a role'), { code: 'InvalidPrincipalId' });
    await assert.rejects(access.add(wanted, 'Give a role'), { code: 'InvalidPrincipalId' });
    assert.equal(new Set(requests(log, 'PUT').map(({ path }) => path)).size, 2);
    assert.deepEqual(
      ends.map(({ end }) => end.outcome),
      ['failed', 'failed'],
    );
  });
});

describe('removing an assignment', () => {
  it('names its scope, and counts as done when it is gone', async () => {
    await using emulated = await EmulatedAccess.start();
    const { access, log, ends } = emulated.open();
    const wanted = await wantedIn(emulated);
    await access.add(wanted, 'Give a role');
    const [made] = given(await emulated.assignments(), wanted);
    assert.ok(made);
    const sent = channel('http.client.request.start');
    const paths: string[] = [];
    const note = (message: unknown): void => void paths.push((message as { request: ClientRequest }).request.path);
    sent.subscribe(note);
    await access.remove(made, 'Take a role');
    sent.unsubscribe(note);
    assert.ok(paths.some((path) => path.includes(`${made.id}?`) && path.includes('scope=workspaces%2Fcontoso-sales')));
    assert.deepEqual(given(await emulated.assignments(), wanted), []);
    await access.remove(made, 'Take a role');
    emulated.faults.add({
      route: 'RoleAssignments_DeleteRoleAssignmentById',
      status: 404,
      body: { error: { code: 'RoleAssignmentNotFound', message: '…' } },
    });
    await access.remove(made, 'Take a role');
    assert.ok(ends.every(({ end }) => end.outcome === 'done'));
    assert.equal(requests(log, 'DELETE').length, 3);
  });

  it('whose id is no id reaches nothing else: it is escaped in the path', async () => {
    await using emulated = await EmulatedAccess.start();
    const { access } = emulated.open();
    const sent = channel('http.client.request.start');
    const paths: string[] = [];
    const note = (message: unknown): void => void paths.push((message as { request: ClientRequest }).request.path);
    sent.subscribe(note);
    const id = '../sqlScripts/a?b#c %2e';
    const odd = { id, roleId: linkedDataManager, principalId: 'p', scope: `${emulated.scope}/bigDataPools/a&b=c?d` };
    await access.remove(odd, 'Take a role').catch(() => undefined);
    await assert.rejects(access.remove({ ...odd, id: '..' }, 'Take a role'));
    sent.unsubscribe(note);
    const deleted = paths.filter((path) => path.includes('roleAssignments'));
    assert.equal(deleted.length, 1, 'climbing is refused before anything is sent');
    assert.match(
      deleted[0] ?? '',
      /\/roleAssignments\/\.\.%2FsqlScripts%2Fa%3Fb%23c%20%252e\?.*scope=workspaces%2F[^&]*%2Fa%26b%3Dc%3Fd(&|$)/,
    );
  });

  it('of a workspace that is gone is an error', async () => {
    await using emulated = await EmulatedAccess.start('no-such-workspace');
    const { access } = emulated.open();
    const assignment = { id: 'x', roleId: linkedDataManager, principalId: 'p', scope: 'workspaces/no-such-workspace' };
    await assert.rejects(access.remove(assignment, 'Take a role'), { status: 404 });
  });
});
