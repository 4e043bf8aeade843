import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { declare, list, reply, text, thing } from './fixture.ts';

describe('declarations', () => {
  it('say method, path, plane and api-version', async () => {
    const declared = await declare({
      '/things/{name}': { get: { operationId: 'Things_Get', responses: reply(thing) } },
    });
    assert.equal(
      declared,
      "export const Things = { get: operation<{ result: Thing }>()({ id: 'Things_Get', plane: 'resourceManager', " +
        "method: 'GET', path: '/things/{name}', apiVersion: '2021-06-01', }), } as const;",
    );
  });

  it('belong to the workspace plane where the host is a parameter, and go on from its path', async () => {
    const declared = await declare(
      { '/batches/{id}': { get: { operationId: 'Things_Get', responses: reply(thing) } } },
      {
        document: { 'x-ms-parameterized-host': { hostTemplate: '{endpoint}/livyApi/versions/{version}' } },
        group: { pathValues: { version: '2019-11-01-preview' } },
      },
    );
    assert.match(declared, /plane: 'workspace'/);
    assert.match(declared, /path: '\/livyApi\/versions\/2019-11-01-preview\/batches\/\{id\}'/);
    assert.doesNotMatch(declared, /apiVersion/);
  });

  it('carry body, query and headers, those of the whole path included, without the ones that we set', async () => {
    const declared = await declare(
      {
        '/things/{name}': {
          parameters: [{ name: 'scope', in: 'query', ...text }],
          put: {
            operationId: 'Things_Create',
            parameters: [
              { name: 'api-version', in: 'query', required: true, ...text },
              { $ref: '#/parameters/IfMatch' },
              { name: 'x-ms-client-request-id', in: 'header', ...text },
              { name: 'thing', in: 'body', schema: thing },
            ],
            responses: reply(thing),
          },
        },
      },
      { document: { parameters: { IfMatch: { name: 'If-Match', in: 'header', ...text } } } },
    );
    assert.match(
      declared,
      /\{ result: Thing; body: Thing \| undefined; query: \{ scope\?: string \}; headers: \{ 'If-Match'\?: string \}; \}/,
    );
  });

  it('keep a fixed query in the path, and drop one that only tells paths apart', async () => {
    const put = (operationId: string, parameters: object[] = []): object => ({
      put: { operationId, parameters, responses: reply() },
    });
    const comp = { name: 'comp', in: 'query', required: true, ...text, enum: ['append'] };
    const declared = await declare(
      {},
      {
        document: {
          'x-ms-paths': {
            '/things/{name}?comp=append': put('Things_Append', [comp]),
            '/{thing}?disambiguation': put('Things_Put'),
          },
        },
      },
    );
    assert.match(declared, /append: operation<\{ result: undefined \}>.*path: '\/things\/\{name\}\?comp=append'/);
    assert.match(declared, /path: '\/\{thing\}'/);
  });

  it('answer one of several bodies, or none', async () => {
    const responses = { 200: { schema: thing }, 202: { schema: list }, 204: {}, 404: { 'x-ms-error-response': true } };
    const declared = await declare({ '/things': { delete: { operationId: 'Things_Delete', responses } } });
    assert.match(declared, /result: Thing \| ThingList \| undefined/);
  });

  it('mark the parameters that are paths, only where they occur', async () => {
    const get = (operationId: string): object => ({ get: { operationId, responses: reply(thing) } });
    const declared = await declare(
      { '/{scope}/things/{name}': get('Things_Get'), '/things/{name}': get('Things_GetByName') },
      { group: { wholePaths: ['scope'] } },
    );
    assert.equal(declared.match(/wholePaths: \['scope'\]/g)?.length, 1);
  });

  it('mark a POST that only reads, which must be there', async () => {
    const post = { post: { operationId: 'Things_Query', responses: reply(thing) } };
    const declared = await declare({ '/things': post }, { group: { readOnly: ['Things_Query'] } });
    assert.match(declared, /readOnly: true/);
    await assert.rejects(declare({ '/things': post }, { group: { readOnly: ['Things_Gone'] } }), /Things_Gone/);
  });

  it('say which query parameters must be there', async () => {
    const parameters = [
      { name: 'filter', in: 'query', required: true, ...text },
      { name: 'top', in: 'query', type: 'integer' },
    ];
    const paths = { '/things': { get: { operationId: 'Things_List', parameters, responses: reply(thing) } } };
    assert.match(await declare(paths), /query: \{ filter: string; top\?: number \}/);
  });

  it('mark a PUT that must not be repeated, which must be there', async () => {
    const put = { put: { operationId: 'Things_Append', responses: reply() } };
    assert.match(await declare({ '/things': put }, { group: { once: ['Things_Append'] } }), /once: true/);
    await assert.rejects(declare({ '/things': put }, { group: { once: ['Things_Gone'] } }), /Things_Gone/);
  });

  it('take bytes where the body is binary', async () => {
    const parameters = [{ name: 'content', in: 'body', required: true, schema: { ...text, format: 'binary' } }];
    const declared = await declare({
      '/things': { put: { operationId: 'Things_Put', parameters, responses: reply() } },
    });
    assert.match(declared, /\{ result: undefined; body: Uint8Array \}/);
  });
});

