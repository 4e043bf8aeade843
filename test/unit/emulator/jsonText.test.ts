import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { JsonText, jsonTextOf } from '../../../emulator/http/jsonText.ts';

test('a value without text in it is written as JSON.stringify writes it', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => jsonTextOf(value) === JSON.stringify(value)));
  assert.equal(jsonTextOf({ a: undefined, b: [undefined] }), '{"b":[null]}');
});

test('text in it stays as it is', () => {
  assert.equal(
    jsonTextOf({ a: [new JsonText('1.0')], b: new JsonText('{"2":1,"1":2}') }),
    '{"a":[1.0],"b":{"2":1,"1":2}}',
  );
});
