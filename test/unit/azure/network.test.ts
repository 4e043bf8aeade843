import assert from 'node:assert/strict';
import { once } from 'node:events';
import http, { createServer } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { Clock } from '../../../src/azure/clock.ts';
import { SelfSignedServer } from './support/selfSigned.ts';
import { aPool, azureErrorOf, getPool, serviceAt } from './support/service.ts';
import { answer, TestServer } from './support/testServer.ts';
import { VirtualClock } from './support/virtualClock.ts';

test('a certificate that nobody vouches for is a network error with the code of Node, and nothing is sent', async () => {
  let requests = 0;
  await using server = await SelfSignedServer.start((_request, response) => {
    requests++;
    response.end('{}');
  });
  const { rest, log } = serviceAt(server.url);
  const error = await azureErrorOf(rest.call(getPool, aPool));
  assert.deepEqual([error.reason, error.code], ['network', 'DEPTH_ZERO_SELF_SIGNED_CERT']);
  assert.match(error.message, /certificate of 127\.0\.0\.1:\d+ is not trusted/);
  assert.deepEqual([requests, log.length], [0, 1]);
});

/**
 * VS Code replaces `request` on the default exports of Node's `http` and `https`, whatever was imported before, and its
 * own function decides about proxies and certificates.
 */
function patched<Module extends { request: unknown }>(module: Module, request: Module['request']): Disposable {
  const original = module.request;
  module.request = request;
  return {
    [Symbol.dispose]: () => {
      module.request = original;
    },
  };
}

test('what VS Code puts in the place of http.request is used: the proxy that it knows gets the request', async () => {
  await using server = await TestServer.start((_request, response) => answer(response, 200, { name: 'direct' }));
  await using proxy = await TestServer.start((_request, response) => answer(response, 200, { name: 'proxied' }));
  const { rest } = serviceAt(server.url);
  assert.equal((await rest.call(getPool, aPool)).name, 'direct');
  {
    const { request } = http;
    const throughProxy = (options: http.RequestOptions, callback: (reply: http.IncomingMessage) => void): unknown => {
      const port = new URL(proxy.url).port;
      return request({ ...options, port, path: `${server.url}${options.path ?? ''}`, agent: false }, callback);
    };
    using _patch = patched(http, throughProxy as typeof http.request);
    assert.equal((await rest.call(getPool, aPool)).name, 'proxied');
  }
  assert.ok(proxy.received[0]?.url.startsWith(`${server.url}/resourceManager/`));
  assert.equal((await rest.call(getPool, aPool)).name, 'direct');
  assert.deepEqual([server.received.length, proxy.received.length], [2, 1]);
});

test('what VS Code puts in the place of https.request is used: certificates of the system that it knows are trusted', async () => {
  await using server = await SelfSignedServer.start((_request, response) => void response.end('{"name":"trusted"}'));
  const { request } = https;
  const withCertificates = (options: https.RequestOptions, callback: (reply: http.IncomingMessage) => void): unknown =>
    request({ ...options, ca: server.certificate }, callback);
  using _patch = patched(https, withCertificates as typeof https.request);
  assert.equal((await serviceAt(server.url).rest.call(getPool, aPool)).name, 'trusted');
});

test('a service that ends and starts again is found again, and its old connections do no harm', async () => {
  const listen = async (name: string, port = 0): Promise<http.Server> => {
    const server = createServer((_request, response) => answer(response, 200, { name })).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  const kill = async (server: http.Server): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  let server = await listen('before');
  const { port } = server.address() as AddressInfo;
  const time = new VirtualClock();
  const codes: (string | undefined)[] = [];
  /** Starts the service again while the request waits for its third attempt. */
  const clock: Clock = {
    now: () => time.now(),
    sleep: async (ms, signal) => {
      if (time.sleeps.length === 1) server = await listen('after', port);
      await time.sleep(ms, signal);
    },
  };
  const { rest } = serviceAt(`http://127.0.0.1:${String(port)}`, {
    clock,
    log: { request: ({ errorCode }) => void codes.push(errorCode) },
  });
  try {
    assert.equal((await rest.call(getPool, aPool)).name, 'before');
    await kill(server);
    assert.equal((await rest.call(getPool, aPool)).name, 'after');
    assert.equal((await rest.call(getPool, aPool)).name, 'after');
  } finally {
    await kill(server);
  }
  assert.equal(codes.length, 5);
  assert.equal(codes[2], 'ECONNREFUSED');
  assert.deepEqual([codes[0], codes[3], codes[4]], [undefined, undefined, undefined]);
  assert.match(codes[1] ?? '', /^ECONN(?:RESET|REFUSED)$/);
});
