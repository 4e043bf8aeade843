import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readErrorBody, readServiceError, type ServiceError } from '../../../src/azure/errorReader.ts';

const read = (body: unknown, status = 400, statusText = 'Bad Request'): ServiceError =>
  readServiceError({ status, statusText, text: typeof body === 'string' ? body : JSON.stringify(body) });

const shapes: readonly [what: string, body: unknown, expected: ServiceError][] = [
  [
    'envelope of Resource Manager',
    { error: { code: 'ResourceNotFound', message: 'Not there.', target: 'x' } },
    { code: 'ResourceNotFound', message: 'Not there.' },
  ],
  [
    'details, nested and repeated ones',
    {
      error: {
        code: 'ValidationFailed',
        message: 'Failed.',
        details: [
          { code: 'BadPassword', message: 'Too short.' },
          { message: 'Failed.' },
          { code: 'Outer', message: 'Out.', details: [{ message: 'In.' }] },
          { code: 'OnlyCode' },
          null,
        ],
      },
    },
    { code: 'ValidationFailed', message: 'Failed.\nBadPassword: Too short.\nOuter: Out.\nIn.\nOnlyCode' },
  ],
  [
    'flat object of Data Factory',
    { code: 'PipelineNotFound', message: 'The Pipeline X was not found.' },
    { code: 'PipelineNotFound', message: 'The Pipeline X was not found.' },
  ],
  [
    'flat object with nulls',
    { code: 'NotFound', message: 'No document.', target: '/x', details: null, error: null },
    { code: 'NotFound', message: 'No document.' },
  ],
  [
    'numeric code and error as a text',
    { code: 404, message: 'GetNotebook failed', result: null, error: 'Failed Component = X, ErrorCode = 404' },
    { code: '404', message: 'GetNotebook failed\nFailed Component = X, ErrorCode = 404' },
  ],
  [
    'flat object of SQL',
    { code: 'NotFound', message: 'No administrator.', details: [], innererror: [] },
    { code: 'NotFound', message: 'No administrator.' },
  ],
  [
    'JSON in the message',
    { error: { code: 'UnknownError', message: '{"CorrelationId":"1","StatusCode":404,"Message":"No endpoint."}' } },
    { code: 'UnknownError', message: 'No endpoint.' },
  ],
  [
    'JSON in a text',
    JSON.stringify('{"error":{"code":"Inner","message":"Within."}}'),
    { code: 'Inner', message: 'Within.' },
  ],
  ['a text in JSON', '"Just words."', { message: 'Just words.' }],
  [
    'Microsoft Entra',
    { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret.' },
    { message: 'AADSTS7000215: Invalid client secret.\ninvalid_client' },
  ],
  ['capitals', { Code: 'Nope', Message: 'Big.' }, { code: 'Nope', message: 'Big.' }],
  [
    'message with a language',
    { 'odata.error': { code: 'X', message: { lang: 'en', value: 'Hi.' } } },
    { code: 'X', message: 'Hi.' },
  ],
  ['only a code', { error: { code: 'Busy' } }, { code: 'Busy', message: 'Busy' }],
  ['only an inner text', { error: { message: 'Poll failed.' } }, { message: 'Poll failed.' }],
  ['a list', [1, 2], { message: 'HTTP 400 Bad Request' }],
  ['null', 'null', { message: 'HTTP 400 Bad Request' }],
  ['nothing', '', { message: 'HTTP 400 Bad Request' }],
  [
    'a web page',
    '<html><title>Proxy\n says no</title><body>…</body></html>',
    { message: 'HTTP 400 Bad Request: Proxy says no' },
  ],
  ['a web page without a title', '<p>Denied <b>here</b></p>', { message: 'HTTP 400 Bad Request: Denied here' }],
  ['words', 'upstream connect error', { message: 'HTTP 400 Bad Request: upstream connect error' }],
];

for (const [what, body, expected] of shapes) {
  test(`error shape: ${what}`, () => assert.deepEqual(read(body), expected));
}

test('without a reason phrase the status is enough', () => assert.equal(read('', 502, '').message, 'HTTP 502'));

test('a very long message is cut', () => {
  const { message } = read({ message: 'x'.repeat(100_000) });
  assert.equal(message.length, 4000);
  assert.ok(message.endsWith('…'));
});

test('details within details without end are not followed to it', () => {
  const depth = 50_000;
  const text = '{"details":['.repeat(depth) + ']}'.repeat(depth);
  assert.equal(read(`{"message":"Failed.",${text.slice(1)}`).message, 'Failed.');
});

test('keys and tokens are masked', () => {
  const token = `eyJhbGciOiJub25lIn0.${'a'.repeat(3990)}.sig`;
  const { message } = read({
    message: `Bad ${token} in https://x.test/?sv=1&sig=abc%2Fdef&x=1 and AccountKey=abcd==;Password = p4ss; done`,
  });
  assert.equal(message, 'Bad *** in https://x.test/?sv=1&sig=***&x=1 and AccountKey=***;Password = ***; done');
});

test('whatever the body is, the message is there, is short, and holds no token', () => {
  const token = 's3cr3t-t0ken';
  const words = fc.oneof(fc.string(), fc.constantFrom(token, `x${token}x`.repeat(400), `{"message":"${token}"}`));
  const keys = fc.constantFrom('error', 'code', 'message', 'Message', 'details', 'value', 'error_description', 'x');
  const { json } = fc.letrec<{ json: unknown }>((tie) => ({
    json: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, 1e999),
      fc.integer(),
      words,
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(keys, tie('json'), { maxKeys: 5 }),
    ),
  }));
  fc.assert(
    fc.property(fc.oneof(json, fc.constant(undefined)), words, fc.boolean(), (body, text, asJson) => {
      const sent = asJson ? JSON.stringify(body) : text;
      const found = [
        readServiceError({ status: 500, statusText: '', text: sent ?? '' }, [token]),
        readErrorBody(body, 'fallback', [token]),
      ];
      for (const { message, code } of found) {
        assert.ok(message.trim() !== '' && message.length <= 4000);
        assert.ok(!`${code} ${message}`.includes(token));
      }
    }),
    { numRuns: 500 },
  );
});
