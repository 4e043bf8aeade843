import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { PageClient, PageRequestError } from '../../../../src/platform/pages/pageClient.ts';
import { pageContract } from '../../../../src/platform/pages/pageContract.ts';
import { type PageHandlers, PageServer } from '../../../../src/platform/pages/pageServer.ts';

const contract = pageContract({
  input: z.strictObject({ folder: z.string() }),
  texts: z.strictObject({ title: z.string() }),
  requests: {
    add: { params: z.strictObject({ a: z.int(), b: z.int() }), result: z.int() },
    count: { params: z.int(), result: z.string(), progress: z.int() },
    wait: { params: z.null(), result: z.null() },
  },
  events: { changed: z.strictObject({ name: z.string() }) },
});
type Contract = typeof contract;

/** A page and an extension that talk as VS Code lets them: messages are copied, and arrive later. */
function conversation(handlers: Partial<PageHandlers<Contract>> = {}) {
  const refused: string[] = [];
  const sent: unknown[] = [];
  const heard: string[] = [];
  const server: PageServer<Contract> = new PageServer<Contract>({
    contract,
    handlers: {
      add: ({ a, b }) => a + b,
      count: async (to, { progress }) => {
        for (let at = 1; at <= to; at += 1) {
          await Promise.resolve();
          progress(at);
        }
        return 'counted';
      },
      wait: (_params, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reject(new Error('aborted'));
          });
        }),
      ...handlers,
    },
    send: (message) => {
      sent.push(message);
      queueMicrotask(() => {
        client.receive(structuredClone(message));
      });
    },
    welcome: () => ({ input: { folder: 'f' }, texts: { title: 't' } }),
    describe: (request, error) => `${request}: ${error instanceof Error ? error.message : ''}`,
    onRefused: (why) => refused.push(why),
  });
  const client = new PageClient(contract, (message) => {
    sent.push(message);
    queueMicrotask(() => void server.receive(structuredClone(message)));
  });
  const begin = () => client.begin({ changed: ({ name }) => heard.push(name) });
  return { server, client, begin, refused, sent, heard };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a page and the extension', () => {
  it('leaves out what was told before the page had begun', async () => {
    const { server, begin, heard } = conversation();
    const begun = begin();
    server.emit('changed', { name: 'early' });
    await begun;
    server.emit('changed', { name: 'in time' });
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(heard, ['in time']);
  });

  it('greet each other with what the page is about', async () => {
    const { begin } = conversation();
    assert.deepEqual(await begin(), { input: { folder: 'f' }, texts: { title: 't' } });
  });

  it('ask and answer, several at once', async () => {
    const { client } = conversation();
    assert.deepEqual(await Promise.all([client.ask('add', { a: 1, b: 2 }), client.ask('add', { a: 3, b: 4 })]), [3, 7]);
  });

  it('tell of progress', async () => {
    const { client } = conversation();
    const seen: number[] = [];
    assert.equal(await client.ask('count', 3, { onProgress: (at) => seen.push(at) }), 'counted');
    assert.deepEqual(seen, [1, 2, 3]);
  });

  it('tell of events', async () => {
    const { begin, server, heard } = conversation();
    await begin();
    server.emit('changed', { name: 'x' });
    await settle();
    assert.deepEqual(heard, ['x']);
  });

  it('cancel', async () => {
    const { client } = conversation();
    const abort = new AbortController();
    const waiting = client.ask('wait', null, { signal: abort.signal });
    await settle();
    abort.abort(new Error('enough'));
    await assert.rejects(waiting, /enough/);
    assert.equal(await client.ask('add', { a: 1, b: 1 }), 2);
  });

  it('pass an error on as words', async () => {
    const { client } = conversation({ add: () => Promise.reject(new Error('no')) });
    await assert.rejects(client.ask('add', { a: 1, b: 1 }), (error: unknown) => {
      assert.ok(error instanceof PageRequestError);
      assert.equal(error.message, 'add: no');
      return true;
    });
  });

  it('end what a page had asked before it started anew', async () => {
    let aborted = false;
    const { client, begin } = conversation({
      wait: (_params, { signal }) =>
        new Promise(() => {
          signal.addEventListener('abort', () => {
            aborted = true;
          });
        }),
    });
    void client.ask('wait', null).catch(() => undefined);
    await settle();
    await begin();
    assert.ok(aborted);
  });

  it('refuse messages that fit no schema', async () => {
    const { server, refused, sent } = conversation();
    await server.receive('hello');
    await server.receive({ type: 'request', id: 1, name: 'add', params: { a: 1, b: 'x' } });
    await server.receive({ type: 'request', id: 2, name: 'toString', params: null });
    await server.receive({ type: 'request', id: 3, name: 'add', params: { a: 1, b: 2, c: 3 } });
    await server.receive({ type: 'cancel', id: 99 });
    assert.equal(refused.length, 4);
    assert.deepEqual(
      sent.map((message) => (message as { type: string }).type),
      ['error', 'error', 'error'],
    );
  });

  it('leave answers alone that fit no schema', async () => {
    const { client, begin, heard } = conversation({ add: () => 'seven' as unknown as number });
    await begin();
    client.receive({ type: 'event', name: 'changed', value: { name: 1 } });
    client.receive({ type: 'event', name: 'toString', value: 1 });
    client.receive(null);
    await assert.rejects(client.ask('add', { a: 3, b: 4 }), PageRequestError);
    assert.deepEqual(heard, []);
  });
});
