import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LongRunningEnd, type Method, operation } from '../../../src/azure/operation.ts';
import type { RunOptions } from '../../../src/azure/restService.ts';
import { TransportError } from '../../../src/azure/transport.ts';
import { azureErrorOf, serviceAt, tenantId, type TestService } from './support/service.ts';
import { ScriptedTransport, type Scripted } from './support/scriptedTransport.ts';
import { StoppedClock } from './support/virtualClock.ts';

const origin = 'http://127.0.0.1:4321';
const statusUrl = `${origin}/resourceManager/operationStatuses/1?api-version=1`;
const resultUrl = `${origin}/resourceManager/operationResults/1?api-version=1`;
const both = { 'azure-asyncoperation': statusUrl, location: resultUrl };

const [started, status, result, resource] = [
  'pools/p?api-version=1',
  'operationStatuses/1?api-version=1',
  'operationResults/1?api-version=1',
  'pools/p?api-version=1',
].map((path) => `/resourceManager/${path}`);

interface Ran extends Pick<TestService, 'clock' | 'tokens'> {
  readonly end: Promise<unknown>;
  readonly transport: ScriptedTransport;
  readonly states: string[];
}

function run(
  method: Method,
  longRunning: LongRunningEnd,
  replies: (Scripted | Error)[],
  options: RunOptions = {},
): Ran {
  const declared = operation<{ query: { force?: boolean }; result: unknown }>()({
    id: 'Pools_Change',
    plane: 'resourceManager',
    method,
    path: method === 'POST' ? '/pools/{name}/pause' : '/pools/{name}',
    apiVersion: '1',
    longRunning,
  });
  const transport = new ScriptedTransport(...replies);
  const { rest, clock, tokens } = serviceAt(origin, { transport });
  const states: string[] = [];
  const onState = (state: string): void => void states.push(state);
  return {
    end: rest.run(declared, { tenantId, name: 'p' }, { onState, ...options }),
    transport,
    states,
    clock,
    tokens,
  };
}

const get: LongRunningEnd = { then: 'get', path: '/pools/{name}' };

test('Azure-AsyncOperation is asked before Location, then the resource is read again', async () => {
  const { end, transport, states } = run('POST', get, [
    { status: 202, headers: { ...both, retryafter: '15' } },
    { body: { status: 'InProgress' } },
    { body: { status: 'InProgress' } },
    { body: { name: '1', status: 'Succeeded' } },
    { body: { name: 'p', properties: { status: 'Paused' } } },
  ]);
  assert.deepEqual(await end, { name: 'p', properties: { status: 'Paused' } });
  const pause = '/resourceManager/pools/p/pause?api-version=1';
  assert.deepEqual(transport.sent, [
    `POST ${pause}`,
    ...[status, status, status, resource].map((path) => `GET ${path}`),
  ]);
  assert.deepEqual(states, ['InProgress', 'Succeeded']);
});

test('the result is read from Location after Azure-AsyncOperation has ended, once it is there', async () => {
  const { end, transport } = run('PUT', { then: 'location' }, [
    { status: 202, headers: both, body: { properties: { provisioningState: 'Provisioning' } } },
    { body: { status: 'Succeeded' } },
    { status: 202, headers: { location: resultUrl } },
    { status: 201, body: { name: 'p', properties: { provisioningState: 'Succeeded' } } },
  ]);
  assert.deepEqual(await end, { name: 'p', properties: { provisioningState: 'Succeeded' } });
  assert.deepEqual(transport.sent.slice(1), [`GET ${status}`, `GET ${result}`, `GET ${result}`]);
});

test('without a Location the resource itself is the result of a PUT', async () => {
  const { end, transport } = run('PUT', { then: 'location' }, [
    { status: 201, headers: { 'azure-asyncoperation': statusUrl }, body: { name: 'p' } },
    { body: { status: 'Succeeded' } },
    { body: { name: 'p' } },
  ]);
  assert.deepEqual(await end, { name: 'p' });
  assert.deepEqual(transport.sent, [`PUT ${started}`, `GET ${status}`, `GET ${started}`]);
});

