import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Method } from '../../../src/azure/operation.ts';
import { defaultRetryPolicy, type Failure, isRepeatable, waitBeforeRetry } from '../../../src/azure/retry.ts';
import { retryAfterSeconds } from '../../../src/azure/retryAfter.ts';

const policy = defaultRetryPolicy;
const longest = (repeatable: boolean, failure: Failure, attempt = 1): number | undefined =>
  waitBeforeRetry(repeatable, failure, attempt, () => 1);

test('reads, PUT and DELETE may be repeated, and a POST only where it reads', () => {
  const repeatable = (method: Method): boolean => isRepeatable(method, {});
  assert.deepEqual((['GET', 'HEAD', 'PUT', 'DELETE', 'POST', 'PATCH'] as const).filter(repeatable), [
    'GET',
    'HEAD',
    'PUT',
    'DELETE',
  ]);
  assert.ok(isRepeatable('POST', { readOnly: true }));
  assert.ok(isRepeatable('POST', { pages: { by: 'skipToken', items: 'data' } }));
  assert.ok(!isRepeatable('PUT', { once: true }));
});

test('which failures are repeated', () => {
  const statuses = [400, 401, 403, 404, 408, 409, 412, 429, 500, 501, 502, 503, 504];
  assert.deepEqual(
    statuses.filter((status) => longest(true, { status }) !== undefined),
    [408, 429, 500, 502, 503, 504],
  );
  assert.deepEqual(
    statuses.filter((status) => longest(false, { status }) !== undefined),
    [429],
  );
  const codes = ['ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'EAI_AGAIN', 'ENOTFOUND', 'DEPTH_ZERO_SELF_SIGNED_CERT'];
  assert.deepEqual(
    codes.filter((code) => longest(true, { code }) !== undefined),
    ['ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'EAI_AGAIN'],
  );
  assert.ok(codes.every((code) => longest(false, { code }) === undefined));
});

test('a time-out is repeated once', () => {
  assert.notEqual(longest(true, { code: 'ETIMEDOUT' }, 1), undefined);
  assert.equal(longest(true, { code: 'ETIMEDOUT' }, 2), undefined);
});

test('a service that asks for more than the longest wait is not waited for', () => {
  assert.notEqual(longest(true, { status: 429, retryAfterSeconds: 120 }), undefined);
  assert.equal(longest(true, { status: 429, retryAfterSeconds: 121 }), undefined);
});

test('waits are bounded, keep what the service asks, and attempts end', () => {
  const failures = fc.oneof(
    fc.record({ status: fc.integer({ min: 100, max: 599 }), retryAfterSeconds: fc.integer({ min: 0, max: 10_000 }) }),
    fc.record({ status: fc.integer({ min: 100, max: 599 }) }),
    fc.record({ code: fc.constantFrom('ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', '') }),
  );
  fc.assert(
    fc.property(
      fc.boolean(),
      failures,
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (repeatable, failure: Failure, attempt, random) => {
        const wait = waitBeforeRetry(repeatable, failure, attempt, () => random);
        if (attempt >= policy.attempts) assert.equal(wait, undefined);
        if (wait === undefined) return;
        const asked = 'status' in failure ? (failure.retryAfterSeconds ?? 0) * 1000 : 0;
        assert.ok(wait >= asked && wait <= policy.longestWaitMs + 1000);
        if (asked === 0) assert.ok(wait <= policy.baseMs * 2 ** (attempt - 1));
      },
    ),
  );
});

const now = Date.UTC(2026, 0, 1, 12);

for (const [what, status, headers, text, seconds] of [
  ['seconds', 503, { 'retry-after': ' 17 ' }, '', 17],
  ['a date', 503, { 'retry-after': 'Thu, 01 Jan 2026 12:01:30 GMT' }, '', 90],
  ['a date in the past', 503, { 'retry-after': 'Thu, 01 Jan 2026 11:00:00 GMT' }, '', 0],
  ['the spelling of dedicated SQL pools', 202, { retryafter: '15' }, '', 15],
  ['nonsense', 503, { 'retry-after': 'soon 7' }, '', undefined],
  ['a negative number', 503, { 'retry-after': '-5' }, '', undefined],
  ['the quota of Resource Graph', 429, { 'x-ms-user-quota-resets-after': '00:01:05' }, '', 65],
  ['that quota without throttling', 200, { 'x-ms-user-quota-resets-after': '00:01:05' }, '', undefined],
  ['words of the workspace endpoint', 429, {}, '{"message":"… will fail. Retry in 2131 seconds."}', 2131],
  ['those words in an answer that is no throttling', 200, {}, 'Retry in 2131 seconds.', undefined],
  ['nothing', 429, {}, '', undefined],
] as const) {
  test(`Retry-After: ${what}`, () => assert.equal(retryAfterSeconds({ status, headers, text }, now), seconds));
}
