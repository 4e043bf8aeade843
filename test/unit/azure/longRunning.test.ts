import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operation } from '../../../src/azure/operation.ts';
import { bothLinks, changePool, links, origin, paths, readPool } from './support/changePool.ts';
import { ScriptedTransport } from './support/scriptedTransport.ts';
import { serviceAt, tenantId } from './support/service.ts';

test('Azure-AsyncOperation is asked before Location, then the resource is read again', async () => {
  const { end, transport, states } = changePool('POST', readPool, [
    { status: 202, headers: { ...bothLinks, retryafter: '15' } },
    { body: { status: 'InProgress' } },
    { body: { status: 'InProgress' } },
    { body: { name: '1', status: 'Succeeded' } },
    { body: { name: 'p', properties: { status: 'Paused' } } },
  ]);
  assert.deepEqual(await end, { name: 'p', properties: { status: 'Paused' } });
  assert.deepEqual(transport.sent, [
    `POST ${paths.pause}`,
    ...[paths.status, paths.status, paths.status, paths.pool].map((path) => `GET ${path}`),
  ]);
  assert.deepEqual(states, ['Accepted', 'InProgress', 'Succeeded']);
});

test('the result is read from Location after Azure-AsyncOperation has ended, once it is there', async () => {
  const { end, transport } = changePool('PUT', { then: 'location' }, [
    { status: 202, headers: bothLinks, body: { properties: { provisioningState: 'Provisioning' } } },
    { body: { status: 'Succeeded' } },
    { status: 202, headers: { location: links.result } },
    { status: 201, body: { name: 'p', properties: { provisioningState: 'Succeeded' } } },
  ]);
  assert.deepEqual(await end, { name: 'p', properties: { provisioningState: 'Succeeded' } });
  assert.deepEqual(transport.sent.slice(1), [`GET ${paths.status}`, `GET ${paths.result}`, `GET ${paths.result}`]);
});

test('without a Location the resource itself is the result of a PUT', async () => {
  const { end, transport } = changePool('PUT', { then: 'location' }, [
    { status: 201, headers: { 'azure-asyncoperation': links.status }, body: { name: 'p' } },
    { body: { status: 'Succeeded' } },
    { body: { name: 'p' } },
  ]);
  assert.deepEqual(await end, { name: 'p' });
  assert.deepEqual(transport.sent, [`PUT ${paths.pool}`, `GET ${paths.status}`, `GET ${paths.pool}`]);
});

test('Location alone is asked until it answers something else than 202', async () => {
  const { end, transport, clock } = changePool('DELETE', { then: 'nothing' }, [
    { status: 202, headers: { location: links.result, 'retry-after': '10' } },
    { status: 202, headers: { location: `${links.result}&again=1`, 'retry-after': '7' } },
    { status: 204 },
  ]);
  assert.equal(await end, undefined);
  assert.deepEqual(transport.sent, [`DELETE ${paths.pool}`, `GET ${paths.result}`, `GET ${paths.result}&again=1`]);
  assert.deepEqual(clock.sleeps, [10_000, 7_000]);
});

test('an artifact: a record, progress, then the resource; its own states are told', async () => {
  const { end, states } = changePool('PUT', { then: 'location' }, [
    { status: 202, headers: { location: links.result }, body: { state: 'Creating', operationId: '1', name: 'p' } },
    { status: 202, headers: { location: links.result }, body: { status: 'InProgress' } },
    { status: 200, body: { name: 'p', properties: { type: 'SqlQuery' }, etag: 'e' } },
  ]);
  assert.deepEqual(await end, { name: 'p', properties: { type: 'SqlQuery' }, etag: 'e' });
  assert.deepEqual(states, ['Creating', 'InProgress']);
});

test('deleting an artifact ends with an empty 200', async () => {
  const { end } = changePool('DELETE', { then: 'nothing' }, [
    { status: 202, headers: { location: links.result }, body: { state: 'Deleting', recordId: 0 } },
    { status: 200 },
  ]);
  assert.equal(await end, undefined);
});

test('an artifact without a Location is followed by its operationId', async () => {
  const putScript = operation<{ result: unknown }>()({
    id: 'Scripts_Put',
    plane: 'workspace',
    method: 'PUT',
    path: '/sqlScripts/{name}',
    apiVersion: '2020-12-01',
    longRunning: { then: 'location' },
  });
  const transport = new ScriptedTransport({ status: 202, body: { operationId: 'op/1' } }, { body: { name: 's' } });
  const { rest } = serviceAt(origin, { transport });
  const endpoint = `${origin}/workspaces/ws`;
  assert.deepEqual(await rest.run(putScript, { tenantId, endpoint, name: 's' }), { name: 's' });
  assert.equal(transport.sent[1], 'GET /workspaces/ws/operationResults/op%2F1?api-version=2020-12-01');
});

test('without links a resource is read until it is provisioned', async () => {
  const { end, transport, states } = changePool('PUT', { then: 'location' }, [
    { status: 201, body: { properties: { provisioningState: 'Provisioning' } } },
    { body: { properties: { provisioningState: 'Provisioning' } } },
    { body: { properties: { provisioningState: 'Succeeded' } } },
  ]);
  assert.deepEqual(await end, { properties: { provisioningState: 'Succeeded' } });
  assert.deepEqual(transport.sent, [`PUT ${paths.pool}`, `GET ${paths.pool}`, `GET ${paths.pool}`]);
  assert.deepEqual(states, ['Provisioning', 'Succeeded']);
});

test('without links a resource that is being deleted is read until it is gone', async () => {
  const { end, transport } = changePool('DELETE', { then: 'nothing' }, [
    { status: 202 },
    { body: { properties: { provisioningState: 'Deleting' } } },
    { status: 404, body: { error: { code: 'ResourceNotFound', message: 'gone' } } },
  ]);
  assert.equal(await end, undefined);
  assert.equal(transport.left, 0);
});

for (const [what, method, reply] of [
  ['a PUT with the resource', 'PUT', { status: 200, body: { name: 'p' } }],
  ['a DELETE of what is not there', 'DELETE', { status: 204 }],
] as const) {
  test(`${what} that is answered at once is not followed`, async () => {
    const { end, transport, clock } = changePool(method, { then: 'location' }, [reply]);
    assert.deepEqual(await end, method === 'PUT' ? { name: 'p' } : undefined);
    assert.equal(transport.sent.length, 1);
    assert.deepEqual(clock.sleeps, []);
  });
}

test('the query of the request that started it is not repeated when the resource is read', async () => {
  const transport = new ScriptedTransport({ status: 200, body: {} }, { body: { name: 'p' } });
  const { rest } = serviceAt(origin, { transport });
  const put = operation<{ query: { force: boolean }; result: unknown }>()({
    id: 'Pools_Put',
    plane: 'resourceManager',
    method: 'PUT',
    path: '/pools/{name}',
    apiVersion: '1',
    longRunning: { then: 'get', path: '/pools/{name}' },
  });
  await rest.run(put, { tenantId, name: 'p', query: { force: true } });
  assert.deepEqual(transport.sent, [`PUT ${paths.pool}&force=true`, `GET ${paths.pool}`]);
});
