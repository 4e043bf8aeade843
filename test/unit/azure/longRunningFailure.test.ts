import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bothLinks, changePool, links, readPool } from './support/changePool.ts';
import { azureErrorOf } from './support/service.ts';

test('a failure says code and message of the service', async () => {
  const error = { code: 'InvalidSku', message: 'No such size.', details: [{ code: 'Why', message: 'Too large.' }] };
  const { end } = changePool('POST', readPool, [
    { status: 202, headers: bothLinks },
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
    [{ status: 202, headers: { location: links.result } }, { body: { status: 'Failed' } }],
    'Failed',
  ],
  [
    'Failed within a 202',
    [
      { status: 202, headers: { location: links.result } },
      { status: 202, body: { status: 'Failed' } },
    ],
    'Failed',
  ],
  ['Failed within the first answer', [{ status: 200, body: { status: 'failed' } }], 'failed'],
  ['Canceled', [{ status: 202, headers: bothLinks }, { body: { status: 'Canceled' } }], 'Canceled'],
  [
    'a resource whose provisioning failed',
    [{ status: 201, body: { properties: { provisioningState: 'Failed' } } }],
    'Failed',
  ],
] as const) {
  test(`${what} is a failure even without a reason`, async () => {
    const failure = await azureErrorOf(changePool('PUT', { then: 'location' }, [...replies]).end);
    assert.equal(failure.reason, 'operationFailed');
    assert.equal(failure.code, code);
    assert.match(failure.message, new RegExp(`ended as ${code}`));
  });
}

test('a refused question ends it at once', async () => {
  const { end, transport } = changePool('POST', { then: 'nothing' }, [
    { status: 202, headers: bothLinks },
    { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'no' } } },
  ]);
  assert.equal((await azureErrorOf(end)).code, 'AuthorizationFailed');
  assert.equal(transport.sent.length, 2);
});

for (const header of ['azure-asyncoperation', 'location']) {
  test(`a ${header} that leads to another host is refused`, async () => {
    const headers = { [header]: 'https://evil.test/resourceManager/operationStatuses/1' };
    const { end, transport } = changePool('DELETE', { then: 'nothing' }, [{ status: 202, headers }]);
    assert.equal((await azureErrorOf(end)).reason, 'untrustedHost');
    assert.equal(transport.sent.length, 1);
  });
}
