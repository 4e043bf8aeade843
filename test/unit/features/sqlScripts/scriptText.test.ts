import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeText, encodeText } from '../../../../src/features/sqlScripts/publishing/scriptText.ts';

describe('text of SQL files', () => {
  it('is read in the encodings that SQL tools write', () => {
    const text = 'SELECT N’ü’;\r\n';
    assert.deepEqual(decodeText(Buffer.from(text)), { text, encoding: 'utf8' });
    assert.deepEqual(decodeText(Buffer.from(`\ufeff${text}`)), { text, encoding: 'utf8bom' });
    assert.deepEqual(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le')), { text, encoding: 'utf16le' });
    assert.deepEqual(decodeText(new Uint8Array()), { text: '', encoding: 'utf8' });
  });

  it('is told from what is no text', () => {
    assert.equal(decodeText(Buffer.from([0x53, 0, 0x54])), undefined);
    assert.equal(decodeText(Buffer.from([0xfc, 0x20])), undefined);
    assert.equal(decodeText(Buffer.from([0xff, 0xfe, 0x41])), undefined);
  });

  it('survives being written and read, whatever it holds, in the encoding that a file had', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('\ufeff', '\0', '\ud800', 'a', '\r\n', '\u{1f600}')).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('utf8' as const, 'utf8bom' as const, 'utf16le' as const),
        (before, encoding) => {
          assert.equal(decodeText(encodeText(before, encoding))?.text, before);
        },
      ),
      { numRuns: 500 },
    );
    assert.equal(decodeText(encodeText('x', 'utf8bom'))?.encoding, 'utf8bom');
    assert.equal(decodeText(encodeText('x', 'utf16le'))?.encoding, 'utf16le');
  });
});
