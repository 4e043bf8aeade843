import type { GraphObject } from './objects.ts';

/** Whether an object is found. */
export type Matches = (object: GraphObject) => boolean;

/** Members that Microsoft Graph searches by words; all others are searched by how they begin (documentation of `$search`). */
const byWords = new Set(['displayname', 'description']);

/**
 * Reads `$search` of directory objects: `"member:text"` clauses joined by AND and OR, of which AND binds tighter.
 *
 * @returns undefined for anything else
 */
export function parseSearch(text: string): Matches | undefined {
  const alternatives: Matches[][] = [[]];
  const clause = /\s*"((?:[^"\\]|\\.)*)"\s*(AND|OR|$)\s*/gy;
  while (clause.lastIndex < text.length) {
    const [whole, quoted = '', join = ''] = clause.exec(text) ?? [];
    if (whole === undefined) return undefined;
    const [, member, wanted] = /^(\w+):(.*)$/s.exec(quoted.replace(/\\(.)/g, '$1')) ?? [];
    if (member === undefined || wanted === undefined || wanted.trim() === '') return undefined;
    alternatives.at(-1)?.push(has(member, wanted));
    if (join === 'OR') alternatives.push([]);
    if (join !== '' && clause.lastIndex >= text.length) return undefined;
  }
  if (alternatives.some((all) => all.length === 0)) return undefined;
  return (object) => alternatives.some((all) => all.every((matches) => matches(object)));
}

function has(member: string, wanted: string): Matches {
  const words = wordsOf(wanted);
  return (object) => {
    const value = Object.entries(object).find(([name]) => name.toLowerCase() === member.toLowerCase())?.[1];
    if (typeof value !== 'string') return false;
    if (!byWords.has(member.toLowerCase())) return value.toLowerCase().startsWith(wanted.trim().toLowerCase());
    const own = wordsOf(value);
    return words.length > 0 && words.every((word) => own.some((each) => each.startsWith(word)));
  };
}

function wordsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
}
