import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  emptyDraft,
  removalKey,
  wantedKey,
  withAdded,
  without,
  withRemoved,
  withType,
} from '../../../../../src/features/accessControl/rolesPage/draftChanges.ts';

const one = { principalId: 'p', roleId: 'r', scope: 'workspaces/w' };
const there = { ...one, id: 'a1' };

describe('what somebody wants to be different', () => {
  it('holds each wish once, and does not forget a type', () => {
    const draft = withAdded(withAdded(emptyDraft, [{ ...one, principalType: 'User' }]), [
      one,
      { ...one, scope: 'WORKSPACES/w' },
    ]);
    assert.equal(draft.add.length, 1);
    assert.equal(draft.add[0]?.principalType, 'User');
  });

  it('keeps what was to be removed when it is wanted again', () => {
    const draft = withRemoved(emptyDraft, [there, there]);
    assert.equal(draft.remove.length, 1);
    assert.deepEqual(withAdded(draft, [one]), emptyDraft);
  });

  it('lets wishes be taken back', () => {
    const draft = withRemoved(withAdded(emptyDraft, [{ ...one, roleId: 'other' }]), [there]);
    assert.equal(without(draft, new Set([removalKey('a1')])).remove.length, 0);
    assert.equal(without(draft, new Set([wantedKey({ ...one, roleId: 'other' })])).add.length, 0);
  });

  it('takes the type of a principal for all that it is to get', () => {
    const draft = withAdded(emptyDraft, [one, { ...one, roleId: 'other' }]);
    assert.deepEqual(
      withType(draft, 'p', 'Group').add.map(({ principalType }) => principalType),
      ['Group', 'Group'],
    );
  });
});
