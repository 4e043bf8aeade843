import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { plainText } from '../../../src/platform/plainText.ts';

describe('plainText', () => {
  it('breaks command links and icons, and shows what would reorder text', () => {
    const shown = plainText('[free](command:evil) $(trash) a\u202eb\u0007');
    assert.doesNotMatch(shown, /\]\(/u);
    assert.doesNotMatch(shown, /\$\(/u);
    assert.doesNotMatch(shown, /[\u202e\u0007]/u);
  });

  it('leaves ordinary text as it is', () => {
    for (const text of ['Ünïcode & <b>"quotes"</b> ../x', 'two\nlines', 'f(x) [y] $5'])
      assert.equal(plainText(text), text);
  });

  it('never leaves an opening, whatever comes in, and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('[', ']', '(', ')', '$', 'a', '\u200b', '\u202e') }), (text) => {
        const shown = plainText(text);
        assert.doesNotMatch(shown, /\]\(|\$\(/u);
        assert.equal(plainText(shown), shown);
      }),
    );
  });
});
