/**
 * SQL files as bytes. The encodings that SQL tools write: UTF-8 with and without a byte order mark, UTF-16 LE with one.
 * A lone surrogate or a NUL, which a script's text may hold and a UTF-8 text file may not, survives in UTF-16 LE.
 */
export type TextEncoding = 'utf8' | 'utf8bom' | 'utf16le';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** What the service is not asked to take; its own limit is not documented. */
export const LARGEST_SCRIPT = 10 * 1024 * 1024;

/** The text in a file; undefined where the bytes are none in these encodings. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) {
    if (buffer.length % 2 !== 0) return undefined;
    return { text: buffer.toString('utf16le', 2), encoding: 'utf16le' };
  }
  if (buffer.includes(0)) return undefined;
  const hasMark = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(buffer.subarray(hasMark ? 3 : 0));
    return { text, encoding: hasMark ? 'utf8bom' : 'utf8' };
  } catch {
    return undefined;
  }
}

/** The bytes of a text, in the wanted encoding where it can hold the text, so that `decodeText` gives the same text back. */
export function encodeText(text: string, wanted: TextEncoding = 'utf8'): Uint8Array {
  if (wanted === 'utf16le' || text.includes('\0') || !text.isWellFormed()) {
    return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  }
  // A text that begins with a byte order mark of its own needs one before it that may be taken away.
  const mark = wanted === 'utf8bom' || text.startsWith('\ufeff') ? '\ufeff' : '';
  return Buffer.from(`${mark}${text}`, 'utf8');
}
