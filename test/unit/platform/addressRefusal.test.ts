import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AzureError, type AzureErrorDetails } from '../../../src/azure/azureError.ts';
import { addressRefusal, isPrivateEndpointRefusal } from '../../../src/platform/errors/addressRefusal.ts';

const code = 'ClientIpAddressNotAuthorized';

function refusedWith(more: Partial<AzureErrorDetails>): AzureError {
  return new AzureError({ reason: 'refused', operation: 'Any_Operation', status: 403, message: '', ...more });
}

describe('A refusal by a workspace’s firewall', () => {
  for (const [what, error, expected] of [
    ['the usual one', { code, message: 'Client Ip address : 203.0.113.7' }, { address: '203.0.113.7' }],
    [
      'another spelling',
      { code: code.toLowerCase(), message: 'Client IP Address: 203.0.113.7.' },
      { address: '203.0.113.7' },
    ],
    ['no code', { message: 'Client Ip address : 203.0.113.7' }, { address: '203.0.113.7' }],
    ['no address', { code, message: 'Client Ip address : 13.73.***.**' }, {}],
    ['what only looks like an address', { code, message: 'Client Ip address : 256.1.1.1' }, {}],
    ['a missing role', { code: 'Unauthorized', message: 'The principal 203.0.113.7 lacks a role' }, undefined],
    ['another status', { code, status: 401, message: 'Client Ip address : 203.0.113.7' }, undefined],
    [
      'a private endpoint',
      { code, message: 'Client IP address 172.16.0.4 is not authorized to access private endpoint connection' },
      undefined,
    ],
  ] as const) {
    it(`is read: ${what}`, () => {
      assert.deepEqual(addressRefusal(refusedWith(error)), expected);
    });
  }

  it('is none where nothing was refused by Azure', () => {
    assert.equal(addressRefusal(new Error(`${code} Client Ip address : 203.0.113.7`)), undefined);
    assert.equal(addressRefusal(undefined), undefined);
  });

  it('is told apart from one at a private endpoint', () => {
    const message = 'Client IP address 172.16.0.4 is not authorized to access private endpoint connection';
    assert.equal(isPrivateEndpointRefusal(refusedWith({ code, message })), true);
    assert.equal(isPrivateEndpointRefusal(refusedWith({ code, message: 'Client Ip address : 1.2.3.4' })), false);
    assert.equal(isPrivateEndpointRefusal(refusedWith({ code: 'Other', message: 'private endpoint' })), false);
  });
});
