import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { makePlan, type PlanRow, type PlanRules } from '../../../../src/platform/plan/plan.ts';

interface Item {
  readonly name: string;
  readonly text: string;
}

const rules: PlanRules<Item, Item> = {
  keyOf: { wanted: ({ name }) => name.toLowerCase(), present: ({ name }) => name.toLowerCase() },
  differences: (wanted, present) => (wanted.text === present.text ? [] : ['text']),
  refusal: ({ text }) => (text === '' ? 'empty' : undefined),
  duplicate: ({ name }, others) => `${name} and ${others.map((other) => other.name).join()}`,
};

const item = fc.record({ name: fc.string({ maxLength: 3 }), text: fc.string({ maxLength: 2 }) });
const unique = fc.uniqueArray(item, { selector: ({ name }) => name.toLowerCase() });

describe('a plan', () => {
  it('says what to make, change, remove and leave', () => {
    const rows = makePlan(
      [
        { name: 'new', text: '1' },
        { name: 'Same', text: '2' },
        { name: 'other', text: '3' },
        { name: 'none', text: '' },
      ],
      [
        { name: 'same', text: '2' },
        { name: 'OTHER', text: '4' },
        { name: 'extra', text: '5' },
      ],
      rules,
    );
    assert.deepEqual(
      rows.map(({ key, action, reasons }) => [key, action, ...reasons]),
      [
        ['new', 'create'],
        ['same', 'unchanged'],
        ['other', 'change', 'text'],
        ['none', 'refused', 'empty'],
        ['extra', 'remove'],
      ],
    );
  });

  it('refuses all of several items with one name, each in a row of its own', () => {
    const rows = makePlan(
      [
        { name: 'a', text: '1' },
        { name: 'A', text: '2' },
      ],
      [{ name: 'a', text: '0' }],
      rules,
    );
    assert.deepEqual(
      rows.map(({ action, reasons }) => [action, ...reasons]),
      [
        ['refused', 'a and A'],
        ['refused', 'A and a'],
      ],
    );
    assert.equal(new Set(rows.map(({ key }) => key)).size, 2);
  });

  it('has one row for each item, and keys that are unique', () => {
    fc.assert(
      fc.property(fc.array(item), unique, (wanted, present) => {
        const rows = makePlan(wanted, present, rules);
        assert.equal(new Set(rows.map(({ key }) => key)).size, rows.length);
        assert.deepEqual(rows.flatMap((row) => row.wanted ?? []).toSorted(byName), wanted.toSorted(byName));
      }),
    );
  });

  it('leaves nothing to do once it was applied', () => {
    fc.assert(
      fc.property(unique, unique, (wanted, present) => {
        const after = applied(present, makePlan(wanted, present, rules));
        const again = makePlan(wanted, after, rules).map(({ action }) => action);
        assert.deepEqual(
          again.filter((action) => action !== 'unchanged' && action !== 'refused'),
          [],
        );
      }),
    );
  });
});

/** What is there when every row of a plan was done. */
function applied(present: readonly Item[], rows: readonly PlanRow<Item, Item>[]): Item[] {
  const items = new Map(present.map((one) => [one.name.toLowerCase(), one]));
  for (const { key, action, wanted } of rows) {
    if (action === 'remove') items.delete(key);
    else if (wanted && (action === 'create' || action === 'change')) items.set(key, wanted);
  }
  return [...items.values()];
}

function byName(a: Item, b: Item): number {
  return `${a.name}\u0000${a.text}` < `${b.name}\u0000${b.text}` ? -1 : 1;
}
