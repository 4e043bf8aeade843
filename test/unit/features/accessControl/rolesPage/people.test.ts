import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { builtInRoles } from '../../../../../src/features/accessControl/roles/builtInRoles.ts';
import { EmulatedAccess } from '../support/emulatedAccess.ts';
import { DeskWithPages, FakeDirectory } from '../support/pageAtDesk.ts';

const objectId = '11111111-1111-4111-8111-111111111111';
const appId = '22222222-2222-4222-8222-222222222222';
const pipeline = {
  id: objectId,
  appId,
  type: 'ServicePrincipal',
  displayName: '<img src=x onerror=alert(1)>',
} as const;

describe('whom roles are given to', () => {
  it('is searched for once nobody types any more, and the last words count', async () => {
    await using emulated = await EmulatedAccess.start();
    const directory = new FakeDirectory();
    directory.add({ id: objectId, type: 'User', displayName: 'Ann Example' });
    const { model, until } = await new DeskWithPages(emulated.open(), { directory }).open();
    for (const text of ['a', 'an', 'ann']) model.add.search(text);
    await until(() => model.add.found.value !== undefined);
    assert.deepEqual(directory.searches, ['ann']);
    model.add.take(objectId);
    assert.deepEqual(
      model.add.form.people.map(({ name }) => name),
      ['Ann Example'],
    );
  });

  it('is the enterprise application where somebody pastes an application id', async () => {
    await using emulated = await EmulatedAccess.start();
    const directory = new FakeDirectory();
    directory.add(pipeline);
    const { model } = await new DeskWithPages(emulated.open(), { directory }).open();
    model.add.change({ pasted: `${appId}; nobody@example.com` });
    await model.add.lookUp();
    assert.deepEqual(
      model.add.form.people.map(({ id, type, name }) => [id, type, name]),
      [[objectId, 'ServicePrincipal', pipeline.displayName]],
    );
    const said = model.add.lookedUp.value?.map(({ reference, words }) => [reference, words]);
    assert.deepEqual(said, [
      [appId, `${pipeline.displayName} is ${objectId}`],
      ['nobody@example.com', 'not found'],
    ]);
    assert.equal(model.add.form.pasted, 'nobody@example.com');
  });

  it('can be an object id where nobody can be asked; the type is then asked for, and why is said once', async () => {
    await using emulated = await EmulatedAccess.start();
    const window = emulated.open();
    const directory = new FakeDirectory();
    directory.gap = { reason: 'unreachable', error: new Error('down') };
    const { model, told, until } = await new DeskWithPages(window, { directory }).open();
    await until(() => model.gap !== undefined);
    assert.ok(model.table.all.every(({ principal, row }) => principal === row.principalId));
    const [someone = ''] = (await emulated.assignments()).map(({ principalId }) => principalId);
    const { id: role } = builtInRoles.find(({ name }) => name === 'Synapse Monitoring Operator') ?? assert.fail();
    model.add.change({ pasted: someone, roles: [role], scopes: [emulated.scope] });
    await model.add.lookUp();
    assert.equal(model.add.isComplete, false);
    assert.deepEqual(
      model.add.untyped.map(({ id }) => id),
      [someone],
    );
    model.add.setType(someone, 'Group');
    await model.addWanted();
    await model.plan.apply(model.plan.changes('planned'));
    await until(() => model.plan.run.state === 'ended' && !model.reading.going);
    const made = (await emulated.assignments()).find(
      ({ principalId, roleId }) => principalId === someone && roleId === role,
    );
    assert.equal(made?.principalType, 'Group');
    await pause(10);
    assert.equal(told.filter((name) => name === 'gap').length, 1);
  });

  it('cannot be searched for where nobody can be asked, and the field says so; an object id can be typed', async () => {
    await using emulated = await EmulatedAccess.start();
    const directory = new FakeDirectory();
    directory.gap = { reason: 'consent', error: new Error('AADSTS65001') };
    const { model, until } = await new DeskWithPages(emulated.open(), { directory }).open();
    model.add.search('ann');
    await until(() => model.add.found.value !== undefined);
    assert.deepEqual(model.add.found.value, { people: [], words: 'unsearched' });
    model.add.search(` ${objectId.toUpperCase()} `);
    await until(() => model.add.found.value?.words === 'an id, perhaps');
    model.add.take(objectId);
    assert.deepEqual(model.add.form.people, [{ id: objectId }]);
    assert.equal(model.add.found.value?.words, 'an id, perhaps');
  });

  it('is explained where an application id is typed, and can be an id that nobody here has', async () => {
    await using emulated = await EmulatedAccess.start();
    const directory = new FakeDirectory();
    directory.add(pipeline);
    const { model, until } = await new DeskWithPages(emulated.open(), { directory }).open();
    model.add.search(appId);
    await until(() => model.add.found.value !== undefined);
    assert.equal(model.add.found.value?.words, `${pipeline.displayName} is ${objectId}`);
    model.add.take(objectId);
    const nobody = '33333333-3333-4333-8333-333333333333';
    model.add.change({ pasted: nobody });
    await model.add.lookUp();
    assert.deepEqual(
      model.add.form.people.map(({ id }) => id),
      [objectId],
    );
    assert.equal(model.add.form.pasted, nobody);
    const [answer] = model.add.lookedUp.value ?? [];
    assert.deepEqual([answer?.found, answer?.words, answer?.people], ['none', 'unknown id', [{ id: nobody }]]);
    model.add.choose(nobody, { id: nobody });
    assert.equal(model.add.form.pasted, '');
    assert.deepEqual(
      model.add.untyped.map(({ id }) => id),
      [nobody],
    );
  });

  it('is offered only scopes at which every chosen role can be given', async () => {
    await using emulated = await EmulatedAccess.start();
    const { model } = await new DeskWithPages(emulated.open()).open();
    const idOf = (name: string): string => model.add.roles.find((role) => role.name === name)?.id ?? assert.fail(name);
    await model.add.readItems();
    const pool = `${emulated.scope}/bigDataPools/small`;
    model.add.change({ scopes: [pool, emulated.scope] });
    model.add.chooseRole(idOf('Synapse Compute Operator'), true);
    assert.deepEqual(model.add.scopes, [pool, emulated.scope]);
    model.add.chooseRole(idOf('Synapse SQL Administrator'), true);
    assert.deepEqual(model.add.kinds, ['workspace']);
    assert.deepEqual(model.add.scopes, [emulated.scope]);
  });
});

