import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Caller } from '../../../../src/azure/tokenClaims.ts';
import type { Assignment } from '../../../../src/features/accessControl/model/access.ts';
import { administratorRoleId, builtInRoles } from '../../../../src/features/accessControl/roles/builtInRoles.ts';
import { rolePlan } from '../../../../src/features/accessControl/roles/plan/rolePlan.ts';
import { roleWarnings } from '../../../../src/features/accessControl/roles/plan/roleWarnings.ts';

const root = 'workspaces/ws';
const pool = `${root}/bigDataPools/spark1`;
const [me, group, other, identity] = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd'].map(
  (start) => `${start}-0000-4000-8000-000000000000`,
) as [string, string, string, string];
const credentialUser = '5eb298b4-692c-4241-9cf0-f58a3b42bb25';

const administrator = (principalId: string, scope = root, principalType = 'User'): Assignment => ({
  id: `${principalId} ${scope}`,
  roleId: administratorRoleId,
  principalId,
  principalType,
  scope,
});
const mine = administrator(me);
const ofGroup = administrator(group, root, 'Group');
const ofOther = administrator(other);
const ofIdentity = administrator(identity, root, 'ServicePrincipal');

/** What is said when only `left` of `present` stay. */
function warnings(present: readonly Assignment[], left: readonly Assignment[], caller?: Caller): string[] {
  const rows = rolePlan(left, present, {
    workspaceName: 'ws',
    roles: builtInRoles,
    removeOthers: true,
    refusalWords: ({ why }) => why,
  });
  return roleWarnings({ rows, present, roles: builtInRoles, caller, identityId: identity.toUpperCase() }).map(
    (warning) =>
      warning.what === 'ownAccess'
        ? `ownAccess ${warning.certain ? 'certain' : 'perhaps'} ${warning.scopes.join()}`
        : `${warning.what} ${warning.removed.map(({ principalId }) => principalId.slice(0, 2)).join()}`,
  );
}

describe('before role assignments are changed', () => {
  it('nothing is said where nothing of importance goes', () => {
    assert.deepEqual(warnings([mine, ofOther], [mine], { objectId: me, groupIds: [] }), []);
    assert.deepEqual(warnings([mine], [mine, ofOther], { objectId: me, groupIds: [] }), []);
  });

  it('it is said that the caller loses the right to manage', () => {
    const caller = { objectId: me.toUpperCase(), groupIds: [] };
    assert.deepEqual(warnings([mine, ofOther], [ofOther], caller), [`ownAccess certain ${root}`]);
    const atPool = administrator(me, pool);
    assert.deepEqual(warnings([mine, atPool, ofOther], [mine, ofOther], caller), []);
    assert.deepEqual(warnings([mine, atPool, ofOther], [atPool, ofOther], caller), [`ownAccess certain ${root}`]);
    assert.deepEqual(warnings([atPool, ofOther], [ofOther], caller), [`ownAccess certain ${pool}`]);
  });

  it('groups that the token names count as the caller', () => {
    const caller = { objectId: me, groupIds: [group] };
    assert.deepEqual(warnings([mine, ofGroup, ofOther], [ofGroup, ofOther], caller), []);
    assert.deepEqual(warnings([mine, ofGroup, ofOther], [mine, ofOther], caller), []);
    assert.deepEqual(warnings([ofGroup, ofOther], [ofOther], caller), [`ownAccess certain ${root}`]);
  });

  it('groups that the token does not name may be the caller’s', () => {
    const caller = { objectId: me };
    assert.deepEqual(warnings([mine, ofGroup], [ofGroup], caller), [`ownAccess perhaps ${root}`]);
    assert.deepEqual(warnings([ofGroup, ofOther], [ofOther], caller), [`ownAccess perhaps ${root}`]);
    assert.deepEqual(warnings([mine, ofGroup], [mine], caller), []);
    assert.deepEqual(warnings([mine, ofOther], [ofOther], caller), [`ownAccess certain ${root}`]);
    const atPool = administrator(me, pool);
    assert.deepEqual(warnings([atPool, ofGroup, ofOther], [atPool, ofOther], caller), [`ownAccess perhaps ${root}`]);
    assert.deepEqual(warnings([mine, administrator(group, pool, 'Group'), ofOther], [mine, ofOther], caller), []);
    const { principalType: _type, ...untyped } = ofGroup;
    assert.deepEqual(warnings([untyped, ofOther], [ofOther], caller), [`ownAccess perhaps ${root}`]);
  });

  it('a role that does not let people manage is no loss of that kind', () => {
    const reader = { ...mine, roleId: credentialUser };
    assert.deepEqual(warnings([reader, ofOther], [ofOther], { objectId: me, groupIds: [] }), []);
  });

  it('it is said that the last administrator of the workspace goes, to whom its own identity does not count', () => {
    assert.deepEqual(warnings([ofOther, ofIdentity], [ofIdentity]), ['lastAdministrator cc']);
    assert.deepEqual(warnings([ofOther, ofGroup], [ofGroup]), []);
    assert.deepEqual(warnings([ofOther], [administrator(me, pool)]), ['lastAdministrator cc']);
    assert.deepEqual(warnings([ofOther], [mine]), []);
  });

  it('it is said that the workspace’s identity loses roles', () => {
    const secrets = { ...ofIdentity, id: 'x', roleId: credentialUser };
    assert.deepEqual(warnings([ofOther, ofIdentity, secrets], [ofOther, ofIdentity]), ['workspaceIdentity dd']);
    assert.deepEqual(warnings([ofOther, ofIdentity], [ofOther, ofIdentity]), []);
  });
});
