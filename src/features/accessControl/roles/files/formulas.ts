/*
 * Spreadsheets take a cell for a formula when it begins with one of these signs, wide ones included, so a name that
 * somebody has chosen could run as one. Such a cell gets an apostrophe before it, and so does a cell that would look as if
 * it had got one: what was defused is the only thing that is changed back.
 */
const signs = '=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20';
const needsIt = new RegExp(`^'*[${signs}]`, 'u');
const hasIt = new RegExp(`^'+[${signs}]`, 'u');

/** The text as a cell that no spreadsheet takes for a formula. */
export function defused(text: string): string {
  return needsIt.test(text) ? `'${text}` : text;
}

/** The text that a cell was made from. */
export function undefused(cell: string): string {
  return hasIt.test(cell) ? cell.slice(1) : cell;
}
