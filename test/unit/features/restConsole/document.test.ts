import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { RequestText } from '../../../../src/features/restConsole/document/httpDocument.ts';
import { parseDocument } from '../../../../src/features/restConsole/document/parseDocument.ts';
import { type DocumentText, printDocument } from '../../../../src/features/restConsole/document/printDocument.ts';
import { inJson, substituted, UnknownVariable } from '../../../../src/features/restConsole/document/variables.ts';

const name = fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/u);
/** One line without spaces around it. */
const line = fc.stringMatching(/^(?:[^\s\p{C}\p{Z}\ufeff]([^\r\n\p{C}\p{Zl}\p{Zp}]{0,20}[^\s\p{C}\p{Z}\ufeff])?)?$/u);
const segment = fc.stringMatching(/^[\w.~%{}$-]{1,12}$/u);
const pair = fc.tuple(fc.stringMatching(/^[\w$.-]{1,8}$/u), fc.stringMatching(/^[\w.%{}=~-]{0,12}$/u));
const request: fc.Arbitrary<RequestText> = fc
  .record(
    {
      title: line.filter((text) => !text.startsWith('#')),
      operation: name,
      method: fc.constantFrom('GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'HEAD'),
      path: fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => `/${segments.join('/')}`),
      query: fc.array(pair, { maxLength: 3 }),
      headers: fc.array(fc.tuple(fc.stringMatching(/^[A-Za-z][\w-]{0,10}$/u), line), { maxLength: 3 }),
      body: fc.json().map((text) => JSON.stringify(JSON.parse(text), undefined, 2)),
      file: fc.stringMatching(/^[\w.-]{1,10}$/u),
    },
    { requiredKeys: ['title', 'method', 'path', 'query', 'headers'], noNullPrototype: true },
  )
  .map(({ file, body, ...rest }) => ({
    ...rest,
    ...(file === undefined ? body !== undefined && { body } : { file }),
  }));
const documentText: fc.Arbitrary<DocumentText> = fc.record(
  {
    variables: fc.uniqueArray(fc.record({ name, value: line }, { noNullPrototype: true }), {
      selector: (one) => one.name,
      maxLength: 4,
    }),
    requests: fc.array(request, { maxLength: 4 }),
  },
  { noNullPrototype: true },
);

function parsedText(text: string): DocumentText {
  const { variables, requests } = parseDocument(text);
  return {
    variables: variables.map(({ name: of, value }) => ({ name: of, value })),
    requests: requests.map(({ lines: _lines, ...rest }) => rest),
  };
}

describe('a document of requests', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(documentText, (document) => {
        const text = printDocument(document);
        assert.deepEqual(parsedText(text), document);
        assert.deepEqual(parsedText(text.replaceAll('\n', '\r\n')), document);
        assert.deepEqual(parseDocument(text).problems, []);
      }),
    );
  });

  it('never fails to be read, and every problem is on one of its lines', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('#', '@', 'G', 'GET ', '/', '\n', ' ', ':', '{', '=', 'a', '<', '?', '&') }),
        (text) => {
          const lines = text.split('\n').length;
          for (const { line: at } of parseDocument(text).problems) assert.ok(at >= 0 && at < lines);
          for (const { lines: at } of parseDocument(text).requests) assert.ok(at.request < at.end && at.end <= lines);
        },
      ),
    );
  });

  it('says what is wrong, and where', () => {
    const text = [
      '@workspace = contoso',
      '@workspace = other',
      '@ x = 1',
      'what is this',
      '',
      '###',
      'FETCH /sqlScripts',
      '###',
      'GET https://example.org/sqlScripts',
      'no header',
      '###',
      'GET sqlScripts',
    ].join('\n');
    assert.deepEqual(
      parseDocument(text).problems.map(({ line: at, code }) => [at, code]),
      [
        [1, 'variableTwice'],
        [2, 'variable'],
        [3, 'method'],
        [3, 'path'],
        [6, 'method'],
        [8, 'host'],
        [9, 'header'],
        [11, 'path'],
      ],
    );
  });

  it('takes what other clients write: continued queries, HTTP/1.1, comments, lower case, blank lines', () => {
    const { requests, problems } = parseDocument(
      [
        '// a comment',
        'get /roleAssignments HTTP/1.1',
        '  ?roleId=1',
        '  &scope=x',
        '# another',
        'If-Match: *',
        '',
        '',
        '{}',
        '',
        '',
      ].join('\n'),
    );
    assert.deepEqual(problems, []);
    const [first] = requests;
    assert.deepEqual(
      { method: first?.method, path: first?.path, query: first?.query, headers: first?.headers, body: first?.body },
      {
        method: 'GET',
        path: '/roleAssignments',
        query: [
          ['roleId', '1'],
          ['scope', 'x'],
        ],
        headers: [['If-Match', '*']],
        body: '{}',
      },
    );
    assert.equal(first?.lines.body, 8);
  });
});

describe('variables', () => {
  const values = new Map([
    ['name', 'Top customers/2024'],
    ['path', '/x/{{name}}'],
    ['a', '{{b}}'],
    ['b', '{{a}}'],
  ]);

  it('become what fits the place', () => {
    assert.equal(substituted('/sqlScripts/{{name}}', values, encodeURIComponent), '/sqlScripts/Top%20customers%2F2024');
    assert.equal(substituted('{{ path }}', values), '/x/Top customers/2024');
    assert.equal(substituted('"{{name}}"', new Map([['name', 'a"b\\']]), inJson), '"a\\"b\\\\"');
    assert.match(substituted('{{$guid}}', values), /^[0-9a-f]{8}-[0-9a-f-]{27}$/u);
  });

  it('that are unknown or lead back to themselves are told by name', () => {
    const nameOf = (text: string): string => {
      try {
        return substituted(text, values);
      } catch (error) {
        assert.ok(error instanceof UnknownVariable);
        return `unknown ${error.variable}`;
      }
    };
    assert.equal(nameOf('{{nothing}}'), 'unknown nothing');
    assert.equal(nameOf('{{a}}'), 'unknown a');
  });
});
