import type { Schema } from './openApi.ts';
import type { Definition, Located, Specifications } from './specifications.ts';

export interface TypeContext {
  readonly specifications: Specifications;
  /** The exported name of a definition. */
  readonly nameOf: (definition: Definition) => string;
  /**
   * Whether enums take other strings too. They must in everything that a service answers: answers are not checked when
   * they arrive, recorded ones hold values that the specification lacks, and a closed union would let the compiler drop
   * the branch that handles them.
   */
  readonly openEnums: boolean;
}

/** The TypeScript type of a schema; unformatted, prettier removes superfluous parentheses and quotes. */
export function renderType(located: Located<Schema>, context: TypeContext): string {
  const type = renderWithoutNull(located, context);
  return located.value['x-nullable'] === true && type !== 'unknown' ? `${type} | null` : type;
}

function renderWithoutNull(located: Located<Schema>, context: TypeContext): string {
  const schema = located.value;
  const definition = context.specifications.definition(located);
  if (definition) return isNamed(definition.value) ? context.nameOf(definition) : renderType(definition, context);
  if (schema.enum) return renderEnum(schema, context.openEnums);
  if (hasMembers(schema)) return renderObject(located, context);
  switch (schema.type) {
    case 'array':
      return `readonly (${schema.items ? renderType(sameFile(located, schema.items), context) : 'unknown'})[]`;
    case 'string':
      return schema.format === 'binary' || schema.format === 'file' ? 'Uint8Array' : 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    // The specifications write `type: object` for "any JSON" (Data Factory's expressions, Resource Graph's cells).
    default:
      return 'unknown';
  }
}

/** Objects, arrays and enums get a name of their own; a definition that is a bare string or "anything" does not. */
export function isNamed(schema: Schema): boolean {
  return hasMembers(schema) || schema.enum !== undefined || schema.type === 'array' || schema.$ref !== undefined;
}

export function hasMembers(schema: Schema): boolean {
  return (
    schema.properties !== undefined ||
    schema.allOf !== undefined ||
    schema.discriminator !== undefined ||
    (schema.additionalProperties !== undefined && schema.additionalProperties !== false)
  );
}

function renderEnum(schema: Schema, open: boolean): string {
  const values = (schema.enum ?? []).map((value) => JSON.stringify(value));
  const isOpen = schema.type === 'string' && (open || schema['x-ms-enum']?.modelAsString === true);
  return `(${[...values, ...(isOpen ? ['(string & {})'] : [])].join(' | ')})`;
}

/** An object without a name: an intersection where it builds on others. */
function renderObject(located: Located<Schema>, context: TypeContext): string {
  const bases = (located.value.allOf ?? []).map((base) => renderType(sameFile(located, base), context));
  const own = renderMembers(located, context);
  if (own === undefined) return bases.length > 0 ? bases.join(' & ') : 'unknown';
  return [...bases, own].join(' & ');
}

/**
 * The body of an object type (`{ readonly id?: string; … }`), without what `allOf` brings; `undefined` when there is
 * nothing of its own.
 *
 * The base of a polymorphic family gets an index signature: which of its kinds an answer is shows at run time only.
 */
export function renderMembers(located: Located<Schema>, context: TypeContext): string | undefined {
  const { properties = {}, required = [], additionalProperties, discriminator } = located.value;
  const members = Object.entries(properties).map(([name, schema]) =>
    renderProperty(name, sameFile(located, schema), required.includes(name), context),
  );
  const isOpen = discriminator !== undefined || (additionalProperties !== undefined && additionalProperties !== false);
  if (isOpen && members.length === 0) {
    const values = typeof additionalProperties === 'object' ? sameFile(located, additionalProperties) : undefined;
    return `Record<string, ${values ? renderType(values, context) : 'unknown'}>`;
  }
  if (isOpen) members.push('[name: string]: unknown;');
  return members.length === 0 ? undefined : `{ ${members.join(' ')} }`;
}

export function renderProperty(name: string, schema: Located<Schema>, required: boolean, context: TypeContext): string {
  // A property that only the service sets is never asked of a caller, so it is optional even where it is "required".
  const readOnly = schema.value.readOnly === true;
  const optional = readOnly || !required;
  return `${readOnly ? 'readonly ' : ''}${JSON.stringify(name)}${optional ? '?' : ''}: ${renderType(schema, context)};`;
}

export function sameFile(located: Located<unknown>, schema: Schema): Located<Schema> {
  return { value: schema, file: located.file };
}
