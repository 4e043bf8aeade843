import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Issue } from './contract.ts';

/** A way in which the service itself does not keep to its specification, and the recording that shows it. */
export interface Deviation {
  /** Operation id of the specification. */
  readonly operation: string;
  readonly where: Issue['where'];
  readonly code: string;
  /** As the validator names it; `*` stands for any one index or member. Empty where the validator names none. */
  readonly path: string;
  readonly why: string;
  /** Whose traffic needs it: that of the examples of the specifications; by default that of the rings before. */
  readonly neededBy?: 'examples';
  readonly recording:
    | {
        /** A file of the folder `recorded` in the specifications folder. */
        readonly file: string;
        /** Place of the exchange in that file, counted from 0. */
        readonly index: number;
      }
    | {
        /** A file of the specifications folder itself, which tells of a recording that the folder does not hold. */
        readonly file: string;
        /** What it says. */
        readonly says: string;
      };
}

/** @throws when a member is missing, misspelt or of the wrong type */
export function readDeviations(): readonly Deviation[] {
  const file = path.resolve(import.meta.dirname, '../deviations.json');
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(list)) throw new Error('deviations.json is not a list');
  return list.map(checked);
}

/** For messages: what deviates, without the reason. */
export function describeDeviation({
  operation,
  where,
  code,
  path: place,
}: Omit<Deviation, 'why' | 'recording'>): string {
  return [operation, where, code, place].filter((part) => part !== '').join(' ');
}

/** Whether the deviation describes this issue of this operation. */
export function covers(deviation: Deviation, operation: string, issue: Issue): boolean {
  return (
    deviation.operation === operation &&
    deviation.where === issue.where &&
    deviation.code === issue.code &&
    patternOf(deviation.path).test(issue.path)
  );
}

function patternOf(place: string): RegExp {
  const parts = place.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^.[\\]]+')}$`);
}

const types = {
  operation: 'string',
  where: 'string',
  code: 'string',
  path: 'string',
  why: 'string',
  recording: 'object',
};
const recordingTypes = { file: 'string', index: 'number' };
const toldTypes = { file: 'string', says: 'string' };

function checked(entry: unknown, index: number): Deviation {
  const place = `deviations.json, entry ${String(index)}`;
  const deviation = withMembers(entry, types, place, ['neededBy']) as unknown as Deviation;
  withMembers(deviation.recording, 'says' in deviation.recording ? toldTypes : recordingTypes, place);
  const { where, why } = deviation;
  if (where !== 'request' && where !== 'response') throw new Error(`${place}: "where" is neither request nor response`);
  if (why.trim() === '') throw new Error(`${place}: "why" is empty`);
  return deviation;
}

function withMembers(
  value: unknown,
  needed: Readonly<Record<string, string>>,
  place: string,
  possible: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error(`${place}: not an object`);
  const members = value as Readonly<Record<string, unknown>>;
  for (const [name, type] of Object.entries(needed)) {
    if (typeof members[name] !== type) throw new Error(`${place}: "${name}" is not of type ${type}`);
  }
  const stray = Object.keys(members).find((name) => !Object.hasOwn(needed, name) && !possible.includes(name));
  if (stray !== undefined) throw new Error(`${place}: "${stray}" means nothing`);
  return members;
}
