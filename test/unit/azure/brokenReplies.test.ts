import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AzureError } from '../../../src/azure/azureError.ts';
import type { Clock } from '../../../src/azure/clock.ts';
import { type LongRunningEnd, operation, type Paging } from '../../../src/azure/operation.ts';
import { type Transport, TransportError, type TransportReply } from '../../../src/azure/transport.ts';
import { aPool, getPool, serviceAt, tenantId } from './support/service.ts';

/** Whatever a service answers: every call ends, with a result or with an AzureError, and sends nothing elsewhere. */

const origin = 'http://127.0.0.1:4321';

const link = fc.oneof(
  fc.constantFrom(
    `${origin}/resourceManager/next?x=1`,
    '/resourceManager/next',
    'https://evil.test/',
    '',
    'http://',
    '?',
  ),
  fc.string(),
);
const state = fc.constantFrom('Succeeded', 'Failed', 'Canceled', 'InProgress', 'Odd', '', 7, null);
const body = fc.record(
  {
    value: fc.oneof(fc.array(fc.constantFrom(1, null)), fc.constantFrom(null, 'x', {})),
    data: fc.constantFrom([], null, 7),
    nextLink: fc.oneof(link, fc.constantFrom(null, 7, {})),
    $skipToken: fc.oneof(fc.string(), fc.constantFrom(null, 7)),
    status: state,
    state,
    operationId: fc.oneof(fc.string(), fc.constantFrom('..', '../..', null)),
    properties: fc.oneof(fc.record({ provisioningState: state }, { requiredKeys: [] }), fc.constantFrom(null, 'x', [])),
    error: fc.oneof(fc.string(), fc.constantFrom(null, [], { code: 7 }, { message: '{' })),
  },
  { requiredKeys: [] },
);
const reply: fc.Arbitrary<TransportReply> = fc.record({
  status: fc.constantFrom(
    100,
    200,
    200,
    200,
    201,
    202,
    202,
    202,
    204,
    301,
    304,
    400,
    401,
    404,
    407,
    409,
    429,
    500,
    599,
  ),
  statusText: fc.string(),
  headers: fc.record(
    {
      location: link,
      'azure-asyncoperation': link,
      'retry-after': fc.oneof(fc.string(), fc.constantFrom('0', '1', '99999', '1e9')),
      'x-ms-continuation': fc.string(),
      'x-ms-request-id': fc.string(),
      'www-authenticate': fc.constantFrom('', 'claims="', 'Bearer claims=x'),
    },
    { requiredKeys: [] },
  ),
  text: fc.oneof(
    body.map((value) => JSON.stringify(value)),
    fc.string(),
    fc.constantFrom('', 'null', '[]', '<html>', '"{}"'),
  ),
});

function answering(replies: readonly (TransportReply | string)[]): Transport {
  let next = 0;
  return {
    send: ({ url }) => {
      assert.equal(new URL(url).origin, origin);
      const answer = replies[next++ % replies.length];
      if (typeof answer === 'object') return Promise.resolve(answer);
      return Promise.reject(new TransportError(answer ?? 'ECONNRESET', 'for a test'));
    },
  };
}

/** Passes a hundred times faster than it is slept, so that operations without an end are given up after few polls. */
function hastyClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    sleep: (ms) => {
      now += ms * 100;
      return Promise.resolve();
    },
  };
}

async function read(pages: AsyncIterable<unknown>): Promise<void> {
  for await (const page of pages) assert.ok(page);
}

const declared = { id: 'Test', plane: 'resourceManager', path: '/things', apiVersion: '1' } as const;

test('every call ends, whatever is answered', async () => {
  const replies = fc.array(
    fc.oneof({ weight: 9, arbitrary: reply }, { weight: 1, arbitrary: fc.constant('ECONNRESET') }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  const paging = fc.constantFrom<Paging[]>(
    { by: 'nextLink', items: 'value', property: 'nextLink' },
    { by: 'skipToken', items: 'data' },
    { by: 'continuationHeader', items: 'value', header: 'x-ms-continuation' },
  );
  const end = fc.constantFrom<LongRunningEnd[]>(
    { then: 'location' },
    { then: 'nothing' },
    { then: 'get', path: '/thing' },
  );
  const method = fc.constantFrom('PUT' as const, 'POST' as const, 'PATCH' as const, 'DELETE' as const);
  await fc.assert(
    fc.asyncProperty(replies, paging, end, method, async (answers, by, longRunning, verb) => {
      const { rest } = serviceAt(origin, { transport: answering(answers), clock: hastyClock(), mostPages: 20 });
      const list = operation<{ item: unknown }>()({ ...declared, method: 'GET', pages: by });
      const change = operation<{ result: unknown }>()({ ...declared, method: verb, longRunning });
      const outcomes = await Promise.allSettled([
        rest.call(getPool, aPool),
        read(rest.pages(list, { tenantId })),
        rest.run(change, { tenantId }),
      ]);
      for (const outcome of outcomes) {
        if (outcome.status === 'fulfilled') continue;
        assert.ok(outcome.reason instanceof AzureError, String(outcome.reason));
        assert.ok(outcome.reason.message !== '');
      }
    }),
    { numRuns: 300 },
  );
});
