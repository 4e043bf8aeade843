import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Group } from '../../../../scripts/generateApi/groups.ts';
import type { KnownEnds } from '../../../../scripts/generateApi/longRunning.ts';
import { exported, generateFrom, reply, things } from './fixture.ts';

const text = { type: 'string' };
const definitions = {
  Thing: { type: 'object', properties: { name: text } },
  ThingList: {
    type: 'object',
    properties: { value: { type: 'array', items: { $ref: '#/definitions/Thing' } }, nextLink: text },
  },
};
const thing = { $ref: '#/definitions/Thing' };
const list = { $ref: '#/definitions/ThingList' };
const longRunning = { 'x-ms-long-running-operation': true };

interface Extra {
  readonly group?: Partial<Group>;
  readonly ends?: KnownEnds;
  readonly document?: object;
}

/** The generated const of operations by path and method, on one line. */
async function declare(paths: object, { group = {}, ends = {}, document = {} }: Extra = {}): Promise<string> {
  const files = await generateFrom({
    documents: { 'things.json': { paths, definitions, ...document } },
    groups: [{ ...things, ...group }],
    ends,
  });
  return exported(files.get('synapse/things.generated.ts'), 'Things');
}

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

  it('refuse what a call could not say: a query parameter that must be there', async () => {
    const parameters = [{ name: 'filter', in: 'query', required: true, ...text }];
    const paths = { '/things': { get: { operationId: 'Things_List', parameters, responses: reply(thing) } } };
    await assert.rejects(declare(paths), /Things_List.*filter/);
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

describe('long-running operations', () => {
  const paths = {
    '/things/{name}': {
      get: { operationId: 'Things_Get', responses: reply(thing) },
      delete: { operationId: 'Things_Delete', responses: reply(list), ...longRunning },
    },
    '/things/{name}/pause': { post: { operationId: 'Things_Pause', responses: reply(list), ...longRunning } },
    '/others/{other}': { get: { operationId: 'Others_Get', responses: reply(list) } },
  };
  const source = 'a recording';
  const ends: KnownEnds = {
    Things_Delete: { then: 'nothing', source },
    Things_Pause: { then: 'get', operation: 'Things_Get', source },
  };

  it('end as the table says, with the result of the operation that is read then', async () => {
    const declared = await declare(paths, { ends });
    assert.match(declared, /delete: operation<\{ result: undefined \}>.*longRunning: \{ then: 'nothing' \}/);
    assert.match(
      declared,
      /pause: operation<\{ result: Thing \}>.*longRunning: \{ then: 'get', path: '\/things\/\{name\}' \}/,
    );
  });

  it('may end with what Location answers', async () => {
    const declared = await declare(paths, { ends: { ...ends, Things_Pause: { then: 'location', source } } });
    assert.match(declared, /pause: operation<\{ result: ThingList \}>.*longRunning: \{ then: 'location' \}/);
  });

  it('are refused while nobody has said how they end', async () => {
    await assert.rejects(declare(paths, { ends: { Things_Delete: { then: 'nothing', source } } }), /Things_Pause/);
  });

  it('are the only ones that the table may name', async () => {
    await assert.rejects(declare(paths, { ends: { ...ends, Things_Get: { then: 'nothing', source } } }), /Things_Get/);
    await assert.rejects(declare(paths, { ends: { ...ends, Gone_Get: { then: 'nothing', source } } }), /Gone_Get/);
  });

  for (const operation of ['Things_Delete', 'Gone_Get', 'Others_Get']) {
    it(`cannot end by reading ${operation}`, async () => {
      const broken: KnownEnds = { ...ends, Things_Pause: { then: 'get', operation, source } };
      await assert.rejects(declare(paths, { ends: broken }), new RegExp(`Things_Pause.*${operation}`));
    });
  }
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
