import { ServiceError } from '../http/serviceError.ts';
import { isObject, type JsonObject } from '../services/requestBody.ts';

/**
 * One member of a body: what is stored of a value that was sent, undefined for nothing. `null` counts as absent, as clients
 * send it.
 *
 * @throws ServiceError 400 for a value that cannot be meant
 */
export type Member = (value: unknown, name: string) => unknown;

const refused = (name: string, wanted: string): ServiceError =>
  new ServiceError(
    400,
    'InvalidRequestContent',
    `The request content was invalid and could not be deserialized: '${name}' must be ${wanted}.`,
  );

function member(wanted: string, is: (value: unknown) => boolean): Member {
  return (value, name) => {
    if (value === undefined || value === null || is(value)) return value ?? undefined;
    throw refused(name, wanted);
  };
}

export const text = member('a string', (value) => typeof value === 'string');
export const flag = member('true or false', (value) => typeof value === 'boolean');
export const whole = member('a whole number', (value) => Number.isInteger(value));
export const number = member('a number', (value) => typeof value === 'number');
export const texts = member('a list of strings', (value) => {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
});
export const list = member('a list', (value) => Array.isArray(value));
export const object = member('an object', isObject);
/** Taken and forgotten. */
export const secret: Member = (value, name) => (text(value, name), undefined);

/** One of these, without regard to case and stored as it is spelt here. */
export function choice(...values: readonly string[]): Member {
  return (value, name) => {
    if (value === undefined || value === null) return undefined;
    const known = values.find((each) => typeof value === 'string' && each.toLowerCase() === value.toLowerCase());
    if (known !== undefined) return known;
    throw refused(name, values.join(' or '));
  };
}

/** With a value for when none is sent. */
export function or(inner: Member, absent: unknown): Member {
  return (value, name) => inner(value, name) ?? absent;
}

/** @throws ServiceError 400 when none is sent */
export function required(inner: Member): Member {
  return (value, name) => {
    const stored = inner(value, name);
    if (stored !== undefined) return stored;
    throw refused(name, 'there');
  };
}

/** An object of just these members; what else is sent is not kept. */
export function members(shape: Readonly<Record<string, Member>>): (sent: JsonObject) => JsonObject {
  return (sent) => {
    const stored = Object.entries(shape).map(([name, each]) => [name, each(sent[name], name)] as const);
    return Object.fromEntries(stored.filter(([, value]) => value !== undefined));
  };
}

/** The same for the member `properties` of a body. @throws ServiceError 400 where it is no object */
export function properties(shape: Readonly<Record<string, Member>>): (sent: JsonObject) => { properties: JsonObject } {
  const stored = members(shape);
  return (sent) => {
    const inner = sent['properties'] ?? {};
    if (!isObject(inner)) throw refused('properties', 'an object');
    return { properties: stored(inner) };
  };
}
