import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { knownOperations, knownTypes } from '../../../../src/features/restConsole/requests/operationCatalogue.ts';
import { bodyProblems } from '../../../../src/features/restConsole/schema/bodyProblems.ts';
import { completionsAt, typeAt } from '../../../../src/features/restConsole/schema/completions.ts';
import { jsonProblems } from '../../../../src/features/restConsole/schema/jsonProblems.ts';
import { skeletonOf } from '../../../../src/features/restConsole/schema/skeleton.ts';
import type { Types } from '../../../../src/features/restConsole/schema/types.ts';

const types: Types = {
  Pool: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true },
      location: { type: 'string' },
      size: { type: 'string', enum: ['Small', 'Large'] },
      kind: { type: 'string', enum: ['A'], open: true },
      count: { type: 'integer' },
      on: { type: 'boolean' },
      tags: { type: 'object', additionalProperties: { type: 'string' } },
      list: { type: 'array', items: { $ref: 'Pool' } },
      maybe: { type: 'string', nullable: true },
      link: { $ref: 'Link' },
      any: {},
    },
    required: ['location', 'size'],
  },
  Link: {
    type: 'object',
    properties: { type: { type: 'string' } },
    required: ['type'],
    kinds: { by: 'type', types: { Blob: 'Blob', Other: 'Other' } },
  },
  Blob: {
    type: 'object',
    properties: { type: { type: 'string' }, url: { type: 'string' } },
    required: ['type', 'url'],
  },
  Other: { type: 'object', properties: { type: { type: 'string' } }, required: ['type'] },
};
const pool = { $ref: 'Pool' };

/** `|` is the cursor. */
function at(marked: string): [string, number] {
  return [marked.replace('|', ''), marked.indexOf('|')];
}

function labels(marked: string): string[] {
  const [text, offset] = at(marked);
  return completionsAt(text, offset, pool, types).map(({ label }) => label);
}

describe('a skeleton', () => {
  it('has what must be there, and the first of the values that there are', () => {
    assert.deepEqual(skeletonOf(pool, types), { location: '', size: 'Small' });
    assert.deepEqual(skeletonOf({ $ref: 'Link' }, types), { type: 'Blob', url: '' });
  });

  it('is valid for every operation that takes a body', () => {
    const bodies = knownOperations.flatMap(({ name, request }) => (request.body ? [{ name, body: request.body }] : []));
    assert.ok(bodies.length > 60);
    for (const { name, body } of bodies) {
      const skeleton = skeletonOf(body, knownTypes);
      if (skeleton === undefined) continue;
      assert.deepEqual(bodyProblems(JSON.stringify(skeleton), body, knownTypes), [], name);
    }
  });
});

describe('completions', () => {
  it('are the members that are not there yet, without those that only the service sets', () => {
    assert.deepEqual(labels('{ "location": "x", | }').slice(0, 3), ['size', 'kind', 'count']);
    assert.ok(!labels('{ | }').includes('id'));
    assert.deepEqual(labels('{ "link": { "type": "Blob", "|" } }'), ['url']);
    assert.ok(labels('{ "list": [ { "siz|" } ] }').includes('size'));
  });

  it('replace the word at the cursor, and write a value where there is none', () => {
    const [text, offset] = at('{ "lo|" }');
    const location = completionsAt(text, offset, pool, types).find(({ label }) => label === 'location');
    assert.deepEqual(
      [location?.from, location?.to, location?.text, location?.required],
      [2, 6, '"location": ""', true],
    );
    const [before, inKey] = at('{ "lo|": "x" }');
    assert.equal(completionsAt(before, inKey, pool, types)[0]?.text, '"location"');
  });

  it('are values where there is a list of them', () => {
    assert.deepEqual(labels('{ "size": "|" }'), ['"Small"', '"Large"']);
    assert.deepEqual(labels('{ "on": | }'), ['true', 'false']);
    assert.deepEqual(labels('{ "link": { "type": "|" } }'), ['"Blob"', '"Other"']);
    assert.deepEqual(labels('{ "location": "|" }'), []);
  });

  it('never fail, wherever the cursor is in whatever is there', () => {
    const text = '{ "location": [ { "size": , } ], "link": { "type": "Blob" "url" } ';
    for (let offset = 0; offset <= text.length; offset += 1) completionsAt(text, offset, pool, types);
  });
});

describe('problems of a body', () => {
  const problems = (text: string): string[] =>
    bodyProblems(text, pool, types).map(
      ({ code, member, offset, length }) => `${code} ${member} ${text.slice(offset, offset + length)}`,
    );

  it('are types, values, what is missing and what nobody knows, each where it stands', () => {
    assert.deepEqual(problems('{ "location": 1, "size": "Huge", "nothing": 1 }'), [
      'type location 1',
      'choice size "Huge"',
      'unknown nothing "nothing"',
    ]);
    assert.deepEqual(problems('{ "size": "Small" }'), ['missing location {']);
    assert.deepEqual(problems('{ "location": "", "size": "Small", "list": [ { "size": "Small" } ], "count": "1" }'), [
      'missing location {',
      'type count "1"',
    ]);
    assert.deepEqual(problems('{ "location": "", "size": "Small", "link": { "type": "Blob" } }'), ['missing url {']);
  });

  it('are not what may be: more values, any member, null, what the service sets, kinds that nobody knows', () => {
    assert.deepEqual(
      problems(
        '{ "id": "x", "location": "", "size": "Small", "kind": "B", "tags": { "a": "b" }, "maybe": null, "any": [1], "link": { "type": "New", "x": 1 } }',
      ),
      [],
    );
  });

  it('are not looked for in what is no JSON, which is told with its line', () => {
    assert.deepEqual(
      jsonProblems('{\n  "a": 1\n  "b": 2 // no\n}').map(({ line, about }) => [line, about]),
      [
        [2, 'CommaExpected'],
        [2, 'InvalidCommentToken'],
      ],
    );
  });
});

it('the type of a member is told where it stands', () => {
  const [text, offset] = at('{ "si|ze": "Small" }');
  assert.deepEqual(typeAt(text, offset, pool, types), {
    name: 'size',
    type: '"Small" | "Large"',
    required: true,
    readOnly: false,
  });
});
