import type { Request } from '../http/exchange.ts';
import { ServiceError } from '../http/serviceError.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws ServiceError 400 unless the body is a JSON object */
export function objectBody(request: Request): JsonObject {
  let body: unknown;
  try {
    body = JSON.parse(request.text);
  } catch (error) {
    throw invalidContent(error instanceof Error ? error.message : 'not JSON');
  }
  if (!isObject(body)) throw invalidContent('an object is expected');
  return body;
}

/** A member that must be a string when it is there; null counts as absent, as clients send it. */
export function stringMember(body: JsonObject, name: string): string | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw invalidContent(`'${name}' must be a string`);
}

/** A member that must be a number when it is there; null counts as absent. */
export function numberMember(body: JsonObject, name: string): number | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined || typeof value === 'number') return value;
  throw invalidContent(`'${name}' must be a number`);
}

/** A member that must be an object when it is there; null counts as absent. */
export function objectMember(body: JsonObject, name: string): JsonObject | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined || isObject(value)) return value;
  throw invalidContent(`'${name}' must be an object`);
}

/** `tags`: an object of strings. */
export function tagsMember(body: JsonObject): Readonly<Record<string, string>> | undefined {
  const tags = objectMember(body, 'tags');
  if (tags === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(tags).map(([name, value]) => {
      if (typeof value !== 'string') throw invalidContent(`the tag '${name}' must be a string`);
      return [name, value];
    }),
  );
}

function invalidContent(reason: string): ServiceError {
  return new ServiceError(
    400,
    'InvalidRequestContent',
    `The request content was invalid and could not be deserialized: '${reason}'.`,
  );
}
