import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { AzureError } from '../../../../src/azure/azureError.ts';
import { SignInNeededError } from '../../../../src/azure/tokenSource.ts';
import type { Assignment, WantedAssignment } from '../../../../src/features/accessControl/model/access.ts';
import { administratorRoleId, builtInRoles } from '../../../../src/features/accessControl/roles/builtInRoles.ts';
import { endsRoleChanges, rolePhases } from '../../../../src/features/accessControl/roles/plan/applyRoles.ts';
import { rolesAt, scopesFor } from '../../../../src/features/accessControl/roles/plan/legalScopes.ts';
import { replanned } from '../../../../src/features/accessControl/roles/plan/replan.ts';
import { rolePlan, type RoleRow } from '../../../../src/features/accessControl/roles/plan/rolePlan.ts';
import { afterApplying, legalSet, made, workspaceName } from './support/roleSets.ts';

const root = `workspaces/${workspaceName}`;
const ada = 'aaaaaaaa-0000-4000-8000-000000000000';
const ben = 'bbbbbbbb-0000-4000-8000-000000000000';
const sqlAdministrator = '7af0c69a-a548-47d6-aea3-d00e69bd83aa';
const user = '2a385764-43e8-416c-9825-7b18d05a2c4b';

function plan(
  wanted: readonly WantedAssignment[],
  present: readonly Assignment[] = [],
  removeOthers = true,
): RoleRow[] {
  return rolePlan(wanted, present, {
    workspaceName,
    roles: builtInRoles,
    removeOthers,
    refusalWords: ({ why, ...facts }) =>
      [why, ...Object.values(facts).filter((fact) => typeof fact === 'string')].join(' '),
  });
}

const wish = (more: Partial<WantedAssignment> = {}): WantedAssignment => ({
  roleId: user,
  principalId: ada,
  principalType: 'User',
  scope: root,
  ...more,
});
const there = (id: string, more: Partial<WantedAssignment> = {}): Assignment => ({ id, ...wish(more) });
const actions = (rows: readonly RoleRow[]): string[] => rows.map(({ action }) => action);
const keysOf = (rows: readonly RoleRow[]): Set<string> => new Set(rows.map(({ key }) => key));

describe('the plan of role assignments', () => {
  it('adds, leaves and removes, and compares without regard to case', () => {
    const present = [there('1'), there('2', { principalId: ben })];
    const wanted = [
      wish({ principalId: ada.toUpperCase(), scope: root.toUpperCase() }),
      wish({ roleId: sqlAdministrator }),
    ];
    assert.deepEqual(actions(plan(wanted, present)), ['unchanged', 'create', 'remove']);
    assert.deepEqual(actions(plan(wanted, present, false)), ['unchanged', 'create']);
  });

  it('says why an assignment cannot be made', () => {
    const pool = `${root}/bigDataPools/spark1`;
    const rows = plan([
      wish({ roleId: '24fa9e0a-d130-4536-9f92-8b976b16986b' }),
      wish({ scope: 'subscriptions/x' }),
      wish({ scope: 'workspaces/other' }),
      wish({ roleId: sqlAdministrator, scope: pool }),
      wish({ principalId: 'ada@contoso.com' }),
      wish({ principalType: 'Robot' }),
      { roleId: user, principalId: ben, scope: pool },
      wish(),
      wish({ principalType: 'Group' }),
    ]);
    assert.deepEqual(
      rows.map(({ action, reasons }) => [action, ...reasons].join(' ')),
      [
        'refused unknownRole 24fa9e0a-d130-4536-9f92-8b976b16986b',
        'refused unreadableScope subscriptions/x',
        'refused otherWorkspace other',
        'refused notAssignableThere bigDataPools',
        'refused badPrincipalId ada@contoso.com',
        // Three rows give Ada the same: what is wrong with the first is said first.
        'refused principalType Robot',
        'refused principalType',
        'refused duplicate',
        'refused duplicate',
      ],
    );
    assert.equal(keysOf(rows).size, rows.length);
  });

  it('makes the first of several that are the same', () => {
    const one = wish();
    const rows = plan([one, one, { ...one }]);
    assert.deepEqual(actions(rows), ['create', 'refused', 'refused']);
    assert.equal(keysOf(rows).size, 3);
  });

  it('leaves alone what is there, whatever is odd about it', () => {
    const { principalType: _type, ...untyped } = there('1', { roleId: '24fa9e0a-d130-4536-9f92-8b976b16986b' });
    assert.deepEqual(actions(plan([untyped], [untyped])), ['unchanged']);
    assert.deepEqual(actions(plan([], [untyped, { ...untyped, id: '2' }])), ['remove', 'remove']);
    assert.deepEqual(actions(plan([untyped], [untyped, { ...untyped, id: '2' }])), ['unchanged']);
  });

  it('has nothing left to do once it is applied', () => {
    fc.assert(
      fc.property(legalSet, legalSet, fc.boolean(), (wanted, before, removeOthers) => {
        const present = made(before);
        const rows = plan(wanted, present, removeOthers);
        assert.ok(!actions(rows).includes('refused'));
        const after = afterApplying(rows, present);
        assert.ok(plan(wanted, after, removeOthers).every(({ action }) => action === 'unchanged'));
        if (removeOthers) assert.equal(after.length, wanted.length);
        else for (const { id } of present) assert.ok(after.some((one) => one.id === id));
      }),
    );
  });

  it('offers roles and scopes that go together', () => {
    const scopes = [root, `${root}/bigDataPools/a`, `${root}/credentials/b`, 'nonsense'];
    const credentialUser = builtInRoles.find(({ name }) => name === 'Synapse Credential User');
    assert.ok(credentialUser);
    assert.deepEqual(scopesFor(credentialUser, scopes), [root, `${root}/credentials/b`]);
    assert.deepEqual(
      rolesAt(builtInRoles, 'LinkedServices').map(({ name }) => name),
      ['Synapse Administrator', 'Synapse Credential User', 'Synapse User'],
    );
  });
});

