import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  breadthOf,
  firewallRule,
  isBroken,
  isChanging,
  rangeOf,
} from '../../../src/features/networking/firewallRule.ts';
import { ownRuleName, ruleNameMistake } from '../../../src/features/networking/ruleName.ts';

describe('How far a range opens the workspace', () => {
  for (const [start, end, breadth] of [
    ['203.0.113.7', '203.0.113.7', 'narrow'],
    ['10.0.0.0', '10.0.255.255', 'narrow'],
    ['10.0.0.0', '10.1.0.0', 'wide'],
    ['0.0.0.1', '255.255.255.255', 'wide'],
    ['0.0.0.0', '255.255.255.254', 'wide'],
    ['0.0.0.0', '255.255.255.255', 'everyone'],
    ['0.0.0.0', '0.0.0.0', 'azureServices'],
    ['0.0.0.0', '0.0.0.1', 'narrow'],
  ] as const) {
    it(`${start} to ${end}: ${breadth}`, () => {
      const range = rangeOf({ start, end });
      assert.ok(range);
      assert.equal(breadthOf(range), breadth);
    });
  }
});

describe('A rule as the service tells it', () => {
  it('has its range and its state', () => {
    const properties = { provisioningState: 'Deleting', startIpAddress: '1.2.3.4', endIpAddress: '1.2.3.9' };
    const rule = firewallRule({ id: '/r', name: 'r', properties });
    assert.deepEqual(rule, { id: '/r', name: 'r', start: '1.2.3.4', end: '1.2.3.9', state: 'Deleting' });
    assert.deepEqual([isChanging(rule), isBroken(rule)], [true, false]);
  });

  it('is nothing without a name, and no range without addresses', () => {
    assert.equal(firewallRule({ id: '/r' }), undefined);
    const rule = firewallRule({ id: '/r', name: 'r' });
    assert.ok(rule);
    assert.equal(rangeOf(rule), undefined);
  });
});

describe('A name for a rule', () => {
  for (const [name, mistake] of [
    ['Office (2nd floor), München', undefined],
    ['a', undefined],
    ['a.b', undefined],
    ['x'.repeat(128), undefined],
    ['x'.repeat(129), 'tooLong'],
    ['', 'empty'],
    ['   ', 'empty'],
    ['ends.', 'lastDot'],
    ['half \ud800', 'character'],
    ['line\nbreak', 'character'],
    ...'< > * % & : \\ / ?'.split(' ').map((character) => [`a${character}b`, 'character'] as const),
  ] as const) {
    it(`${JSON.stringify(name.slice(0, 30))}: ${mistake ?? 'fine'}`, () => {
      assert.equal(ruleNameMistake(name), mistake);
    });
  }

  it('is suggested so that it is none of those that are taken', () => {
    const date = new Date('2026-11-23T01:00:00Z');
    const [first, second, third] = [
      'ClientIPAddress_2026-11-23',
      'ClientIPAddress_2026-11-23_2',
      'clientipaddress_2026-11-23_3',
    ];
    assert.equal(ownRuleName(date, ['other']), first);
    assert.equal(ownRuleName(date, [first.toUpperCase()]), second);
    assert.equal(ownRuleName(date, [first, second, third]), 'ClientIPAddress_2026-11-23_4');
    assert.equal(ruleNameMistake(ownRuleName(date, [first])), undefined);
  });
});
