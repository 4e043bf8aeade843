import { isLosslessNumber } from 'lossless-json';
import type { ExactDocument } from '../../../azure/exactJson.ts';
import { isObject } from '../../../azure/json.ts';

/** Members that a .sql file, its path and the sidecar's own members hold, or that only the service writes. */
const known: Members = {
  id: true,
  name: true,
  type: true,
  etag: true,
  properties: {
    type: 'SqlQuery',
    description: true,
    folder: { name: true },
    content: {
      query: true,
      resultLimit: true,
      metadata: { language: 'sql' },
      currentConnection: { type: true, poolName: true, databaseName: true },
    },
  },
};

/** `true`: held elsewhere whatever it is; a text: goes without saying when it is this one. */
interface Members {
  readonly [member: string]: true | string | Members;
}

/** What is left of a script's document when all that is held elsewhere is taken out; undefined where nothing is. */
export function moreMembersOf(document: ExactDocument): ExactDocument | undefined {
  return without(document, known);
}

function without(value: ExactDocument, members: Members): ExactDocument | undefined {
  const left = Object.entries(value).flatMap(([key, member]): (readonly [string, unknown])[] => {
    const rule = Object.hasOwn(members, key) ? members[key] : undefined;
    if (rule === true || (typeof rule === 'string' && rule === member)) return [];
    if (typeof rule !== 'object' || !isObject(member)) return [[key, member]];
    const rest = without(member, rule);
    return rest === undefined ? [] : [[key, rest]];
  });
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

/** The document with members put in where they stand; the same object where it has them all already. */
export function withMembersOf(document: ExactDocument, more: ExactDocument): ExactDocument {
  let after = document;
  for (const [key, value] of Object.entries(more)) {
    const before = Object.hasOwn(document, key) ? document[key] : undefined;
    const merged =
      isObject(before) && isObject(value) && !isLosslessNumber(value) ? withMembersOf(before, value) : value;
    if (Object.hasOwn(document, key) && sameValue(before, merged)) continue;
    after = { ...after, [key]: merged };
  }
  return after;
}

/** Whether two JSON values are the same: order of members does not count, the text of numbers does. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (isLosslessNumber(one) || isLosslessNumber(other)) return numberText(one) === numberText(other);
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => sameValue(value, other[index]));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameValue(one[key], other[key]))
  );
}

function numberText(value: unknown): string | undefined {
  if (isLosslessNumber(value)) return value.value;
  return typeof value === 'number' ? String(value) : undefined;
}
