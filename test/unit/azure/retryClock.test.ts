import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AzureError } from '../../../src/azure/azureError.ts';
import type { ThrottledWait } from '../../../src/azure/restService.ts';
import { defaultRetryPolicy as policy } from '../../../src/azure/retry.ts';
import { type Transport, TransportError } from '../../../src/azure/transport.ts';
import { aPool, getPool, restartPool, serviceAt } from './support/service.ts';
import { VirtualClock } from './support/virtualClock.ts';

/** What one attempt meets: a status, with or without seconds to wait, or a connection that breaks. */
type Trouble = { readonly status: number; readonly seconds?: number } | { readonly code: string };

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record(
    { status: fc.constantFrom(408, 429, 429, 500, 502, 503, 504), seconds: fc.integer({ min: 0, max: 4_000 }) },
    { requiredKeys: ['status'] },
  ),
  fc.record({ code: fc.constantFrom('ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT') }),
);

/** Notes when, by the virtual clock, each attempt was made; after the troubles it answers. */
function troubled(troubles: readonly Trouble[], clock: VirtualClock): { transport: Transport; times: number[] } {
  const times: number[] = [];
  const transport: Transport = {
    send: () => {
      const met = troubles[times.length];
      times.push(clock.now());
      if (met !== undefined && 'code' in met) return Promise.reject(new TransportError(met.code, 'for a test'));
      const headers = met?.seconds === undefined ? {} : { 'retry-after': String(met.seconds) };
      return Promise.resolve({ status: met?.status ?? 200, statusText: '', headers, text: '{"name":"pool1"}' });
    },
  };
  return { transport, times };
}

test('in virtual time: no attempt comes before the service allows it, none is late, long waits are told, and it ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(trouble, { maxLength: 7 }),
      fc.boolean(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (troubles, reads, random) => {
        const clock = new VirtualClock();
        const { transport, times } = troubled(troubles, clock);
        const told: ThrottledWait[] = [];
        const { rest } = serviceAt('http://127.0.0.1:1', { clock, transport, random: () => random });
        const options = { onThrottled: (wait: ThrottledWait) => void told.push(wait) };
        const call = reads ? rest.call(getPool, aPool, options) : rest.call(restartPool, aPool, options);
        const isFine = await call.then(
          () => true,
          (error: unknown) => {
            assert.ok(error instanceof AzureError, String(error));
            return false;
          },
        );

        assert.ok(times.length >= 1 && times.length <= policy.attempts);
        const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
        waits.forEach((wait, index) => {
          const met = troubles[index];
          const asked = met !== undefined && 'status' in met ? (met.seconds ?? 0) * 1000 : 0;
          assert.ok(wait >= asked, 'before it was allowed');
          assert.ok(wait <= Math.max(asked + 1000, policy.longestBackoffMs), 'late');
          assert.ok(asked <= policy.longestWaitMs, 'slept for longer than anybody waits');
          // A POST that changes something is sent again only after a 429, which says that it was not executed.
          if (!reads) assert.ok(met !== undefined && 'status' in met && met.status === 429);
        });
        assert.equal(told.length, waits.filter((wait) => wait > 5_000).length);
        assert.equal(isFine, times.length === troubles.length + 1);
      },
    ),
    { numRuns: 300 },
  );
});
