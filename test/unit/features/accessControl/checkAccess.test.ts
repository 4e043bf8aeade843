import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  actionPrefix,
  administratorRoleId,
  builtInRoles,
} from '../../../../src/features/accessControl/roles/builtInRoles.ts';
import { roleById } from '../../../../src/features/accessControl/roles/plan/legalScopes.ts';
import { actionsOf, checkAccess } from '../../../../src/features/accessControl/roles/checkAccess.ts';
import { EmulatedAccess, requests, signal } from './support/emulatedAccess.ts';

const linkedDataManager = 'dd665582-e433-40ca-b183-1b1b33e73375';

describe('checking access', () => {
  it('says for each action whether it is allowed and by which assignment, in one request', async () => {
    await using emulated = await EmulatedAccess.start();
    const { access, log } = emulated.open();
    const principalId = '00000000-0000-4000-8000-00000000000b';
    const group = await emulated.somebody('Group');
    await access.add(
      { roleId: linkedDataManager, principalId: group, principalType: 'Group', scope: emulated.scope },
      'Give a role',
    );
    const mine = (await emulated.assignments()).filter((one) => one.principalId === group);
    const actions = actionsOf(builtInRoles);
    const question = { principalId, groupIds: [group], actions, scope: emulated.scope };
    const decisions = await checkAccess(access.place, question, signal);
    assert.deepEqual(
      decisions.map(({ action }) => action),
      actions,
    );
    const allowed = decisions.filter(({ decision }) => decision === 'allowed');
    const given = mine
      .filter(({ scope }) => scope === emulated.scope)
      .map(({ roleId }) => roleById(builtInRoles, roleId));
    const expected = actionsOf(given.filter((role) => role !== undefined));
    assert.deepEqual(allowed.map(({ action }) => action).sort(), expected.sort());
    assert.ok(allowed.some(({ action }) => action === `${actionPrefix}managedPrivateEndpoints/write`));
    for (const { action, by } of allowed) {
      assert.ok(
        mine.some(({ id }) => id === by?.id),
        action,
      );
      assert.ok(roleById(builtInRoles, by?.roleId ?? '')?.dataActions.includes(action), action);
    }
    assert.equal(requests(log, 'POST').length, 1);
  });

  it('of nobody who has a role allows nothing', async () => {
    await using emulated = await EmulatedAccess.start();
    const { access } = emulated.open();
    const principalId = '00000000-0000-4000-8000-00000000000b';
    const actions = actionsOf(builtInRoles);
    const decisions = await checkAccess(access.place, { principalId, actions, scope: emulated.scope }, signal);
    assert.ok(decisions.every(({ decision, by }) => decision === 'notAllowed' && by === undefined));
  });

  it('does not guess where the service says nothing', async () => {
    await using emulated = await EmulatedAccess.start();
    const { access } = emulated.open();
    const [action = ''] = actionsOf(builtInRoles);
    const question = { principalId: 'x', actions: [action], scope: emulated.scope };
    for (const body of [
      {},
      { AccessDecisions: [] },
      { AccessDecisions: [{ actionId: action, accessDecision: 'Maybe' }] },
    ]) {
      emulated.faults.add({ route: 'RoleAssignments_CheckPrincipalAccess', times: 1, status: 200, body });
      assert.deepEqual(await checkAccess(access.place, question, signal), [{ action, decision: 'unknown' }]);
    }
  });

  it('has words for every action that roles have', () => {
    // The file needs VS Code, so it is read, not run.
    const file = path.resolve(import.meta.dirname, '../../../../src/features/accessControl/roles/actionWords.ts');
    const named = [...readFileSync(file, 'utf8').matchAll(/^ {4}'([^']+)': vscode/gmu)].map(
      ([, action = '']) => action,
    );
    const administrator = builtInRoles.find(({ id }) => id === administratorRoleId);
    assert.deepEqual(named.map((action) => actionPrefix + action).sort(), actionsOf(builtInRoles).sort());
    assert.equal(administrator?.dataActions.length, named.length);
  });
});