test('Location alone is asked until it answers something else than 202', async () => {
  const { end, transport, clock } = run('DELETE', { then: 'nothing' }, [
    { status: 202, headers: { location: resultUrl, 'retry-after': '10' } },
    { status: 202, headers: { location: `${resultUrl}&again=1`, 'retry-after': '7' } },
    { status: 204 },
  ]);
  assert.equal(await end, undefined);
  assert.deepEqual(transport.sent, [`DELETE ${started}`, `GET ${result}`, `GET ${result}&again=1`]);
  assert.deepEqual(clock.sleeps, [10_000, 7_000]);
});

test('an artifact: a record, progress, then the resource; its own states are told', async () => {
  const { end, states } = run('PUT', { then: 'location' }, [
    { status: 202, headers: { location: resultUrl }, body: { state: 'Creating', operationId: '1', name: 'p' } },
    { status: 202, headers: { location: resultUrl }, body: { status: 'InProgress' } },
    { status: 200, body: { name: 'p', properties: { type: 'SqlQuery' }, etag: 'e' } },
  ]);
  assert.deepEqual(await end, { name: 'p', properties: { type: 'SqlQuery' }, etag: 'e' });
  assert.deepEqual(states, ['Creating', 'InProgress']);
});

test('deleting an artifact ends with an empty 200', async () => {
  const { end } = run('DELETE', { then: 'nothing' }, [
    { status: 202, headers: { location: resultUrl }, body: { state: 'Deleting', recordId: 0 } },
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
  const { end, transport, states } = run('PUT', { then: 'location' }, [
    { status: 201, body: { properties: { provisioningState: 'Provisioning' } } },
    { body: { properties: { provisioningState: 'Provisioning' } } },
    { body: { properties: { provisioningState: 'Succeeded' } } },
  ]);
  assert.deepEqual(await end, { properties: { provisioningState: 'Succeeded' } });
  assert.deepEqual(transport.sent, [`PUT ${started}`, `GET ${started}`, `GET ${started}`]);
  assert.deepEqual(states, ['Provisioning', 'Succeeded']);
});

test('without links a resource that is being deleted is read until it is gone', async () => {
  const { end, transport } = run('DELETE', { then: 'nothing' }, [
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
    const { end, transport, clock } = run(method, { then: 'location' }, [reply]);
    assert.deepEqual(await end, method === 'PUT' ? { name: 'p' } : undefined);
    assert.equal(transport.sent.length, 1);
    assert.deepEqual(clock.sleeps, []);
  });
}

test('a failure says code and message of the service', async () => {
  const error = { code: 'InvalidSku', message: 'No such size.', details: [{ code: 'Why', message: 'Too large.' }] };
  const { end } = run('POST', get, [
    { status: 202, headers: both },
    { body: { status: 'Failed', error }, headers: { 'x-ms-request-id': 'served-9' } },
  ]);
  const failure = await azureErrorOf(end);
  assert.equal(failure.reason, 'operationFailed');
  assert.equal(failure.operation, 'Pools_Change');
  assert.equal(failure.code, 'InvalidSku');
  assert.equal(failure.message, 'No such size.\nWhy: Too large.');
  assert.equal(failure.requestId, 'served-9');
});

for (const [what, replies, code] of [
  [
    'Failed within a 200 of Location',
    [{ status: 202, headers: { location: resultUrl } }, { body: { status: 'Failed' } }],
    'Failed',
  ],
  ['Failed within the first answer', [{ status: 200, body: { status: 'failed' } }], 'failed'],
  ['Canceled', [{ status: 202, headers: both }, { body: { status: 'Canceled' } }], 'Canceled'],
  [
    'a resource whose provisioning failed',
    [{ status: 201, body: { properties: { provisioningState: 'Failed' } } }],
    'Failed',
  ],
] as const) {
  test(`${what} is a failure even without a reason`, async () => {
    const failure = await azureErrorOf(run('PUT', { then: 'location' }, [...replies]).end);
    assert.equal(failure.reason, 'operationFailed');
    assert.equal(failure.code, code);
    assert.match(failure.message, new RegExp(`ended as ${code}`));
  });
}

test('states are compared without case, and unknown ones mean to go on', async () => {
  const words = ['Accepted', 'RUNNING', 'inprogress', 'Warming up', 'sUCCEEDED'];
  const { end, states } = run('POST', { then: 'nothing' }, [
    { status: 202, headers: both },
    ...words.map((word) => ({ body: { status: word } })),
  ]);
  await end;
  assert.deepEqual(states, words);
});

test('without Retry-After the questions come slower and slower, but not slower than every 15 seconds', async () => {
  const { end, clock } = run('POST', { then: 'nothing' }, [
    { status: 202, headers: both },
    ...Array.from({ length: 8 }, () => ({ body: { status: 'InProgress' } })),
    { body: { status: 'Succeeded' }, headers: { 'retry-after': '99' } },
  ]);
  await end;
  assert.deepEqual(clock.sleeps.map(Math.round), [2000, 3000, 4500, 6750, 10125, 15000, 15000, 15000, 15000]);
});

test('Retry-After is kept, but nobody is left without news for longer than two minutes', async () => {
  const { end, clock } = run('POST', { then: 'nothing' }, [
    { status: 202, headers: { ...both, 'retry-after': '40' } },
    { body: { status: 'InProgress' }, headers: { 'retry-after': '4000' } },
    { body: { status: 'Succeeded' } },
  ]);
  await end;
  assert.deepEqual(clock.sleeps, [40_000, 120_000]);
});

const lost = (): Error => new TransportError('ECONNRESET', 'for a test');

test('troubles that outlast the repetitions of one question do not end the operation', async () => {
  const outage = [...Array.from({ length: 5 }, lost), ...Array.from({ length: 5 }, () => ({ status: 503 }))];
  const { end, transport } = run('POST', { then: 'nothing' }, [
    { status: 202, headers: both },
    ...outage,
    { body: { status: 'Succeeded' } },
  ]);
  await end;
  assert.equal(transport.left, 0);
});

test('troubles without an end are reported', async () => {
  const outage = Array.from({ length: 30 }, lost);
  const { end, transport } = run('POST', { then: 'nothing' }, [{ status: 202, headers: both }, ...outage]);
  assert.equal((await azureErrorOf(end)).code, 'ECONNRESET');
  assert.equal(transport.left, 0);
});

test('a refused question ends it at once', async () => {
  const { end, transport } = run('POST', { then: 'nothing' }, [
    { status: 202, headers: both },
    { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'no' } } },
  ]);
  assert.equal((await azureErrorOf(end)).code, 'AuthorizationFailed');
  assert.equal(transport.sent.length, 2);
});

test('an operation that never ends is given up after hours', async () => {
  const replies = Array.from({ length: 500 }, () => ({
    body: { status: 'InProgress' },
    headers: { 'retry-after': '120' },
  }));
  const failure = await azureErrorOf(
    run('POST', { then: 'nothing' }, [{ status: 202, headers: both }, ...replies]).end,
  );
  assert.match(failure.message, /not ended within 6 hours/);
});

for (const header of ['azure-asyncoperation', 'location']) {
  test(`a ${header} that leads to another host is refused`, async () => {
    const headers = { [header]: 'https://evil.test/resourceManager/operationStatuses/1' };
    const { end, transport } = run('DELETE', { then: 'nothing' }, [{ status: 202, headers }]);
    assert.equal((await azureErrorOf(end)).reason, 'untrustedHost');
    assert.equal(transport.sent.length, 1);
  });
}

test('aborting stops the waiting, and no further question is asked', async () => {
  const clock = new StoppedClock();
  const transport = new ScriptedTransport({ status: 202, headers: both });
  const { rest } = serviceAt(origin, { transport, clock });
  const remove = operation<{ result: undefined }>()({
    id: 'Pools_Remove',
    plane: 'resourceManager',
    method: 'DELETE',
    path: '/pools/{name}',
    longRunning: { then: 'nothing' },
  });
  const controller = new AbortController();
  const reason = new Error('stopped');
  const end = rest.run(remove, { tenantId, name: 'p' }, { signal: controller.signal });
  const rejected = assert.rejects(end, (error) => error === reason);
  assert.equal(await clock.asleep, 2000);
  controller.abort(reason);
  await rejected;
  assert.equal(transport.sent.length, 1);
});

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
  assert.deepEqual(transport.sent, [`PUT ${started}&force=true`, `GET ${resource}`]);
});
