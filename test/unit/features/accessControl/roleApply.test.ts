import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyPlan } from '../../../../src/platform/plan/applyPlan.ts';
import type { CompleteAssignment } from '../../../../src/features/accessControl/model/access.ts';
import type { PrincipalType } from '../../../../src/features/accessControl/model/principal.ts';
import { assignmentKey } from '../../../../src/features/accessControl/roles/assignmentKey.ts';
import { builtInRoles } from '../../../../src/features/accessControl/roles/builtInRoles.ts';
import {
  endsRoleChanges,
  rolePhases,
  sendRoleRow,
} from '../../../../src/features/accessControl/roles/plan/applyRoles.ts';
import { replanned } from '../../../../src/features/accessControl/roles/plan/replan.ts';
import { rolePlan, type RoleRow } from '../../../../src/features/accessControl/roles/plan/rolePlan.ts';
import { allOf, EmulatedAccess, requests, signal, type Window } from './support/emulatedAccess.ts';

const create = 'RoleAssignments_CreateRoleAssignment';

/** Every role for everybody who has one: what a workspace looks like when nobody has thought about it. */
async function wantedIn(emulated: EmulatedAccess): Promise<CompleteAssignment[]> {
  const present = await emulated.assignments();
  const people = new Map(
    present.map(({ principalId, principalType }) => [principalId, principalType as PrincipalType]),
  );
  return [...people].flatMap(([principalId, principalType]) =>
    builtInRoles.map(({ id: roleId }) => ({ roleId, principalId, principalType, scope: emulated.scope })),
  );
}

async function planIn(
  { access }: Window,
  wanted: readonly CompleteAssignment[],
  removeOthers = false,
): Promise<RoleRow[]> {
  const present = await allOf(access.assignments({ signal }));
  const { workspaceName } = access.place.workspace;
  return rolePlan(wanted, present, {
    workspaceName,
    roles: builtInRoles,
    removeOthers,
    refusalWords: ({ why }) => why,
  });
}

function apply({ access }: Window, rows: readonly RoleRow[], stop = signal) {
  return applyPlan(rolePhases(rows, undefined, builtInRoles), {
    stop,
    perform: (row) => sendRoleRow(access, row, { title: ({ key }) => key }),
    onProgress: () => undefined,
    endsAll: endsRoleChanges,
  });
}

/** Everything that is wanted is there, and once. */
async function assertMade(emulated: EmulatedAccess, wanted: readonly CompleteAssignment[]): Promise<void> {
  const keys = (await emulated.assignments()).map(assignmentKey);
  assert.equal(new Set(keys).size, keys.length);
  for (const one of wanted) assert.ok(keys.includes(assignmentKey(one)), assignmentKey(one));
}

