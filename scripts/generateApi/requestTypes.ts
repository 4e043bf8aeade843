import type { TypeSchema } from '../../src/api/requestSchema.ts';
import type { Schema } from './openApi.ts';
import { sameFile } from './renderType.ts';
import type { Definition, Located, Specifications } from './specifications.ts';

type Mutable = { -readonly [Key in keyof TypeSchema]: TypeSchema[Key] };

/** Turns schemas of the specifications into `TypeSchema`s, and gathers the named types that they need. */
export class RequestTypes {
  readonly types = new Map<string, TypeSchema>();
  readonly #names = new Map<string, string>();
  readonly #specifications: Specifications;
  readonly #nameOf: (definition: Definition) => string;

  constructor(specifications: Specifications, nameOf: (definition: Definition) => string) {
    this.#specifications = specifications;
    this.#nameOf = nameOf;
  }

  of(located: Located<Schema>): TypeSchema {
    const definition = this.#specifications.definition(located);
    if (definition) {
      const { readOnly } = located.value;
      return isObject(definition.value)
        ? { $ref: this.#add(definition) }
        : { ...this.of(definition), ...(readOnly === true && { readOnly: true as const }) };
    }
    return this.#inline(located);
  }

  #inline(located: Located<Schema>): TypeSchema {
    const { value: schema } = located;
    const result: Mutable = {};
    const type = typeOf(schema);
    if (type !== undefined) result.type = type;
    if (schema.enum) {
      result.enum = schema.enum;
      if (schema['x-ms-enum']?.modelAsString === true) result.open = true;
    }
    if (schema.format !== undefined && type === 'string') result.format = schema.format;
    if (schema.readOnly === true) result.readOnly = true;
    if (schema['x-nullable'] === true) result.nullable = true;
    if (schema.items) result.items = this.of(sameFile(located, schema.items));
    if (isObject(schema)) this.#members(located, result);
    return result;
  }

  #members(located: Located<Schema>, result: Mutable): void {
    const members = this.#flattened(located);
    if (members.properties.size > 0) result.properties = Object.fromEntries(members.properties);
    const required = [...members.required].filter(
      (name) => members.properties.has(name) && members.properties.get(name)?.readOnly !== true,
    );
    if (required.length > 0) result.required = required;
    if (members.others !== undefined) result.additionalProperties = members.others;
  }

  /** With all that `allOf` brings. */
  #flattened(located: Located<Schema>): {
    readonly properties: Map<string, TypeSchema>;
    readonly required: Set<string>;
    readonly others: TypeSchema | true | undefined;
  } {
    const properties = new Map<string, TypeSchema>();
    const required = new Set<string>();
    let others: TypeSchema | true | undefined;
    for (const base of located.value.allOf ?? []) {
      const resolved = sameFile(located, base);
      const above = this.#flattened(this.#specifications.definition(resolved) ?? resolved);
      for (const [name, schema] of above.properties) properties.set(name, schema);
      for (const name of above.required) required.add(name);
      others ??= above.others;
    }
    for (const [name, schema] of Object.entries(located.value.properties ?? {})) {
      properties.set(name, this.of(sameFile(located, schema)));
    }
    for (const name of located.value.required ?? []) required.add(name);
    const { additionalProperties } = located.value;
    if (typeof additionalProperties === 'object') others = this.of(sameFile(located, additionalProperties));
    else if (additionalProperties === true) others = true;
    return { properties, required, others };
  }

  #add(definition: Definition): string {
    const known = this.#names.get(definition.key);
    if (known !== undefined) return known;
    const wanted = this.#nameOf(definition);
    const taken = new Set(this.#names.values());
    let name = wanted;
    for (let count = 2; taken.has(name); count += 1) name = `${wanted}${String(count)}`;
    this.#names.set(definition.key, name);
    const schema: Mutable = this.#inline(definition);
    const kinds = this.#kindsOf(definition);
    if (kinds) schema.kinds = kinds;
    this.types.set(name, schema);
    return name;
  }

  /** The types that build on the base of a family, which stand in the same file. */
  #kindsOf(base: Definition): TypeSchema['kinds'] {
    const by = base.value.discriminator;
    if (by === undefined) return undefined;
    const types: Record<string, string> = {};
    const definitions = this.#specifications.document(base.file).definitions ?? {};
    for (const [name, schema] of Object.entries(definitions)) {
      const key = `${base.file}#/definitions/${name}`;
      const definition = { value: schema, file: base.file, name, key };
      if (key === base.key || !this.#buildsOn(definition, base.key)) continue;
      types[schema['x-ms-discriminator-value'] ?? name] = this.#add(definition);
    }
    return Object.keys(types).length === 0 ? undefined : { by, types };
  }

  #buildsOn(definition: Definition, key: string): boolean {
    return (definition.value.allOf ?? []).some((schema) => {
      const base = this.#specifications.definition(sameFile(definition, schema));
      return base !== undefined && (base.key === key || this.#buildsOn(base, key));
    });
  }
}

function isObject(schema: Schema): boolean {
  return schema.properties !== undefined || schema.allOf !== undefined || schema.additionalProperties !== undefined;
}

function typeOf(schema: Schema): TypeSchema['type'] {
  switch (schema.type) {
    case 'string':
      return schema.format === 'binary' || schema.format === 'file' ? 'binary' : 'string';
    case 'file':
      return 'binary';
    case 'integer':
    case 'number':
    case 'boolean':
    case 'array':
      return schema.type;
    // The specifications write `type: object` for "any JSON" (Data Factory's expressions).
    default:
      return isObject(schema) ? 'object' : undefined;
  }
}
