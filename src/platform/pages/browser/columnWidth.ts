/** Letters that any column has room for. */
const LEAST = 6;
/** What a header shows behind its words. */
const SORT_MARK = 3;

/** What a letter takes on average in wide fonts for screens. */
const EM_PER_LETTER = '0.6';

/** Letters of the longest of these texts. */
export function longest(texts: Iterable<string>): number {
  let most = 0;
  for (const { length } of texts) most = Math.max(most, length);
  return most;
}

/**
 * How much a column needs to show its longest text whole, in letters: its share of a grid's width.
 *
 * @param letters of its longest text
 * @param most what is longer is cut off
 */
export function shareFor(label: string, letters: number, most: number): number {
  return Math.min(Math.max(LEAST, label.length + SORT_MARK, letters), most);
}

/**
 * The same as a width: a track of a CSS grid, which gives way where there is no room. In `em`, which unlike `ch` is the same
 * in bold headers.
 */
export function widthFor(label: string, letters: number, most: number): string {
  return `minmax(0, calc(${String(shareFor(label, letters, most))} * ${EM_PER_LETTER}em + 12px))`;
}
