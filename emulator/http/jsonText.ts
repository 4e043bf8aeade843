/**
 * A JSON document, or a part of one, that is sent as it was written. What goes through `JSON.parse` comes back with other
 * numbers (1.0 as 1, twenty digits as sixteen) and, where names are integers, in another order.
 */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** `JSON.stringify` for a value in which parts may stand as text. */
export function jsonTextOf(value: unknown): string {
  if (value instanceof JsonText) return value.text;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(jsonTextOf).join(',')}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${jsonTextOf(member)}`).join(',')}}`;
}
