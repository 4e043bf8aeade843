/** What can turn the direction of text around it: embeddings, overrides, isolates. */
const turning = /[\u202a-\u202e\u2066-\u2069]/gu;
/** Letters of scripts that are written from right to left, and the marks that make text run so. */
const rightToLeft = /[\u0590-\u08ff\u200f\u061c\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const mostInARow = 80;

/**
 * Somebody's name as one line that cannot change what stands beside it: short, without line breaks and control
 * characters, and isolated where it is written from right to left, so that a description behind it stays behind it.
 * Markup is left as it is: nothing that shows a name reads it.
 *
 * @param most letters as people count them
 */
export function nameText(name: string, most = mostInARow): string {
  const line = name
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '\ufffd')
    .replace(turning, '\ufffd')
    .trim();
  const short = shortened(line, most);
  // First strong isolate and its end (Unicode UAX #9).
  return rightToLeft.test(short) ? `\u2068${short}\u2069` : short;
}

/** Cuts between letters, not within one: many are several code points. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const letters: string[] = [];
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (letters.length === most) return `${letters.slice(0, -1).join('').trimEnd()}…`;
    letters.push(segment);
  }
  return text;
}
