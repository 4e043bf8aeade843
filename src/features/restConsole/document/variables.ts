import { randomUUID } from 'node:crypto';

/** Values by name, as far as they are known. */
export type Values = ReadonlyMap<string, string>;

const reference = /\{\{\s*([$\p{L}_][\p{L}\p{N}_.-]*)\s*\}\}/gu;

/** Thrown for a variable without a value, or one that leads back to itself. */
export class UnknownVariable extends Error {
  readonly variable: string;

  constructor(variable: string) {
    super(variable);
    this.variable = variable;
  }
}

/**
 * A text with the variables' values in their places. Values may hold variables themselves; `{{$guid}}` is another random id
 * each time.
 *
 * @param encode What a value becomes in this place: an escaped part of a path, of JSON.
 * @throws UnknownVariable
 */
export function substituted(
  text: string,
  values: Values,
  encode: (value: string) => string = (value) => value,
): string {
  return text.replace(reference, (_match, name: string) => encode(valueOf(name, values, [])));
}

function valueOf(name: string, values: Values, within: readonly string[]): string {
  if (name === '$guid' || name === '$uuid') return randomUUID();
  const value = values.get(name);
  if (value === undefined || within.includes(name)) throw new UnknownVariable(name);
  return value.replace(reference, (_match, inner: string) => valueOf(inner, values, [...within, name]));
}

/** Names of the variables in a text, each once. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(reference)].map(([, name = '']) => name))];
}

/** A value as part of a JSON string. */
export function inJson(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}
