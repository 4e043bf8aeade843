import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operation } from '../../../src/azure/operation.ts';
import type { Page } from '../../../src/azure/restService.ts';
import { azureErrorOf, serviceAt, tenantId } from './support/service.ts';
import { answer, TestServer } from './support/testServer.ts';

interface Item {
  readonly id: number;
}

const listPools = operation<{ item: Item }>()({
  id: 'Pools_List',
  plane: 'resourceManager',
  method: 'GET',
  path: '/pools',
  apiVersion: '2021-06-01',
  pages: { by: 'nextLink', items: 'value', property: 'nextLink' },
});

const queryResources = operation<{ body: { query: string; options?: { $top: number } }; item: Item }>()({
  id: 'Resources',
  plane: 'resourceManager',
  method: 'POST',
  path: '/resources',
  apiVersion: '2022-10-01',
  pages: { by: 'skipToken', items: 'data' },
});

const listAssignments = operation<{ item: Item }>()({
  id: 'RoleAssignments_List',
  plane: 'workspace',
  method: 'GET',
  path: '/roleAssignments',
  apiVersion: '2020-12-01',
  pages: { by: 'continuationHeader', items: 'value', header: 'x-ms-continuation' },
});

/** The items of each page; checks on the way that only the last one says that it is the last. */
async function all<T>(pages: AsyncIterable<Page<T>>): Promise<(readonly T[])[]> {
  const read: Page<T>[] = [];
  for await (const page of pages) read.push(page);
  for (const { more } of read.slice(0, -1)) assert.equal(more, true);
  assert.equal(read.at(-1)?.more, false);
  return read.map(({ items }) => items);
}

test('nextLink is followed as it is written, an empty page is passed on', async () => {
  await using server = await TestServer.start((request, response) => {
    const page = Number(new URL(request.url, server.url).searchParams.get('page') ?? 0);
    const value = page === 1 ? [] : [{ id: page }];
    const nextLink = page < 2 ? `${server.url}/resourceManager/pools?page=${page + 1}&t=a%2Bb` : '';
    answer(response, 200, { value, nextLink });
  });
  const pages = await all(serviceAt(server.url).rest.pages(listPools, { tenantId }));
  assert.deepEqual(pages, [[{ id: 0 }], [], [{ id: 2 }]]);
  assert.deepEqual(
    server.received.map(({ url }) => url),
    [
      '/resourceManager/pools?api-version=2021-06-01',
      '/resourceManager/pools?page=1&t=a%2Bb',
      '/resourceManager/pools?page=2&t=a%2Bb',
    ],
  );
});

test('a page is read when it is wanted, not before', async () => {
  await using server = await TestServer.start((_request, response) => {
    const nextLink = `${server.url}/resourceManager/pools?page=${server.received.length}`;
    answer(response, 200, { value: [{ id: server.received.length }], nextLink });
  });
  for await (const page of serviceAt(server.url).rest.pages(listPools, { tenantId })) {
    assert.equal(page.items[0]?.id, server.received.length);
    if (server.received.length === 2) break;
  }
  assert.equal(server.received.length, 2);
});

test('$skipToken goes into the options of the query, the rest of the body stays', async () => {
  await using server = await TestServer.start((request, response) => {
    const token = (JSON.parse(request.body) as { options: { $skipToken?: string } }).options.$skipToken;
    answer(response, 200, token === undefined ? { data: [{ id: 1 }], $skipToken: 'two' } : { data: [{ id: 2 }] });
  });
  const body = { query: 'resources', options: { $top: 1 } };
  const pages = await all(serviceAt(server.url).rest.pages(queryResources, { tenantId, body }));
  assert.deepEqual(pages, [[{ id: 1 }], [{ id: 2 }]]);
  assert.deepEqual(
    server.received.map((request) => JSON.parse(request.body) as unknown),
    [body, { query: 'resources', options: { $top: 1, $skipToken: 'two' } }],
  );
  assert.deepEqual(body.options, { $top: 1 });
});

test('the continuation header is sent back until it is empty', async () => {
  await using server = await TestServer.start((request, response) => {
    const page = Number(request.headers['x-ms-continuation'] ?? 0);
    answer(response, 200, { value: [{ id: page }] }, { 'x-ms-continuation': page < 2 ? String(page + 1) : '' });
  });
  const endpoint = `${server.url}/workspaces/ws`;
  const pages = await all(serviceAt(server.url).rest.pages(listAssignments, { tenantId, endpoint }));
  assert.deepEqual(pages.flat(), [{ id: 0 }, { id: 1 }, { id: 2 }]);
  assert.equal(new Set(server.received.map(({ url }) => url)).size, 1);
});

for (const [what, body] of [
  ['a list that is null', { value: null }],
  ['no list', {}],
  ['no body', undefined],
] as const) {
  test(`${what} is an empty page`, async () => {
    await using server = await TestServer.start((_request, response) => answer(response, 200, body));
    assert.deepEqual(await all(serviceAt(server.url).rest.pages(listPools, { tenantId })), [[]]);
  });
}

test('a list that is no list is unreadable', async () => {
  await using server = await TestServer.start((_request, response) => answer(response, 200, { value: 'x' }));
  const error = await azureErrorOf(all(serviceAt(server.url).rest.pages(listPools, { tenantId })));
  assert.equal(error.reason, 'unreadable');
});

test('a page that leads to one that was read already ends the list with an error', async () => {
  await using server = await TestServer.start((_request, response) => {
    const page = server.received.length % 2;
    answer(response, 200, { value: [], nextLink: `${server.url}/resourceManager/pools?page=${page}` });
  });
  const error = await azureErrorOf(all(serviceAt(server.url).rest.pages(listPools, { tenantId })));
  assert.equal(error.reason, 'unreadable');
  assert.match(error.message, /does not end/);
  assert.equal(server.received.length, 3);
});

test('a list with ever new pages ends with an error too', async () => {
  await using server = await TestServer.start((_request, response) =>
    answer(response, 200, { data: [], $skipToken: `t${server.received.length}` }),
  );
  const { rest } = serviceAt(server.url, { mostPages: 5 });
  const error = await azureErrorOf(all(rest.pages(queryResources, { tenantId, body: { query: 'resources' } })));
  assert.equal(error.reason, 'unreadable');
  assert.match(error.message, /more than 5 pages/);
  assert.equal(server.received.length, 5);
});

test('a nextLink to another host is refused, and nothing is sent there', async () => {
  await using foreign = await TestServer.start((_request, response) => answer(response, 200, { value: [] }));
  await using server = await TestServer.start((_request, response) =>
    answer(response, 200, { value: [{ id: 1 }], nextLink: `${foreign.url}/resourceManager/pools` }),
  );
  const error = await azureErrorOf(all(serviceAt(server.url).rest.pages(listPools, { tenantId })));
  assert.equal(error.reason, 'untrustedHost');
  assert.deepEqual(foreign.received, []);
  assert.equal(foreign.sockets.size, 0);
});

test('a workspace endpoint on another host is refused before a token is asked for', async () => {
  await using foreign = await TestServer.start((_request, response) => answer(response, 200, { value: [] }));
  const { rest, tokens } = serviceAt('http://127.0.0.1:1');
  const endpoint = `${foreign.url}/workspaces/ws`;
  const error = await azureErrorOf(all(rest.pages(listAssignments, { tenantId, endpoint })));
  assert.equal(error.reason, 'untrustedHost');
  assert.deepEqual(tokens.requests, []);
  assert.deepEqual(foreign.received, []);
});
