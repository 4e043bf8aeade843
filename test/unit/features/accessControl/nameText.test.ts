import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nameText } from '../../../../src/features/accessControl/people/nameText.ts';
import { plainText } from '../../../../src/platform/plainText.ts';

describe('a name in a row', () => {
  it('is left as it is, markup and all', () => {
    for (const name of ['Zoë Łukasiewicz', '<img src=x onerror=alert(1)>', '[x](command:y) $(z)', '陈美 (Mei Chen)'])
      assert.equal(nameText(name), name);
  });

  it('is one line without control characters', () => {
    assert.equal(nameText(' two\r\n\tlines\u0007 \ud800'), 'two lines\ufffd \ufffd');
  });

  it('that is written from right to left is isolated, and keeps its marks', () => {
    assert.equal(nameText('נועה\u200f לוי'), '\u2068נועה\u200f לוי\u2069');
    assert.equal(nameText('مريم'), '\u2068مريم\u2069');
  });

  it('cannot turn what stands beside it', () => {
    assert.equal(nameText('a\u202etxt.exe'), 'a\ufffdtxt.exe');
    assert.equal(nameText('\u2069\u202eעברית'), '\u2068\ufffd\ufffdעברית\u2069');
  });

  it('is cut between letters when it is long', () => {
    assert.equal(nameText('x'.repeat(1000)), `${'x'.repeat(79)}…`);
    const family = '👩‍👩‍👧‍👦';
    assert.equal(nameText(family.repeat(100), 3), `${family}${family}…`);
    assert.equal(nameText(family.repeat(3), 3), family.repeat(3));
  });

  it('never holds more than it may, whatever it is made of', () => {
    const odd = fc.constantFrom(
      'a',
      ' ',
      'ש',
      '\u200f',
      '\u202e',
      '\u2066',
      '\u2068',
      '\u2069',
      '\n',
      '\u0000',
      ']',
      '(',
      '$',
    );
    fc.assert(
      fc.property(fc.string({ unit: odd, maxLength: 300 }), (name) => {
        const shown = nameText(name, 20);
        const inner = /^\u2068(.*)\u2069$/su.exec(shown)?.[1] ?? shown;
        assert.doesNotMatch(inner, /[\u202a-\u202e\u2066-\u2069\u0000-\u001f]/u);
        assert.ok([...new Intl.Segmenter().segment(inner)].length <= 20);
        // What isolates it survives in a message, and nothing else of the kind does.
        assert.equal(plainText(shown).startsWith('\u2068'), shown.startsWith('\u2068'));
      }),
    );
  });
});
