import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFaultRules } from '../../../../../emulator/faults/faultRule.ts';
import { builtInRoles } from '../../../../../src/features/accessControl/roles/builtInRoles.ts';
import { EmulatedAccess, requests, type Window } from '../support/emulatedAccess.ts';
import { DeskWithPages, type OpenedPage } from '../support/pageAtDesk.ts';

const create = 'RoleAssignments_CreateRoleAssignment';
const roleCalled = (name: string): string => builtInRoles.find((role) => role.name === name)?.id ?? assert.fail(name);
const monitoring = roleCalled('Synapse Monitoring Operator');

/** People of the workspace who are not monitoring operators yet. */
async function candidates(emulated: EmulatedAccess): Promise<string[]> {
  const there = await emulated.assignments();
  const have = new Set(there.filter(({ roleId }) => roleId === monitoring).map(({ principalId }) => principalId));
  return [...new Set(there.map(({ principalId }) => principalId))].filter((id) => !have.has(id)).toSorted();
}

/** Wants them to be. */
async function wantFor(page: OpenedPage, emulated: EmulatedAccess, count: number): Promise<void> {
  const people = (await candidates(emulated)).slice(0, count).map((id) => ({ id, type: 'User' }));
  page.model.add.form = { people, pasted: '', roles: [monitoring], scopes: [emulated.scope] };
  await page.model.addWanted();
}

const monitors = async (emulated: EmulatedAccess): Promise<number> =>
  (await emulated.assignments()).filter(({ roleId }) => roleId === monitoring).length;

async function applyAll({ model, until }: OpenedPage): Promise<string | undefined> {
  await model.plan.apply(model.plan.changes('planned', 'failed', 'notSent'));
  await until(() => !model.plan.isGoing && !model.reading.going);
  return model.plan.run.words ?? model.plan.problem;
}

const writes = ({ log }: Window): string[] =>
  log.filter(({ method }) => method === 'PUT' || method === 'DELETE').map(({ method }) => method);

