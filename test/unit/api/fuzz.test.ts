import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AzureError } from '../../../src/azure/azureError.ts';
import type { Clock } from '../../../src/azure/clock.ts';
import type { LongRunningOperation, Operation, PagedOperation, PlainOperation } from '../../../src/azure/operation.ts';
import type { RestService } from '../../../src/azure/restService.ts';
import { type Transport, TransportError, type TransportReply } from '../../../src/azure/transport.ts';
import { serviceAt, tenantId } from '../azure/support/service.ts';
import { brokenReply, origin, strangeReplies } from './support/brokenReplies.ts';
import { everyOperation } from './support/everyOperation.ts';

/**
 * Broken replies to every declared operation, in virtual time and with a bounded number of cases: whatever comes back,
 * a call ends, with a result or with an AzureError, and sends nothing elsewhere. FUZZ_SEED repeats a run.
 */

const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const casesPerOperation = 25;
/** More requests in one call than any bound of the service allows: it would go on for ever. */
const mostRequests = 3_000;

const operations = (await everyOperation()).map(({ operation }) => operation);

/** Answers with the replies in turn, again and again; a text is the code of a connection that breaks. */
function answering(replies: readonly (TransportReply | string)[]): Transport {
  let sent = 0;
  return {
    send: ({ url }) => {
      assert.equal(new URL(url).origin, origin);
      assert.ok(sent < mostRequests, 'goes on for ever');
      const reply = replies[sent++ % replies.length];
      if (typeof reply === 'object') return Promise.resolve(reply);
      return Promise.reject(new TransportError(reply ?? 'ECONNRESET', 'for a test'));
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

function parametersOf({ path, wholePaths = [], plane }: Operation): Record<string, unknown> & { tenantId: string } {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const values = names.map((name) => [name, wholePaths.includes(name) ? '/a/b' : 'a'] as const);
  return {
    tenantId,
    ...Object.fromEntries(values),
    ...(plane === 'workspace' ? { endpoint: `${origin}/workspaces/ws` } : {}),
    body: {},
  };
}

async function execute(rest: RestService, operation: Operation): Promise<unknown> {
  // The types of single declarations are gone here; each way to execute is given what it takes.
  const parameters = parametersOf(operation);
  if (operation.longRunning !== undefined) return rest.run(operation as LongRunningOperation, parameters);
  if (operation.pages === undefined) return rest.call(operation as PlainOperation, parameters);
  const pages: unknown[] = [];
  for await (const { items } of rest.pages(operation as PagedOperation, parameters)) {
    assert.ok(Array.isArray(items));
    pages.push(items);
  }
  return pages;
}

async function endsWell(operation: Operation, replies: readonly (TransportReply | string)[]): Promise<boolean> {
  const { rest } = serviceAt(origin, { transport: answering(replies), clock: hastyClock(), mostPages: 20 });
  try {
    await execute(rest, operation);
    return true;
  } catch (error) {
    assert.ok(error instanceof AzureError, `${operation.id}: ${String(error)}`);
    assert.ok(error.message.trim() !== '' && error.message.length <= 4_000, operation.id);
    assert.equal(error.operation, operation.id);
    return false;
  }
}

function summary(results: number, cases: number): string {
  return `${String(cases)} cases of ${String(operations.length)} operations: ${String(results)} results, ${String(cases - results)} errors`;
}

test('strange bodies, to every operation', async (t) => {
  let results = 0;
  for (const operation of operations) {
    // Deep bodies are slow to parse: each operation gets its share of them, all together get all, many times.
    const start = operations.indexOf(operation);
    const replies = strangeReplies.filter((_reply, index) => index % 8 === start % 8);
    for (const reply of replies) results += Number(await endsWell(operation, [reply]));
  }
  const cases = (operations.length * strangeReplies.length) / 8;
  assert.ok(results > 0 && results < cases);
  t.diagnostic(summary(results, cases));
});

test('broken replies in any order, to every operation', async (t) => {
  t.diagnostic(`FUZZ_SEED=${String(seed)}`);
  const replies = fc.array(
    fc.oneof({ weight: 12, arbitrary: brokenReply }, { weight: 1, arbitrary: fc.constantFrom('ECONNRESET', 'EPROTO') }),
    { minLength: 1, maxLength: 4 },
  );
  let results = 0;
  let cases = 0;
  for (const [index, operation] of operations.entries()) {
    const property = fc.asyncProperty(replies, async (answers) => {
      cases++;
      results += Number(await endsWell(operation, answers));
    });
    await fc.assert(property, { seed: seed + index, numRuns: casesPerOperation });
  }
  assert.ok(results > 0 && results < cases);
  t.diagnostic(summary(results, cases));
});
