import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compact, membersOf } from '../../../emulator/json/jsonMembers.ts';
import { ScriptClient } from './scriptClient.ts';

/** Numbers as no JavaScript number writes them. */
const number = fc.oneof(
  fc.stringMatching(/^-?(0|[1-9][0-9]{0,25})(\.[0-9]{1,25})?([eE][+-]?[0-9]{1,3})?$/),
  fc.constantFrom('1.0', '-0', '1e400', '12345678901234567890', '0.10000000000000000001'),
);
/** Strings with whatever may stand between quotes, escaped or not. */
const string = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify(text).slice(1, -1)),
      fc.constantFrom('\\/', '\\"', '\\\\', '\\u00e9', '\\ud800', '\u2028', '{', '],'),
    ),
  )
  .map((parts) => `"${parts.join('')}"`);
const blank = fc.constantFrom('', '', ' ', '\n', '\t ', '\r\n');

/** JSON text: any numbers, any strings, any member names (also twice, also integers), blanks anywhere. */
const { object, value } = fc.letrec<{ value: string; array: string; object: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    number,
    string,
    fc.constantFrom('true', 'false', 'null', '{}', '[]'),
    tie('array'),
    tie('object'),
  ),
  array: fc
    .tuple(
      blank,
      fc.array(
        fc.tuple(tie('value'), blank).map((parts) => parts.join('')),
        { maxLength: 4 },
      ),
    )
    .map(([space, items]) => `[${space}${items.join(`,${space}`)}]`),
  object: fc
    .tuple(
      blank,
      fc.array(
        fc.tuple(fc.oneof(string, fc.constantFrom('"2"', '"1"', '"__proto__"', '""')), blank, tie('value'), blank),
        { maxLength: 4 },
      ),
    )
    .map(
      ([space, members]) =>
        `{${space}${members.map(([name, ...rest]) => `${name}${rest[0]}:${rest.join('')}`).join(`,${space}`)}}`,
    ),
}));

test('members are cut out as they were written', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.string(), value, blank), { selector: ([name]) => name }), (members) => {
      const text = `{${members.map(([name, of, space]) => `${space}${JSON.stringify(name)}${space}:${space}${of}${space}`).join(',')}}`;
      assert.deepEqual(
        [...membersOf(text)],
        members.map(([name, of]) => [name, of]),
      );
    }),
  );
  assert.deepEqual([...membersOf(' {"a":1,"a":2.0} ')], [['a', '2.0']], 'the last one of a name');
  for (const text of ['', '{', '[]', '1', 'null', '{"a":1}x']) assert.throws(() => membersOf(text), SyntaxError);
});

test('blanks go from between the parts, and nowhere else', () => {
  assert.equal(compact(' { "a b" : [ 1.0 , "c \\" d" ] } '), '{"a b":[1.0,"c \\" d"]}');
  fc.assert(
    fc.property(value, (text) => {
      const result = compact(text);
      assert.equal(compact(result), result);
      assert.deepEqual(JSON.parse(result), JSON.parse(text));
      assert.deepEqual(numbersIn(result), numbersIn(text));
    }),
  );
});

test('a script comes back as it was put: every digit, every escape, every member in its place', async () => {
  await using scripts = await ScriptClient.start({ operationTime: 0 });
  await fc.assert(
    fc.asyncProperty(object, async (properties) => {
      const accepted = await scripts.put('Any', { text: `{"properties":${properties},"name":"Any","etag":"x"}` });
      const wanted = `"properties":${compact(properties)}`;
      assert.ok((await scripts.poll(accepted)).text.includes(`${wanted},"etag"`));
      assert.ok((await scripts.get('Any')).text.includes(`${wanted},"etag"`));
      assert.ok((await scripts.send('GET', '/sqlScripts')).text.includes(`${wanted}}`));
    }),
    { numRuns: 60 },
  );
});

/** All numbers outside of strings, as they are written. */
function numbersIn(text: string): string[] {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, '""').match(/-?\d[\d.eE+-]*/g) ?? [];
}