describe('what somebody may do', () => {
  it('counts what comes by a group, and names the group; without the directory it says what it does not know', async () => {
    await using emulated = await EmulatedAccess.start();
    const directory = new FakeDirectory();
    const isPublisher = ({ roleId }: { readonly roleId: string }): boolean =>
      builtInRoles.find(({ id }) => id === roleId)?.name === 'Synapse Contributor';
    const group = (await emulated.assignments()).find((one) => isPublisher(one) && one.principalType === 'Group');
    assert.ok(group);
    directory.add({ id: group.principalId, type: 'Group', displayName: 'The engineers' });
    directory.groups.set(objectId, [group.principalId]);
    const { model } = await new DeskWithPages(emulated.open(), { directory }).open();
    model.check.change({ person: { id: objectId } });
    model.check.choose('Microsoft.Synapse/workspaces/notebooks/write', true);
    await model.check.run(emulated.scope);
    const action = 'Microsoft.Synapse/workspaces/notebooks/write';
    assert.deepEqual(model.check.decisions.value, {
      decisions: [{ action, allowed: 'yes', by: 'The engineers is Synapse Contributor' }],
      groupsKnown: true,
    });
    directory.gap = { reason: 'unreachable', error: new Error('down') };
    await model.check.run(emulated.scope);
    assert.deepEqual(model.check.decisions.value, {
      decisions: [{ action, allowed: 'no' }],
      groupsKnown: false,
    });
  });
});
