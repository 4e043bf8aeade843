import type { Matches } from './search.ts';

/** Alternatives that one `$filter` may have, those of an `in` included. */
export const mostAlternatives = 15;

const text = `'(?:[^']|'')*'`;
const comparison = new RegExp(
  `^(\\w+)\\s+eq\\s+(${text})|^(\\w+)\\s+in\\s*\\(\\s*(${text}(?:\\s*,\\s*${text})*)\\s*\\)|^startswith\\(\\s*(\\w+)\\s*,\\s*(${text})\\s*\\)`,
  'i',
);

/**
 * Reads what is served of OData's `$filter`: `member eq 'text'`, `member in ('text',…)`, `startswith(member,'text')`,
 * joined by `and` and `or`, of which `and` binds tighter. Text is compared without case.
 *
 * @returns the number of alternatives with it; undefined for anything else
 */
export function parseFilter(filter: string): { readonly matches: Matches; readonly alternatives: number } | undefined {
  const alternatives: Matches[][] = [[]];
  let rest = filter.trim();
  let count = 0;
  for (;;) {
    const found = comparison.exec(rest);
    if (found === null) return undefined;
    const [whole, equalMember, equalText, inMember, inTexts, startMember, startText] = found;
    const values = textsOf(equalText ?? inTexts ?? startText ?? '');
    const starts = startMember !== undefined;
    alternatives.at(-1)?.push(compare(equalMember ?? inMember ?? startMember ?? '', values, starts));
    count += values.length;
    rest = rest.slice(whole.length);
    if (rest.trim() === '') break;
    const [joint, word = ''] = /^\s+(and|or)\s+/i.exec(rest) ?? [];
    if (joint === undefined) return undefined;
    if (word.toLowerCase() === 'or') alternatives.push([]);
    rest = rest.slice(joint.length);
  }
  return {
    matches: (object) => alternatives.some((all) => all.every((matches) => matches(object))),
    alternatives: count,
  };
}

function compare(member: string, values: readonly string[], starts: boolean): Matches {
  return (object) => {
    const own = Object.entries(object).find(([name]) => name.toLowerCase() === member.toLowerCase())?.[1];
    if (typeof own !== 'string') return false;
    const text = own.toLowerCase();
    return values.some((value) => (starts ? text.startsWith(value) : text === value));
  };
}

/** The texts of a list of quoted texts, in lower case. */
function textsOf(list: string): string[] {
  return [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, each = '']) => each.replaceAll("''", "'").toLowerCase());
}
