import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { inspect, promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { createAxiosTransport, replyTooLarge, TransportError } from '../../../src/azure/transport.ts';
import { aPool, azureErrorOf, getPool, restartPool, serviceAt } from './support/service.ts';
import { answer, TestServer } from './support/testServer.ts';

test('loading the service loads no axios; the first request does', async () => {
  await using server = await TestServer.start((_request, response) => answer(response, 200, {}));
  const source = new URL('../../../src/azure/', import.meta.url).href;
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ resolve: (name, context, next) => (loaded.push(name), next(name, context)) });
    const { createRestService } = await import('${source}createRestService.ts');
    const { createAxiosTransport } = await import('${source}transport.ts');
    createRestService({ cloud: {}, tokens: {}, log: {} });
    const transport = createAxiosTransport();
    const before = loaded.includes('axios');
    await transport.send({ method: 'GET', url: '${server.url}/', headers: {} });
    console.log(JSON.stringify([before, loaded.includes('axios')]));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  assert.deepEqual(JSON.parse(stdout), [false, true]);
});

test('compressed bodies are unpacked, a byte order mark is dropped, letters survive', async () => {
  await using server = await TestServer.start((_request, response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('\ufeff{"name":"Größe 😀"}'));
  });
  assert.equal((await serviceAt(server.url).rest.call(getPool, aPool)).name, 'Größe 😀');
  assert.match(String(server.received[0]?.headers['accept-encoding']), /gzip/);
});

test('ten megabytes of JSON are read', async () => {
  const name = 'x'.repeat(10_000_000);
  await using server = await TestServer.start((_request, response) => answer(response, 200, { name }));
  assert.equal((await serviceAt(server.url).rest.call(getPool, aPool)).name.length, name.length);
});

test('an answer beyond the limit is unreadable and not asked for again', async () => {
  await using server = await TestServer.start((_request, response) =>
    answer(response, 200, { name: 'x'.repeat(2000) }),
  );
  const transport = createAxiosTransport({ maxReplyBytes: 1000 });
  const error = await azureErrorOf(serviceAt(server.url, { transport }).rest.call(getPool, aPool));
  assert.equal(error.reason, 'unreadable');
  assert.equal(error.code, replyTooLarge);
  assert.equal(server.received.length, 1);
});

test('a server that does not answer, or stops within its answer, is a time-out', async () => {
  await using server = await TestServer.start((request, response) => {
    if (request.url === '/slow') response.writeHead(200).write('{');
  });
  const transport = createAxiosTransport({ timeoutMs: 50 });
  for (const path of ['/silent', '/slow']) {
    await assert.rejects(
      transport.send({ method: 'GET', url: server.url + path, headers: {} }),
      (error) => error instanceof TransportError && error.code === 'ETIMEDOUT',
      path,
    );
  }
  await Promise.all(server.received.map(({ closed }) => closed));
});

test('nothing listens: a network error with code and host', async () => {
  const server = await TestServer.start(() => undefined);
  const { url } = server;
  await server[Symbol.asyncDispose]();
  const error = await azureErrorOf(serviceAt(url).rest.call(restartPool, aPool));
  assert.equal(error.reason, 'network');
  assert.equal(error.code, 'ECONNREFUSED');
  assert.ok(error.message.includes(new URL(url).host));
});

test('a name that does not exist is a network error that is not repeated', async () => {
  const transport = { send: () => Promise.reject(new TransportError('ENOTFOUND', 'getaddrinfo ENOTFOUND x')) };
  const { rest, log } = serviceAt('http://127.0.0.1:1', { transport });
  const error = await azureErrorOf(rest.call(getPool, aPool));
  assert.deepEqual([error.reason, error.code, log.length], ['network', 'ENOTFOUND', 1]);
});

test('a certificate that is not trusted is a network error with the code of the check', async () => {
  const transport = {
    send: () => Promise.reject(new TransportError('UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify')),
  };
  const error = await azureErrorOf(serviceAt('http://127.0.0.1:1', { transport }).rest.call(getPool, aPool));
  assert.equal(error.reason, 'network');
  assert.match(error.message, /certificate of 127\.0\.0\.1:1 is not trusted/);
});

test('a proxy that wants credentials is a network error', async () => {
  await using server = await TestServer.start((_request, response) => void response.writeHead(407).end('<html>'));
  const error = await azureErrorOf(serviceAt(server.url).rest.call(getPool, aPool));
  assert.deepEqual([error.reason, error.status, error.code], ['network', 407, 'ProxyAuthenticationRequired']);
});

test('proxies in the environment are not used: VS Code decides about proxies', async () => {
  await using server = await TestServer.start((_request, response) => answer(response, 200, { name: 'direct' }));
  await using proxy = await TestServer.start((_request, response) => answer(response, 200, { name: 'proxied' }));
  const before = process.env['http_proxy'];
  process.env['http_proxy'] = proxy.url;
  try {
    assert.equal((await serviceAt(server.url).rest.call(getPool, aPool)).name, 'direct');
  } finally {
    if (before === undefined) delete process.env['http_proxy'];
    else process.env['http_proxy'] = before;
  }
  assert.deepEqual(proxy.received, []);
});

test('connections are kept for the next request', async () => {
  await using server = await TestServer.start((_request, response) => answer(response, 200, { name: 'p' }));
  const { rest } = serviceAt(server.url);
  for (let index = 0; index < 5; index++) await rest.call(getPool, aPool);
  assert.equal(server.sockets.size, 1);
});

test('an error holds nothing of the request', async () => {
  await using server = await TestServer.start((_request, response) => void response.destroy());
  const transport = createAxiosTransport();
  const headers = { Authorization: 'Bearer s3cr3t' };
  const error: unknown = await transport
    .send({ method: 'POST', url: server.url, headers, body: 's3cr3t' })
    .catch((thrown: unknown) => thrown);
  assert.ok(error instanceof TransportError);
  assert.equal(error.cause, undefined);
  assert.ok(!inspect(error, { depth: null }).includes('s3cr3t'));
});