describe('the order of applying', () => {
  it('is adding, removing, and the caller’s own right to manage last', () => {
    const present = [
      there('mine', { roleId: administratorRoleId }),
      there('group', { roleId: administratorRoleId, principalId: ben, principalType: 'Group' }),
      there('other', { principalId: ben }),
    ];
    const rows = plan([wish({ principalId: ben, roleId: sqlAdministrator })], present);
    const ids = (caller: Parameters<typeof rolePhases>[1]): string[][] =>
      rolePhases(rows, caller, builtInRoles).map((phase) => phase.map((row) => row.present?.id ?? 'new'));
    assert.deepEqual(ids({ objectId: ada, groupIds: [] }), [['new'], ['group', 'other'], ['mine']]);
    assert.deepEqual(ids({ objectId: ada }), [['new'], ['other'], ['mine', 'group']]);
    assert.deepEqual(ids(undefined), [['new'], ['mine', 'group', 'other'], []]);
  });

  it('ends with what would meet every row, not with what one row meets', () => {
    const error = (details: Partial<AzureError>): AzureError =>
      new AzureError({ reason: 'refused', operation: 'x', message: 'x', ...details });
    const ending = [
      new SignInNeededError({ tenantId: 't', audience: 'a' }),
      error({ status: 401, code: 'InvalidTokenIssuer' }),
      error({ status: 403, code: 'ClientIpAddressNotAuthorized' }),
      error({ reason: 'network', code: 'ENOTFOUND' }),
    ];
    const own = [
      error({ status: 403, code: 'Unauthorized' }),
      error({ status: 401, message: 'does not have the required Synapse RBAC permission' }),
      error({ status: 400, code: 'InvalidPrincipalId' }),
      error({ reason: 'network', code: 'ECONNRESET' }),
      error({ status: 429 }),
      new TypeError('x'),
    ];
    assert.deepEqual(
      ending.map(endsRoleChanges),
      ending.map(() => true),
    );
    assert.deepEqual(
      own.map(endsRoleChanges),
      own.map(() => false),
    );
  });
});

describe('a plan that is made again', () => {
  const seenPresent = [there('1'), there('2', { principalId: ben })];
  const wanted = [wish({ roleId: sqlAdministrator }), wish({ principalId: ben, roleId: sqlAdministrator })];
  const seen = plan(wanted, seenPresent);
  const compared = (present: readonly Assignment[], chosen = keysOf(seen)) => {
    const { send, changed } = replanned(seen, plan(wanted, present), chosen);
    return {
      send: send.map((row) => row.action),
      changed: changed.map((one) => [one.what, one.seen?.action ?? '', one.now?.action ?? ''].join(' ')),
    };
  };

  it('is sent as it was shown when nothing has changed', () => {
    assert.deepEqual(compared(seenPresent), { send: ['create', 'create', 'remove', 'remove'], changed: [] });
  });

  it('leaves out what nobody has chosen', () => {
    assert.deepEqual(compared(seenPresent, new Set()), { send: [], changed: [] });
  });

  it('says what somebody else has done already', () => {
    const present = [there('2', { principalId: ben }), there('3', { roleId: sqlAdministrator })];
    assert.deepEqual(compared(present), {
      send: ['create', 'remove'],
      changed: ['done create unchanged', 'done remove '],
    });
  });

  it('removes only the very assignment that was shown, and nothing that is new', () => {
    const present = [
      there('1 again'),
      there('2', { principalId: ben }),
      there('4', { scope: `${root}/bigDataPools/a` }),
    ];
    assert.deepEqual(compared(present), {
      send: ['create', 'create', 'remove'],
      changed: ['other remove remove', 'new  remove'],
    });
  });

  it('shows what is to be made again because somebody has taken it away', () => {
    const before = plan([wish()], [there('1')]);
    const { send, changed } = replanned(before, plan([wish()], []), keysOf(before));
    assert.deepEqual(send, []);
    assert.deepEqual(
      changed.map(({ what, now }) => [what, now?.action]),
      [['new', 'create']],
    );
  });
});
