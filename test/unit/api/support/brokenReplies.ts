import fc from 'fast-check';
import type { TransportReply } from '../../../../src/azure/transport.ts';

/** Where the service of the tests is said to be; nothing listens there. */
export const origin = 'http://127.0.0.1:4321';

const depth = 6_000;

/** Bodies that no service should send, and that have broken clients. */
const strange: readonly string[] = [
  '',
  ' \n\t',
  'null',
  'true',
  '0',
  '""',
  '[]',
  '{}',
  '"{\\"value\\":[]}"',
  '{"value":[{"name":"a"}, {"na',
  '{"value":[1,]}',
  '\ufeff{}',
  '\0\0\0\0',
  '<html><title>Sign in</title></html>',
  '<?xml version="1.0"?><Error><Code>AuthenticationFailed</Code></Error>',
  '<',
  'upstream connect error or disconnect/reset before headers',
  '{"value":1e999,"count":123456789012345678901234567890,"status":-0}',
  '{"__proto__":{"value":[]},"constructor":null,"toString":7}',
  '{"value":{"length":4294967295},"data":{"length":-1}}',
  '{"error":{"message":"{\\"error\\":{\\"message\\":\\"{\\\\\\"message\\\\\\":null}\\"}}"}}',
  '['.repeat(depth) + ']'.repeat(depth),
  '{"error":{"details":['.concat('{"message":"m","details":['.repeat(depth), ']}'.repeat(depth), ']}}'),
  '{"properties":'.repeat(depth).concat('null', '}'.repeat(depth)),
];

const link = fc.oneof(
  fc.constantFrom(
    `${origin}/resourceManager/next?api-version=1`,
    `${origin}/workspaces/ws/next`,
    `${origin}/workspaces/other/next`,
    '/resourceManager/next',
    '/workspaces/ws/next',
    'next',
    '?',
    '',
    'http://',
    'https://evil.test/resourceManager/next',
    '//evil.test/',
    'http://127.0.0.1:4321@evil.test/',
    'javascript:alert(1)',
    'x'.repeat(10_000),
  ),
  fc.string(),
);

const names = [
  ...['value', 'data', 'nextLink', '$skipToken', 'status', 'state', 'properties', 'provisioningState', 'name', 'id'],
  ...['error', 'code', 'message', 'details', 'operationId', 'count', 'runId', 'sessions', 'AccessDecisions', 'x'],
];

/** JSON of the members that clients look at, with anything in them: nulls, numbers beyond reason, lists in lists. */
const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
  anything: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, -1, 1e308, Number.MAX_SAFE_INTEGER + 2, '', 'Succeeded', 'Failed', 'InProgress', '..'),
    link,
    fc.array(tie('anything'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('anything'), { maxKeys: 6 }),
  ),
}));

const json = anything.map((value) => JSON.stringify(value));
const cutOff = fc.tuple(json, fc.nat(60)).map(([text, length]) => text.slice(0, length));

const headers = fc.record(
  {
    'content-type': fc.constantFrom('application/json', 'text/html', 'application/octet-stream', '', 'nonsense;;;'),
    location: link,
    'azure-asyncoperation': link,
    'retry-after': fc.oneof(fc.string(), fc.constantFrom('0', '1', '-1', '1e9', '9'.repeat(400), 'Thu, 99 Foo 2026')),
    retryafter: fc.constantFrom('15', 'x'),
    'x-ms-continuation': fc.constantFrom('', ' ', 'again', 'x'.repeat(5_000)),
    'x-ms-request-id': fc.string(),
    'www-authenticate': fc.constantFrom('', 'Bearer claims="', 'claims=,,,=', 'Bearer error="insufficient_claims"'),
  },
  { requiredKeys: [] },
);

/** A reply that is wrong in some way; some are right by chance, so that what comes after them is reached too. */
export const brokenReply: fc.Arbitrary<TransportReply> = fc.record({
  status: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(200, 201, 202, 204) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(100, 206, 301, 304, 400, 401, 403, 404, 407, 409, 429, 500, 503, 599, 999),
    },
  ),
  statusText: fc.string(),
  headers,
  text: fc.oneof(fc.constantFrom(...strange), json, json, cutOff),
});

/** Each of the strange bodies as a success and as an error. */
export const strangeReplies: readonly TransportReply[] = strange.flatMap((text) =>
  [200, 202, 400, 500].map((status) => ({ status, statusText: '', headers: {}, text })),
);
