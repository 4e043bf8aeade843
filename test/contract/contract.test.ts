import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Contract } from './support/contract.ts';
import type { Exchange } from './support/exchange.ts';
import { openApiFolder, withoutSpecifications } from './support/places.ts';

/** The judge itself: it has to see each kind of mistake, or a clean verdict on the traffic means nothing. */

const skip = withoutSpecifications;
const json = { 'content-type': 'application/json' };
const workspace =
  'https://management.azure.com/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.Synapse/workspaces/ws';
const pooled = { id: '/subscriptions/s/…/sqlPools/pool1', location: 'westeurope' };
const pool: Exchange = {
  liveRequest: { method: 'GET', url: `${workspace}/sqlPools/pool1?api-version=2021-06-01`, headers: {} },
  liveResponse: {
    statusCode: '200',
    headers: json,
    body: { ...pooled, properties: { status: 'Online' } },
  },
};

let contract: Contract;

before(async () => {
  if (openApiFolder !== undefined) contract = await Contract.open(openApiFolder);
});

function answered(body: unknown, statusCode = '200'): Exchange {
  return { ...pool, liveResponse: { statusCode, headers: json, body } };
}

async function issuesOf(exchange: Exchange): Promise<string[]> {
  const { issues } = await contract.judge(exchange);
  return issues.map(({ where, code, path }) => `${where} ${code} ${path}`.trim());
}

test('an exchange as specified has an operation and no issue', { skip }, async () => {
  assert.deepEqual(await contract.judge(pool), { operation: 'SqlPools_Get', issues: [] });
});

test('mistakes in an answer are seen', { skip }, async () => {
  assert.deepEqual(await issuesOf(answered({ ...pooled, location: 7 })), ['response INVALID_TYPE $.location']);
  assert.deepEqual(await issuesOf(answered({ id: pooled.id })), [
    'response OBJECT_MISSING_REQUIRED_PROPERTY $.location',
  ]);
  assert.deepEqual(await issuesOf(answered({ ...pooled, properties: { state: 'Online' } })), [
    'response OBJECT_ADDITIONAL_PROPERTIES $.properties.state',
  ]);
  assert.deepEqual(await issuesOf(answered(undefined, '202')), ['response INVALID_RESPONSE_CODE']);
  assert.deepEqual(await issuesOf(answered({ code: 'X', message: 'flat' }, '404')), [
    'response OBJECT_ADDITIONAL_PROPERTIES $.code',
    'response OBJECT_ADDITIONAL_PROPERTIES $.message',
  ]);
});

test(
  'members that a specification leaves open may have any value, those that it declares may not',
  { skip },
  async () => {
    const content = { query: 'SELECT 1;', unknown: 1 };
    const script = { name: 'x', properties: { content, version: 1, tags: ['a'] } };
    const exchange = (body: object): Exchange => ({
      liveRequest: {
        method: 'GET',
        url: 'https://ws.dev.azuresynapse.net/sqlScripts/x?api-version=2020-12-01',
        headers: {},
      },
      liveResponse: { statusCode: '200', headers: json, body },
    });
    assert.deepEqual(await issuesOf(exchange(script)), []);
    const wrong = {
      ...script,
      properties: { ...script.properties, description: 1, content: { ...content, query: 1 } },
    };
    assert.deepEqual((await issuesOf(exchange(wrong))).sort(), [
      'response INVALID_TYPE $.properties.content.query',
      'response INVALID_TYPE $.properties.description',
    ]);
  },
);

test('mistakes in a request are seen', { skip }, async () => {
  const assignment: Exchange = {
    liveRequest: {
      method: 'PUT',
      url: 'https://ws.dev.azuresynapse.net/roleAssignments/22222222-2222-4222-8222-222222222222?api-version=2020-12-01',
      headers: json,
      body: { roleId: 'not a GUID', scope: 'workspaces/ws' },
    },
    liveResponse: { statusCode: '200', headers: json, body: {} },
  };
  assert.deepEqual(await issuesOf(assignment), [
    'request OBJECT_MISSING_REQUIRED_PROPERTY $.principalId',
    'request INVALID_FORMAT $.roleId',
  ]);
});

test('a long-running operation has to say how it is followed', { skip }, async () => {
  const { liveRequest } = pool;
  const deletion: Exchange = {
    liveRequest: { ...liveRequest, method: 'DELETE' },
    liveResponse: { statusCode: '202', headers: json, body: pooled },
  };
  assert.deepEqual(await issuesOf(deletion), ['response LRO_RESPONSE_HEADER']);
});

test('what the specifications lack has no operation', { skip }, async () => {
  const { liveRequest } = pool;
  for (const url of [
    liveRequest.url.replace('2021-06-01', '2019-01-01'),
    liveRequest.url.replace('/sqlPools/', '/sqlPuddles/'),
    'https://login.microsoftonline.com/common/oauth2/v2.0/token',
  ]) {
    const judgement = await contract.judge({ ...pool, liveRequest: { ...liveRequest, url } });
    assert.deepEqual(judgement, { operation: undefined, issues: [] }, url);
  }
  assert.ok(contract.has('SqlPools_Get') && !contract.has('SqlPuddles_Get'));
});
