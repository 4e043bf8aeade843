import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HostLimits } from '../../../src/azure/hostLimits.ts';
import { operation } from '../../../src/azure/operation.ts';
import type { Transport, TransportReply, TransportRequest } from '../../../src/azure/transport.ts';
import { aPool, getPool, serviceAt, tenantId } from './support/service.ts';
import { answer, TestServer } from './support/testServer.ts';

test('not more than the allowed number of requests is in flight, and all of them are used', async () => {
  let inFlight = 0;
  let most = 0;
  await using server = await TestServer.start(async (_request, response) => {
    most = Math.max(most, ++inFlight);
    await new Promise((resolve) => setImmediate(resolve));
    // Full before any is answered: otherwise the highest number would be a matter of luck.
    await server.arrived(3);
    inFlight--;
    answer(response, 200, { name: 'p' });
  });
  const { rest } = serviceAt(server.url, { requestsPerHost: 3 });
  const names = Array.from({ length: 20 }, (_value, index) => `pool${index}`);
  await Promise.all(names.map((sqlPoolName) => rest.call(getPool, { ...aPool, sqlPoolName })));
  assert.equal(most, 3);
  assert.equal(server.received.length, 20);
});

test('a request that waits before its repetition leaves its place to others', async () => {
  const woken = Promise.withResolvers<void>();
  await using server = await TestServer.start((request, response) => {
    const throttled = request.url.includes('throttled') && server.received.length === 1;
    answer(response, throttled ? 429 : 200, { name: 'p' }, throttled ? { 'Retry-After': '60' } : {});
  });
  const { rest } = serviceAt(server.url, {
    requestsPerHost: 1,
    clock: { now: () => 0, sleep: () => woken.promise },
  });
  const waiting = rest.call(getPool, { ...aPool, sqlPoolName: 'throttled' });
  await server.arrived(1);
  await rest.call(getPool, { ...aPool, sqlPoolName: 'other' });
  woken.resolve();
  await waiting;
  assert.equal(server.received.length, 3);
});

test('what is aborted while it waits for its turn is never begun', async () => {
  const limits = new HostLimits(1);
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = limits.run('host', () => promise);
  let begun = false;
  const controller = new AbortController();
  const second = limits.run('host', () => Promise.resolve((begun = true)), controller.signal);
  controller.abort();
  await assert.rejects(second, { name: 'AbortError' });
  resolve();
  await first;
  await limits.run('host', () => Promise.resolve());
  assert.equal(begun, false);
});

test('polls give way to what has not begun, and yet get their turn', async () => {
  const limits = new HostLimits(1);
  const order: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const note = (name: string) => (): Promise<void> => {
    order.push(name);
    return Promise.resolve();
  };
  const all = [
    limits.run('host', () => promise),
    ...['a', 'b'].map((poll) => limits.run('host', note(poll), undefined, 'patient')),
    ...Array.from({ length: 20 }, (_, index) => limits.run('host', note(String(index)))),
  ];
  resolve();
  await Promise.all(all);
  const first = Array.from({ length: 8 }, (_, index) => String(index));
  const second = Array.from({ length: 8 }, (_, index) => String(index + 8));
  assert.deepEqual(order, [...first, 'a', ...second, 'b', '16', '17', '18', '19']);
});

test('a failure hands its turn on', async () => {
  const limits = new HostLimits(1);
  const failing = limits.run('host', () => Promise.reject(new Error('no')));
  const next = limits.run('host', () => Promise.resolve('next'));
  await assert.rejects(failing, /no/);
  assert.equal(await next, 'next');
});

test('an operation is begun before the end of an earlier one is asked for', async () => {
  const wire = new HeldTransport();
  const { rest, tokens } = serviceAt('http://127.0.0.1:4321', { transport: wire, requestsPerHost: 1 });
  const pause = (name: string): Promise<unknown> => rest.run(pausePool, { tenantId, name });
  const running = [pause('a'), pause('b')];
  await wire.sent('POST a');
  wire.answer();
  await wire.sent('POST b');
  // The question about the first one is due at once, since time is virtual. It has its token, and waits for its turn.
  while (tokens.requests.length < 3) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  running.push(pause('c'));
  const order: string[] = ['POST b'];
  while (order.length < 5) {
    await new Promise((resolve) => setImmediate(resolve));
    wire.answer();
    order.push(await wire.next());
  }
  wire.answer();
  await Promise.all(running);
  assert.deepEqual(order, ['POST b', 'POST c', 'GET a', 'GET b', 'GET c']);
});

const pausePool = operation<{ result: undefined }>()({
  id: 'Pools_Pause',
  plane: 'resourceManager',
  method: 'POST',
  path: '/{name}',
  longRunning: { then: 'nothing' },
});

/** Answers the one request on the wire when it is told to: 202 to a POST, the end of the operation to a GET. */
class HeldTransport implements Transport {
  #held: { readonly request: TransportRequest; readonly resolve: (reply: TransportReply) => void } | undefined;
  #arrival = Promise.withResolvers<string>();

  send(request: TransportRequest): Promise<TransportReply> {
    const { promise, resolve } = Promise.withResolvers<TransportReply>();
    this.#held = { request, resolve };
    this.#arrival.resolve(`${request.method} ${request.url.at(-1) ?? ''}`);
    return promise;
  }

  /** The request that is on the wire, or the next one that gets there. */
  next(): Promise<string> {
    return this.#arrival.promise;
  }

  async sent(request: string): Promise<void> {
    assert.equal(await this.next(), request);
  }

  answer(): void {
    assert.ok(this.#held, 'nothing is on the wire');
    const { request, resolve } = this.#held;
    this.#held = undefined;
    this.#arrival = Promise.withResolvers();
    const headers = { 'azure-asyncoperation': request.url };
    const reply = { statusText: '', headers };
    if (request.method === 'POST') resolve({ ...reply, status: 202, text: '' });
    else resolve({ ...reply, status: 200, text: '{"status":"Succeeded"}' });
  }
}
