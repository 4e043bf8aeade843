import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  covers,
  formatScope,
  isScopeName,
  itemScopeKinds,
  parseScope,
  scopeKey,
} from '../../../../src/features/accessControl/roles/scope.ts';

const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter(isScopeName);
const scope = fc.record(
  { workspaceName: name, kind: fc.constantFrom(...itemScopeKinds), item: name },
  { noNullPrototype: true },
);

describe('a scope', () => {
  it('is read as it is written', () => {
    fc.assert(
      fc.property(scope, (one) => {
        assert.deepEqual(parseScope(formatScope(one)), one);
        const { workspaceName } = one;
        const workspace = { workspaceName, kind: 'workspace' };
        assert.deepEqual(parseScope(formatScope(workspace)), workspace);
        assert.ok(covers(formatScope(workspace), formatScope(one)));
        assert.ok(!covers(formatScope(one), formatScope(workspace)));
      }),
    );
  });

  it('is compared without regard to case, and its kind is spelled as the service spells it', () => {
    assert.deepEqual(parseScope('/Workspaces/WS/BIGDATAPOOLS/Spark1'), {
      workspaceName: 'WS',
      kind: 'bigDataPools',
      item: 'Spark1',
    });
    assert.equal(scopeKey('Workspaces/WS'), scopeKey('/workspaces/ws'));
    assert.ok(covers('workspaces/WS', 'WORKSPACES/ws/bigDataPools/a'));
    assert.ok(!covers('workspaces/w', 'workspaces/ws'));
  });

  it('is nothing else', () => {
    const others = [
      '',
      'workspaces',
      'workspaces/',
      'workspaces//x',
      'workspaces/w/',
      'workspaces/w/bigDataPools',
      'workspaces/w/bigDataPools/',
      'workspaces/w/bigDataPools/a/b',
      'subscriptions/s',
      'workspaces/ w',
      'workspaces/w\n',
    ];
    for (const text of others) assert.equal(parseScope(text), undefined, text);
  });

  it('names nothing that would be another scope', () => {
    for (const item of ['a/b', '', ' a', 'a\n', 'x'.repeat(261)]) {
      assert.throws(() => formatScope({ workspaceName: 'w', kind: 'bigDataPools', item }), TypeError);
    }
  });
});