describe('the page of role assignments and its desk', () => {
  it('show what is there, and names when they have arrived', async () => {
    await using emulated = await EmulatedAccess.start('contoso-sales', { pageSize: 5 });
    const at = new DeskWithPages(emulated.open());
    const there = await emulated.assignments();
    for (const { principalId } of there) {
      at.directory.add({ id: principalId, type: 'User', displayName: `Name of ${principalId}` });
    }
    const { model, until } = await at.open();
    assert.deepEqual(model.table.rows.map(({ id }) => id).toSorted(), there.map(({ id }) => id).toSorted());
    await until(() => model.table.all.every(({ principal }) => principal.startsWith('Name of')));
  });

  it('send nothing before a plan is applied; then additions come before removals', async () => {
    await using emulated = await EmulatedAccess.start();
    const window = emulated.open();
    const page = await new DeskWithPages(window).open();
    const { model } = page;
    await wantFor(page, emulated, 2);
    const gone = model.table.rows.find(({ role }) => role === 'Synapse Artifact User') ?? assert.fail();
    model.choose([gone.id], true);
    await model.removeChosen();
    assert.deepEqual(
      model.plan.rows.map(({ action }) => action),
      ['create', 'create', 'remove'],
    );
    assert.deepEqual(writes(window), []);
    assert.equal(await applyAll(page), '3 done, 0 failed, 0 not sent');
    assert.deepEqual(writes(window), ['PUT', 'PUT', 'DELETE']);
    assert.ok(!model.table.rows.some(({ id }) => id === gone.id));
    assert.equal(model.table.rows.filter(({ roleId }) => roleId === monitoring).length, 3);
    assert.deepEqual(model.plan.draft, { add: [], remove: [] });
  });

  it('say what is there already and what is not allowed, and why', async () => {
    await using emulated = await EmulatedAccess.start();
    const page = await new DeskWithPages(emulated.open()).open();
    const [there] = page.model.table.rows;
    assert.ok(there);
    const [someone = ''] = await candidates(emulated);
    const { principalId, roleId, scope } = there;
    await page.model.plan.make({
      add: [
        { principalId, principalType: 'User', roleId, scope },
        { principalId, principalType: 'User', roleId: monitoring, scope: `${emulated.scope}/bigDataPools/small` },
        { principalId: someone, roleId: monitoring, scope: emulated.scope },
      ],
      remove: [],
    });
    const rows = page.model.plan.rows.map(({ action, reasons }) => [action, ...reasons]);
    assert.deepEqual(rows, [['unchanged'], ['refused', 'notAssignableThere'], ['refused', 'principalType']]);
    assert.deepEqual([...page.model.plan.untyped.keys()], [someone]);
    await page.model.plan.setType(someone, 'Group');
    assert.equal(page.model.plan.rows[2]?.action, 'create');
  });

  const faults = {
    'a 429 in the middle': { route: create, skip: 1, times: 1, fault: 'throttle', seconds: 3 },
    'an answer that is lost after the change was made': { route: create, skip: 1, times: 1, drop: 'beforeReply' },
    'a token that has expired': { route: create, skip: 1, times: 1, fault: 'expiredToken' },
  } as const;
  for (const [what, fault] of Object.entries(faults)) {
    it(`get over ${what}`, async () => {
      await using emulated = await EmulatedAccess.start();
      const window = emulated.open();
      const page = await new DeskWithPages(window).open();
      await wantFor(page, emulated, 4);
      emulated.faults.set(parseFaultRules([fault]));
      assert.equal(await applyAll(page), '4 done, 0 failed, 0 not sent');
      assert.equal(await monitors(emulated), 5);
    });
  }

  it('keep what failed, with the service’s words, and retry only that', async () => {
    await using emulated = await EmulatedAccess.start();
    const window = emulated.open();
    const page = await new DeskWithPages(window).open();
    const { model } = page;
    await wantFor(page, emulated, 5);
    emulated.faults.set(
      parseFaultRules([
        { route: create, times: 2, status: 400, body: { error: { code: 'Bad', message: 'Not this' } } },
      ]),
    );
    assert.equal(await applyAll(page), '3 done, 2 failed, 0 not sent');
    assert.deepEqual(
      model.plan.changes('failed').map(({ words }) => words),
      ['Not this', 'Not this'],
    );
    assert.equal(model.plan.draft.add.length, 2);
    // Another wish does not make the failures forgotten.
    const another = {
      principalId: (await candidates(emulated)).at(-1) ?? '',
      principalType: 'User',
      roleId: monitoring,
    };
    await model.plan.make({
      ...model.plan.draft,
      add: [...model.plan.draft.add, { ...another, scope: emulated.scope }],
    });
    assert.equal(model.plan.changes('failed').length, 2);
    emulated.faults.clear();
    const before = requests(window.log, 'PUT').length;
    await model.plan.apply(model.plan.changes('failed'));
    await page.until(() => model.plan.run.state === 'ended' && !model.reading.going);
    assert.equal(model.plan.run.words, '2 done, 0 failed, 0 not sent');
    assert.equal(requests(window.log, 'PUT').length, before + 2);
    assert.equal(model.plan.changes('planned').length, 1);
  });

  it('notice what somebody else has done meanwhile', async () => {
    await using emulated = await EmulatedAccess.start();
    const mine = emulated.open();
    const other = emulated.open();
    const page = await new DeskWithPages(mine).open();
    const { model } = page;
    const [first = ''] = await candidates(emulated);
    await wantFor(page, emulated, 2);
    const gone = model.table.rows.find(({ role }) => role === 'Synapse Artifact User') ?? assert.fail();
    model.choose([gone.id], true);
    await model.removeChosen();
    const one = {
      principalId: first,
      principalType: 'User',
      roleId: monitoring,
      scope: emulated.scope,
    } as const;
    await other.access.add(one, 'x');
    await other.access.remove(gone, 'x');
    assert.equal(await applyAll(page), '1 done, 0 failed, 0 not sent');
    assert.deepEqual(writes(mine), ['PUT']);
    assert.deepEqual(model.plan.run.meanwhile.toSorted(), [`added ${first}`, `removed ${gone.principalId}`]);
    assert.deepEqual(model.plan.rows.map(({ state, words = '' }) => [state, words]).toSorted(), [
      ['done', ''],
      ['done', 'is so already'],
      ['done', 'is so already'],
    ]);
  });

  it('send nothing that others have made dangerous since it was shown', async () => {
    await using emulated = await EmulatedAccess.start();
    const mine = emulated.open();
    const other = emulated.open();
    const page = await new DeskWithPages(mine).open();
    const { model } = page;
    const isAdministrator = ({ roleId, scope }: { readonly roleId: string; readonly scope: string }): boolean =>
      roleId === roleCalled('Synapse Administrator') && scope === emulated.scope;
    const [kept, ...others] = model.table.rows.filter(isAdministrator);
    assert.ok(kept);
    model.choose(
      others.map(({ id }) => id),
      true,
    );
    await model.removeChosen();
    model.plan.acknowledge(true);
    assert.ok(!model.plan.warnings.some(({ words: said }) => said === 'lastAdministrator'));
    await other.access.remove(kept, 'x');
    assert.equal(await applyAll(page), 'new warnings');
    assert.deepEqual(writes(mine), []);
    assert.ok(model.plan.warnings.some(({ words: said }) => said === 'lastAdministrator'));
    assert.equal(model.plan.isAllowed, false);
  });

  it('warn of the workspace’s identity, and send nothing before somebody has agreed', async () => {
    await using emulated = await EmulatedAccess.start();
    const window = emulated.open();
    const identity = (await emulated.assignments()).find(({ principalType }) => principalType === 'ServicePrincipal');
    assert.ok(identity);
    const page = await new DeskWithPages(window, { identityId: identity.principalId }).open();
    const { model } = page;
    model.choose([identity.id], true);
    await model.removeChosen();
    assert.ok(model.plan.warnings.some(({ words: said }) => said === 'workspaceIdentity'));
    assert.equal(await applyAll(page), 'must acknowledge');
    assert.deepEqual(writes(window), []);
    model.plan.acknowledge(true);
    assert.equal(await applyAll(page), '1 done, 0 failed, 0 not sent');
  });

  it('let an Owner without a Synapse role give roles without seeing any', async () => {
    await using emulated = await EmulatedAccess.start();
    const window = emulated.open();
    const [someone = ''] = await candidates(emulated);
    const message = `The principal 'x' does not have the required Synapse RBAC permission to perform this action.`;
    const refusal = { status: 403, body: { error: { code: 'Unauthorized', message } } };
    emulated.faults.set(
      parseFaultRules([
        { ...refusal, route: 'RoleAssignments_ListRoleAssignments' },
        { ...refusal, route: 'RoleDefinitions_ListRoleDefinitions' },
      ]),
    );
    const page = await new DeskWithPages(window).open();
    assert.equal(page.model.isListed, false);
    assert.equal(page.model.add.roles.length, builtInRoles.length);
    await page.model.plan.make({
      add: [{ principalId: someone, principalType: 'User', roleId: monitoring, scope: emulated.scope }],
      remove: [],
    });
    assert.equal(await applyAll(page), '1 done, 0 failed, 0 not sent');
    assert.deepEqual(writes(window), ['PUT']);
  });

  it('go on while the page is closed in the middle, and tell the next one', async () => {
    await using emulated = await EmulatedAccess.start();
    const at = new DeskWithPages(emulated.open());
    const first = await at.open();
    await wantFor(first, emulated, 10);
    const going = first.model.plan.apply(first.model.plan.changes('planned'));
    await first.until(() => first.model.plan.run.state === 'going');
    first.server.dispose();
    at.desk.tell = () => undefined;
    const second = await at.open(first.model.remembered);
    await second.until(() => second.model.plan.run.state === 'ended' && !second.model.reading.going);
    assert.equal(second.model.plan.run.words, '10 done, 0 failed, 0 not sent');
    assert.equal(second.model.plan.changes('done').length, 10);
    assert.deepEqual(second.model.plan.draft.add, []);
    assert.deepEqual(at.kept.at(-1)?.draft, { add: [], remove: [] });
    void going;
  });

  it('give plan and form back when the window is loaded anew', async () => {
    await using emulated = await EmulatedAccess.start();
    const window = emulated.open();
    const before = new DeskWithPages(window);
    const page = await before.open();
    await wantFor(page, emulated, 2);
    page.model.add.change({ pasted: 'half-' });
    while (before.kept.at(-1)?.form.pasted !== 'half-') await new Promise(setImmediate);
    const kept = before.kept.at(-1) ?? assert.fail('nothing was kept');
    const { model } = await new DeskWithPages(window, { kept }).open();
    assert.equal(model.plan.rows.filter(({ action }) => action === 'create').length, 2);
    assert.equal(model.add.form.pasted, 'half-');
    // A window whose storage was lost still has what the page remembers.
    const other = await new DeskWithPages(window).open(page.model.remembered);
    assert.equal(other.model.plan.rows.length, 2);
  });

  it('give back what a hidden page showed: filter, groups, panel, what was chosen and asked', async () => {
    await using emulated = await EmulatedAccess.start();
    const at = new DeskWithPages(emulated.open());
    const { model } = await at.open();
    model.look({ filter: 'synapse', group: 'role', sort: { column: 'scope', descending: true } });
    const [group] = model.table.shown;
    assert.ok(group);
    model.toggle(group.key, false);
    const row = model.table.rows.find(({ role }) => role === 'Synapse Artifact User') ?? assert.fail();
    model.choose([row.id], true);
    model.chooseRemoval(true);
    model.show('check');
    model.check.change({ person: { id: row.principalId, name: 'Ann' }, scope: emulated.scope });
    model.check.choose('Microsoft.Synapse/workspaces/read', true);
    const { model: again } = await at.open(structuredClone(model.remembered));
    assert.deepEqual(again.remembered, model.remembered);
    assert.deepEqual(
      again.table.shown.map(({ key }) => key),
      model.table.shown.map(({ key }) => key),
    );
    assert.ok(again.check.isComplete);
    assert.ok(again.add.items.value);
    assert.deepEqual([...again.chosen], [row.id]);
  });

  it('stop before anything is sent, while what is there is read again', async () => {
    await using emulated = await EmulatedAccess.start();
    const window = emulated.open();
    const page = await new DeskWithPages(window).open();
    const { model } = page;
    await wantFor(page, emulated, 1);
    emulated.faults.set(parseFaultRules([{ route: 'RoleAssignments_ListRoleAssignments', delayMs: 200 }]));
    const applying = model.plan.apply(model.plan.changes('planned'));
    await page.until(() => model.plan.run.state === 'preparing');
    await model.client.ask('stop', null);
    await applying;
    assert.equal(model.plan.run.state, 'idle');
    assert.deepEqual(writes(window), []);
    assert.equal(model.plan.problem, undefined);
  });

  it('refuse what a page may not say', async () => {
    await using emulated = await EmulatedAccess.start();
    const at = new DeskWithPages(emulated.open());
    const { server } = await at.open();
    await server.receive({ type: 'request', id: 901, name: 'apply', params: { keys: [1], acknowledged: [] } });
    await server.receive({
      type: 'request',
      id: 902,
      name: 'plan',
      params: { add: [{ principalId: 'x' }], remove: [] },
    });
    await server.receive({ type: 'request', id: 903, name: 'constructor', params: null });
    await server.receive({ type: 'request', id: 904, name: 'open', params: 'workbench.action.quit' });
    assert.equal(at.refused.length, 4);
  });
});
