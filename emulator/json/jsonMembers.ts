/*
 * Reads JSON without taking it apart: values are cut out of the text as they stand there. All functions expect text that
 * `JSON.parse` accepts.
 */

/**
 * The members of an object: name to text of the value. Of several members of one name the last counts, as for
 * `JSON.parse`.
 *
 * @throws SyntaxError for text that is no JSON, or JSON that is no object
 */
export function membersOf(text: string): Map<string, string> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SyntaxError('an object is expected');
  const members = new Map<string, string>();
  let at = afterBlank(text, afterBlank(text, 0) + 1);
  while (text[at] === '"') {
    const nameEnd = afterString(text, at);
    const name = JSON.parse(text.slice(at, nameEnd)) as string;
    const from = afterBlank(text, afterBlank(text, nameEnd) + 1);
    const to = afterValue(text, from);
    members.set(name, text.slice(from, to));
    // Past the comma; after the last member past the end.
    at = afterBlank(text, afterBlank(text, to) + 1);
  }
  return members;
}

/** The same document without blanks between its parts. */
export function compact(text: string): string {
  const parts: string[] = [];
  for (let at = afterBlank(text, 0); at < text.length; at = afterBlank(text, at)) {
    const from = at;
    at = text[at] === '"' ? afterString(text, at) : at + 1;
    parts.push(text.slice(from, at));
  }
  return parts.join('');
}

function afterBlank(text: string, from: number): number {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? '-')) at += 1;
  return at;
}

/** @param from of the opening quote */
function afterString(text: string, from: number): number {
  let quote = from;
  do quote = text.indexOf('"', quote + 1);
  while (isEscaped(text, quote));
  return quote + 1;
}

/** Whether an odd number of backslashes stands before the place. */
function isEscaped(text: string, place: number): boolean {
  let from = place;
  while (text[from - 1] === '\\') from -= 1;
  return (place - from) % 2 === 1;
}

function afterValue(text: string, from: number): number {
  const first = text[from];
  if (first === '"') return afterString(text, from);
  if (first !== '{' && first !== '[') return afterScalar(text, from);
  let depth = 0;
  let at = from;
  do {
    const character = text[at];
    if (character === '{' || character === '[') depth += 1;
    if (character === '}' || character === ']') depth -= 1;
    at = character === '"' ? afterString(text, at) : at + 1;
  } while (depth > 0);
  return at;
}

/** Numbers and the three words. */
function afterScalar(text: string, from: number): number {
  let at = from;
  while (!' \t\r\n,]}'.includes(text[at] ?? ',')) at += 1;
  return at;
}
