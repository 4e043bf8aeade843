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

  it('keeps an isolate that is closed and holds nothing of the kind, for it reorders nothing around it', () => {
    assert.equal(plainText('“\u2068שלום\u2069” of x'), '“\u2068שלום\u2069” of x');
    assert.equal(plainText('\u2068open'), '\ufffdopen');
    assert.equal(plainText('\u2068a\u202eb\u2069'), '\ufffda\ufffdb\ufffd');
    assert.equal(plainText('\u2068a\nb\u2069'), '\ufffda\nb\ufffd');
    assert.doesNotMatch(plainText('\u2068[a](command:b) $(c)\u2069'), /\]\(|\$\(/u);
  });

  it('leaves ordinary text as it is', () => {
    for (const text of ['Ünïcode & <b>"quotes"</b> ../x', 'two\nlines', 'f(x) [y] $5'])
      assert.equal(plainText(text), text);
  });

  it('never leaves an opening, whatever comes in, and is stable', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('[', ']', '(', ')', '$', 'a', '\u200b', '\u202e', '\u2068', '\u2069') }),
        (text) => {
          const shown = plainText(text);
          assert.doesNotMatch(shown, /\]\(|\$\(/u);
          assert.equal(plainText(shown), shown);
        },
      ),
    );
  });
});
