import assert from 'node:assert/strict';
import { isIPv4 } from 'node:net';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addressCount,
  covers,
  formatIpv4,
  highestIpv4,
  ipv4In,
  ipv4Range,
  parseIpv4,
} from '../../../src/platform/ipv4.ts';

const address = fc.integer({ min: 0, max: highestIpv4 });

describe('IPv4 addresses', () => {
  it('are read as they are written', () => {
    assert.equal(parseIpv4('0.0.0.0'), 0);
    assert.equal(parseIpv4('255.255.255.255'), highestIpv4);
    assert.equal(parseIpv4('203.0.113.7'), 0xcb_00_71_07);
    fc.assert(fc.property(address, (number) => parseIpv4(formatIpv4(number)) === number));
  });

  it('are none where Node sees none', () => {
    const nearly = fc.stringMatching(/^[0-9. -]{0,16}$/u);
    const parts = fc.array(fc.oneof(fc.integer({ min: -1, max: 300 }).map(String), fc.constantFrom('', '00', '01')));
    fc.assert(
      fc.property(
        fc.oneof(
          nearly,
          fc.string(),
          fc.ipV4(),
          parts.map((all) => all.join('.')),
        ),
        (text) => {
          assert.equal(parseIpv4(text) !== undefined, isIPv4(text), text);
        },
      ),
    );
  });

  it('keep their order as numbers, part by part', () => {
    fc.assert(
      fc.property(address, address, (one, other) => {
        const parts = (number: number): string =>
          formatIpv4(number)
            .split('.')
            .map((part) => part.padStart(3, '0'))
            .join('.');
        return one < other === parts(one) < parts(other);
      }),
    );
  });
});

describe('A range of addresses', () => {
  it('covers both its ends, what is between them and nothing else', () => {
    fc.assert(
      fc.property(address, address, address, (one, other, asked) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        const range = ipv4Range(formatIpv4(first), formatIpv4(last));
        assert.ok(range);
        assert.ok(covers(range, first) && covers(range, last));
        assert.equal(covers(range, asked), asked >= first && asked <= last);
        assert.equal(addressCount(range), last - first + 1);
      }),
    );
  });

  it('has its ends in order, and both are addresses', () => {
    assert.equal(ipv4Range('10.0.0.2', '10.0.0.1'), undefined);
    assert.equal(ipv4Range('10.0.0', '10.0.0.1'), undefined);
    assert.equal(ipv4Range('10.0.0.1', ''), undefined);
    assert.equal(addressCount({ first: 0, last: highestIpv4 }), 2 ** 32);
  });
});

describe('The address in a text of the service', () => {
  for (const [text, found] of [
    ['Client Ip address : 203.0.113.7', '203.0.113.7'],
    ['Client IP address 172.16.0.4 is not authorized', '172.16.0.4'],
    ['It was 203.0.113.7.', '203.0.113.7'],
    ["'203.0.113.7', then 10.0.0.1", '203.0.113.7'],
    ['999.0.113.7 and then 10.0.0.1', '10.0.0.1'],
    ['Client Ip address : 13.73.***.**', undefined],
    ['version 1.2.3.4.5', undefined],
    ['v1.2.3.4', undefined],
    ['203.0.113.07', undefined],
    ['$(command:x) 2001:db8::1', undefined],
    ['', undefined],
  ] as const) {
    it(`is ${found ?? 'none'} in ${JSON.stringify(text)}`, () => {
      assert.equal(ipv4In(text), found);
    });
  }
});