describe('applying a plan of role assignments', () => {
  it('costs one request for each that is missing, and has nothing left to do', async () => {
    await using emulated = await EmulatedAccess.start();
    const window = emulated.open();
    const wanted = await wantedIn(emulated);
    const rows = await planIn(window, wanted);
    const missing = rows.filter(({ action }) => action === 'create');
    const { done, failed } = await apply(window, rows);
    assert.deepEqual(failed, []);
    assert.equal(done.length, missing.length);
    assert.equal(requests(window.log, 'PUT').length, missing.length);
    assert.ok((await planIn(window, wanted)).every(({ action }) => action === 'unchanged'));
    await assertMade(emulated, wanted);
  });

  const troubles: Readonly<Record<string, object>> = {
    'a 429 in the middle': { skip: 5, times: 3, fault: 'throttle', seconds: 9 },
    'an expired token': { skip: 5, times: 1, fault: 'expiredToken' },
    'a connection that is lost after the request was served': { skip: 5, times: 3, drop: 'beforeReply' },
    'an answer that breaks off': { skip: 5, times: 3, drop: 'midBody' },
    'a service that fails': { skip: 5, times: 3, status: 503 },
  };
  for (const [what, trouble] of Object.entries(troubles)) {
    it(`gets over ${what}`, async () => {
      await using emulated = await EmulatedAccess.start();
      const window = emulated.open();
      const wanted = await wantedIn(emulated);
      const rows = await planIn(window, wanted);
      emulated.faults.add({ route: create, ...trouble });
      const { failed, notSent } = await apply(window, rows);
      assert.deepEqual([failed, notSent], [[], []]);
      await assertMade(emulated, wanted);
      const missing = rows.filter(({ action }) => action === 'create').length;
      assert.ok(requests(window.log, 'PUT').length > missing, 'something had to be sent again');
    });
  }

  it('waits as long as the service asks for, and says so', async () => {
    await using emulated = await EmulatedAccess.start();
    const window = emulated.open();
    const rows = (await planIn(window, await wantedIn(emulated)))
      .filter(({ action }) => action === 'create')
      .slice(0, 1);
    emulated.faults.add({ route: create, times: 1, fault: 'throttle', seconds: 9 });
    await apply(window, rows);
    assert.ok(window.clock.sleeps.some((milliseconds) => milliseconds >= 9000));
  });

  it('sends nothing more when the firewall closes', async () => {
    await using emulated = await EmulatedAccess.start();
    const window = emulated.open();
    const rows = await planIn(window, await wantedIn(emulated));
    const body = { code: 'ClientIpAddressNotAuthorized', message: 'Client Ip address : 1.2.3.4' };
    emulated.faults.add({ route: create, skip: 4, status: 403, body });
    const { done, failed, notSent } = await apply(window, rows);
    assert.equal(done.length, 4);
    assert.ok(
      failed.length <= 8 && notSent.length > 8,
      `${String(failed.length)} failed, ${String(notSent.length)} not sent`,
    );
  });

  it('goes on when one row is refused, and says which', async () => {
    await using emulated = await EmulatedAccess.start();
    const window = emulated.open();
    const wanted = await wantedIn(emulated);
    const nobody = '00000000-0000-4000-8000-000000000000';
    const [first, ...others] = wanted;
    assert.ok(first);
    const rows = await planIn(window, [{ ...first, principalId: nobody }, ...others]);
    const { failed, notSent } = await apply(window, rows);
    assert.deepEqual(
      failed.map(({ row }) => row.wanted?.principalId),
      [nobody],
    );
    assert.deepEqual(notSent, []);
    await assertMade(emulated, others);
  });

  it('in two windows at once makes each assignment once, and both count it as done', async () => {
    await using emulated = await EmulatedAccess.start();
    const windows = [emulated.open(), emulated.open()];
    const wanted = await wantedIn(emulated);
    const plans = await Promise.all(windows.map((window) => planIn(window, wanted)));
    const reports = await Promise.all(windows.map((window, index) => apply(window, plans[index] ?? [])));
    for (const { failed, notSent } of reports) assert.deepEqual([failed, notSent], [[], []]);
    await assertMade(emulated, wanted);
    const refused = windows.flatMap(({ log }) => log.filter(({ status }) => status === 409));
    assert.ok(refused.length > 0, 'the two have met');
    for (const { ends } of windows) assert.ok(ends.every(({ end }) => end.outcome === 'done'));
  });

  it('shows what another window has done since the plan was shown, and sends only the rest', async () => {
    await using emulated = await EmulatedAccess.start();
    const [mine, theirs] = [emulated.open(), emulated.open()];
    const wanted = (await wantedIn(emulated)).slice(0, 11);
    const seen = await planIn(mine, wanted, true);
    const chosen = new Set(seen.map(({ key }) => key));
    const [add] = seen.filter(({ action }) => action === 'create');
    const [remove] = seen.filter(({ action }) => action === 'remove');
    assert.ok(add && remove);
    await apply(theirs, [add, remove]);
    const { send, changed } = replanned(seen, await planIn(mine, wanted, true), chosen);
    assert.deepEqual(
      changed.map(({ what, seen: row }) => [what, row?.key]),
      [add, remove].map(({ key }) => ['done', key]),
    );
    assert.equal(send.length, seen.filter(({ action }) => action !== 'unchanged').length - 2);
  });

  it('that a person stops finishes what was sent, and leaves the rest', async () => {
    await using emulated = await EmulatedAccess.start();
    const window = emulated.open();
    const rows = await planIn(window, await wantedIn(emulated));
    const stop = new AbortController();
    window.access.onDidChange(() => {
      stop.abort();
    });
    const before = (await emulated.assignments()).length;
    const { done, failed, notSent } = await apply(window, rows, stop.signal);
    assert.deepEqual(failed, []);
    assert.ok(notSent.length > 0);
    assert.equal((await emulated.assignments()).length, before + done.length);
  });
});