describe('paging', () => {
  const get = (more: object, responses: object = reply(list)): object => ({
    '/things': { get: { operationId: 'Things_List', responses, ...more } },
  });

  it('follows the declared link and types the items', async () => {
    const declared = await declare(get({ 'x-ms-pageable': { nextLinkName: 'nextLink' } }));
    assert.match(declared, /operation<\{ item: Thing \}>/);
    assert.match(declared, /pages: \{ by: 'nextLink', items: 'value', property: 'nextLink' \}/);
  });

  it('sends the continuation header back where the reply has one, and takes it off the headers', async () => {
    const header = { name: 'x-ms-continuation', in: 'header', ...text };
    const responses = { 200: { schema: list, headers: { 'x-ms-continuation': text } } };
    const declared = await declare(get({ 'x-ms-pageable': { nextLinkName: null }, parameters: [header] }, responses));
    assert.match(declared, /operation<\{ item: Thing \}>/);
    assert.match(declared, /pages: \{ by: 'continuationHeader', items: 'value', header: 'x-ms-continuation' \}/);
  });

  it('is none where a list has no link to go on', async () => {
    const declared = await declare(get({ 'x-ms-pageable': { nextLinkName: null } }));
    assert.match(declared, /operation<\{ result: ThingList \}>/);
    assert.doesNotMatch(declared, /pages/);
  });

  it('is by $skipToken where the table says so', async () => {
    const declared = await declare(get({}), { group: { skipTokenItems: 'data' } });
    assert.match(declared, /operation<\{ item: Record<string, unknown> \}>/);
    assert.match(declared, /pages: \{ by: 'skipToken', items: 'data' \}/);
  });

  it('refuses a reply without the list', async () => {
    const paths = get({ 'x-ms-pageable': { nextLinkName: 'nextLink', itemName: 'rows' } });
    await assert.rejects(declare(paths), /Things_List.*rows/);
  });
});

describe('groups', () => {
  const get = (operationId: string): object => ({ get: { operationId, responses: reply(thing) } });

  it('take only the operations that are wanted, and complain about one that does not exist', async () => {
    const paths = { '/things/{name}': get('Things_Get'), '/things/{name}/x': get('Things_GetX') };
    assert.doesNotMatch(await declare(paths, { group: { only: ['Things_Get'] } }), /Things_GetX/);
    await assert.rejects(declare(paths, { group: { only: ['Things_Gone'] } }), /Things_Gone/);
    await assert.rejects(declare({}), /Things/);
  });

  it('refuse two operations of one member name until the table tells them apart', async () => {
    const paths = { '/a': get('Things_Get'), '/b': get('Things_GetThingById') };
    await assert.rejects(declare(paths), /Things\.get.*Things_Get.*Things_GetThingById/);
    assert.match(
      await declare(paths, { group: { members: { Things_GetThingById: 'getById' } } }),
      /getById: operation/,
    );
  });

  it('refuse a name that a model has', async () => {
    await assert.rejects(
      declare({ '/a': get('Things_Get') }, { group: { name: 'Thing', prefixes: ['Things'] } }),
      /Thing/,
    );
  });
});
