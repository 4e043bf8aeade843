import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { Pipelines } from '../../../src/api/synapse/pipelines.generated.ts';
import { Libraries } from '../../../src/api/synapse/libraries.generated.ts';
import { azureErrorOf, serviceAt, tenantId } from './support/service.ts';
import { answer, TestServer } from './support/testServer.ts';

/** A request that a server of bytes received; `TestServer` only knows text. */
interface Upload {
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

test('bytes are sent as they are, to a path with a query of its own', async () => {
  const uploads: Upload[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((bytes) => {
      uploads.push({ url: request.url, headers: request.headers, bytes });
      response.writeHead(201).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const whole = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
  // A part of a larger buffer, as blocks of a file are.
  const body = whole.subarray(1_000, 66_000);
  try {
    await serviceAt(url).rest.call(Libraries.append, {
      tenantId,
      endpoint: `${url}/workspaces/ws`,
      libraryName: 'my lib.whl',
      body,
      headers: { 'x-ms-blob-condition-appendpos': 4096 },
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
  const [upload] = uploads;
  assert.ok(upload);
  assert.equal(upload.url, '/workspaces/ws/libraries/my%20lib.whl?comp=appendblock&api-version=2020-12-01');
  assert.equal(upload.headers['content-type'], 'application/octet-stream');
  assert.equal(upload.headers['content-length'], '65000');
  assert.equal(upload.headers['x-ms-blob-condition-appendpos'], '4096');
  assert.ok(upload.bytes.equals(body));
});

test('what appends is not sent again after an answer that was lost, since it may have been appended', async () => {
  await using server = await TestServer.start((_request, response) => void response.destroy());
  const endpoint = `${server.url}/workspaces/ws`;
  const body = new Uint8Array([1]);
  const call = serviceAt(server.url).rest.call(Libraries.append, { tenantId, endpoint, libraryName: 'l', body });
  assert.equal((await azureErrorOf(call)).code, 'ECONNRESET');
  assert.equal(server.received.length, 1);
});

test('a body that may be left out is sent only where it is given', async () => {
  await using server = await TestServer.start((_request, response) => answer(response, 202, { runId: 'r' }));
  const run = { tenantId, endpoint: `${server.url}/workspaces/ws`, pipelineName: 'p' };
  const { rest } = serviceAt(server.url);
  assert.equal((await rest.call(Pipelines.createRun, run)).runId, 'r');
  await rest.call(Pipelines.createRun, { ...run, body: { window: 7 } });
  assert.deepEqual(
    server.received.map(({ body, headers }) => [body, headers['content-type'], headers['content-length']]),
    [
      ['', undefined, '0'],
      ['{"window":7}', 'application/json', '12'],
    ],
  );
});
