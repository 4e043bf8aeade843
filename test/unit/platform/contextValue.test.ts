import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contextValueOf, matches, whenOf } from '../../../src/platform/contributions/contextValue.ts';
import {
  type CommandTarget,
  nodeKind,
  target,
  targetWithout,
} from '../../../src/platform/contributions/declarations.ts';

const Pool = nodeKind<null>()({ name: 'pool', flags: ['canPause', 'canPauseSoon'] });
const PoolGroup = nodeKind<null>()({ name: 'poolGroup', flags: ['canPause'] });

/** Reads the regular expression out of a `when` clause as VS Code does. */
function viewItemMatches(when: string, contextValue: string): boolean {
  const [, has, without] = /^viewItem =~ \/([^/]*)\/(?: && !\(viewItem =~ \/([^/]*)\/\))?$/u.exec(when) ?? [];
  assert.ok(has !== undefined, when);
  return new RegExp(has).test(contextValue) && (without === undefined || !new RegExp(without).test(contextValue));
}

describe('contextValueOf and whenOf', () => {
  const nodes = [
    { kind: Pool, flags: [] },
    { kind: Pool, flags: ['canPause'] },
    { kind: Pool, flags: ['named', 'canPause', 'studio'] },
    { kind: Pool, flags: ['canPauseSoon'] },
    { kind: PoolGroup, flags: ['canPause'] },
  ];
  const targets: CommandTarget[] = [
    target(Pool),
    target(Pool, 'canPause'),
    targetWithout(Pool, 'canPause'),
    target(PoolGroup),
    { flag: 'canPause' },
    { flag: 'canPause', without: 'studio' },
  ];
  for (const wanted of targets) {
    it(`agree with matches for ${whenOf(wanted)}`, () => {
      for (const { kind, flags } of nodes) {
        assert.equal(
          viewItemMatches(whenOf(wanted), contextValueOf(kind, flags)),
          matches(wanted, kind, flags),
          contextValueOf(kind, flags),
        );
      }
    });
  }

  it('tell a flag from a longer one that begins alike', () => {
    assert.equal(viewItemMatches(whenOf(target(Pool, 'canPause')), contextValueOf(Pool, ['canPauseSoon'])), false);
  });

  it('refuse a target that names nothing', () => {
    assert.throws(() => whenOf({}), /neither/u);
  });
});
