import type { TypeSchema } from '../../../api/requestSchema.ts';

/** Named types, for `$ref`. */
export type Types = Readonly<Record<string, TypeSchema>>;

/** What a reference names; any JSON where it names nothing. */
export function resolved(schema: TypeSchema, types: Types): TypeSchema {
  return schema.$ref === undefined ? schema : (types[schema.$ref] ?? {});
}

/** Of a family, the type that an object is by its own word; without one, what all of them have. */
export function kindOf(schema: TypeSchema, types: Types, value: unknown): TypeSchema {
  const own = resolved(schema, types);
  if (!own.kinds || typeof value !== 'object' || value === null) return own;
  const kind: unknown = Reflect.get(value, own.kinds.by);
  const name = typeof kind === 'string' ? own.kinds.types[kind] : undefined;
  return (name === undefined ? undefined : types[name]) ?? own;
}

/** The values that a member may have, where there is a list of them: an enum, or the kinds of a family. */
export function choicesOf(schema: TypeSchema, types: Types): readonly (string | number | boolean)[] {
  const own = resolved(schema, types);
  return own.enum ?? (own.type === 'boolean' ? [true, false] : []);
}

/** Type of one member of an object; undefined where the object knows no such member. */
export function memberOf(
  schema: TypeSchema,
  types: Types,
  name: string,
): { readonly schema: TypeSchema; readonly required: boolean } | undefined {
  const own = resolved(schema, types);
  if (own.kinds?.by === name) {
    return { schema: { type: 'string', enum: Object.keys(own.kinds.types).sort(), open: true }, required: true };
  }
  const named = own.properties?.[name];
  if (named) return { schema: named, required: own.required?.includes(name) === true };
  if (own.additionalProperties === true) return { schema: {}, required: false };
  return own.additionalProperties && { schema: own.additionalProperties, required: false };
}

/** Names of the members that a request may set. */
export function membersOf(schema: TypeSchema, types: Types): string[] {
  const { properties = {} } = resolved(schema, types);
  return Object.keys(properties).filter((name) => properties[name]?.readOnly !== true);
}

/** Whether an object may have members that are not named. */
export function isOpen(schema: TypeSchema): boolean {
  return schema.additionalProperties !== undefined || schema.kinds !== undefined || schema.type === undefined;
}

/** A type in one line, as people write it: `"Small" | "Medium" | string`, `object`, `string[]`. */
export function typeText(schema: TypeSchema, types: Types): string {
  const own = resolved(schema, types);
  const values = (own.enum ?? []).map((value) => JSON.stringify(value));
  if (values.length > 0) return [...values, ...(own.open === true ? ['string'] : [])].join(' | ');
  if (own.type === 'array') return `${own.items ? typeText(own.items, types) : 'any'}[]`;
  const name = schema.$ref === undefined ? (own.type ?? 'any') : `${own.type ?? 'any'} ${schema.$ref}`;
  return own.format === undefined ? name : `${name} (${own.format})`;
}
