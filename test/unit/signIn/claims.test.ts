import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { claimsIn } from '../../../src/signIn/credentials/claims.ts';

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1726258122"}}}';
const encoded = Buffer.from(claims).toString('base64');

describe('claimsIn', () => {
  it('finds the claims of a challenge', () => {
    const header = `Bearer realm="", authorization_uri="https://login.test/common/oauth2/authorize", error="insufficient_claims", claims="${encoded}"`;
    assert.equal(claimsIn(header), claims);
  });

  it('finds them in one of several challenges, quoted or not, and in the URL alphabet', () => {
    assert.equal(claimsIn(`PoP realm="x", nonce="y", Bearer claims="${encoded}", error="insufficient_claims"`), claims);
    assert.equal(claimsIn(`Bearer claims=${Buffer.from(claims).toString('base64url')}`), claims);
  });

  it('takes nothing that is no claims', () => {
    for (const header of [
      '',
      'Bearer realm=""',
      'Bearer claims=""',
      'Bearer claims="%%%"',
      'Bearer claims="bm90IGpzb24="',
    ]) {
      assert.equal(claimsIn(header), undefined, header);
    }
  });

  it('never throws, and what it finds is always JSON', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = claimsIn(`Bearer claims="${text}"`);
        if (found !== undefined) JSON.parse(found);
      }),
    );
  });
});
