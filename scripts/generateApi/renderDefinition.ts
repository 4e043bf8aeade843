import type { Schema } from './openApi.ts';
import { hasMembers, renderMembers, renderProperty, renderType, sameFile, type TypeContext } from './renderType.ts';
import type { Definition, Located } from './specifications.ts';

/** `export interface …` or `export type …` for a definition, unformatted. */
export function renderDefinition(definition: Definition, context: TypeContext): string {
  const name = context.nameOf(definition);
  if (!hasMembers(definition.value)) return `export type ${name} = ${renderType(definition, context)};`;
  return renderByExtending(name, definition, context) ?? renderFlattened(name, definition, context);
}

/**
 * The usual form: `interface SqlPool extends TrackedResource { … }`. Not possible where the definition says something
 * else about a property of a base, which `undefined` tells.
 */
function renderByExtending(name: string, definition: Definition, context: TypeContext): string | undefined {
  const baseDefinitions: Definition[] = [];
  const inherited = new Set<string>();
  for (const schema of definition.value.allOf ?? []) {
    const base = context.specifications.definition(sameFile(definition, schema));
    if (!base || !hasMembers(base.value)) return undefined;
    baseDefinitions.push(base);
    for (const property of memberSchemas(base, context).keys()) inherited.add(property);
  }
  const { properties = {}, required = [] } = definition.value;
  if ([...Object.keys(properties), ...required].some((property) => inherited.has(property))) return undefined;

  const bases = baseDefinitions.map(context.nameOf);
  const own = renderMembers(definition, context);
  if (own?.startsWith('Record<')) return `export type ${name} = ${[...bases, own].join(' & ')};`;
  if (own !== undefined) {
    return `export interface ${name} ${bases.length > 0 ? `extends ${bases.join(', ')} ` : ''}${own}`;
  }
  return `export type ${name} = ${bases.length > 0 ? bases.join(' & ') : 'unknown'};`;
}

interface Member {
  readonly schema: Located<Schema>;
  readonly required: boolean;
}

/** One interface with everything that the bases bring. */
function renderFlattened(name: string, definition: Definition, context: TypeContext): string {
  const members = [...memberSchemas(definition, context)].map(([property, { schema, required }]) =>
    renderProperty(property, schema, required, context),
  );
  if (isOpen(definition, context)) members.push('[name: string]: unknown;');
  return members.length === 0 ? `export type ${name} = unknown;` : `export interface ${name} { ${members.join(' ')} }`;
}

function memberSchemas(located: Located<Schema>, context: TypeContext): Map<string, Member> {
  const members = new Map<string, Member>();
  for (const base of basesOf(located, context)) {
    for (const [name, member] of memberSchemas(base, context)) members.set(name, member);
  }
  for (const [name, schema] of Object.entries(located.value.properties ?? {})) {
    members.set(name, { schema: sameFile(located, schema), required: members.get(name)?.required ?? false });
  }
  for (const name of located.value.required ?? []) {
    const member = members.get(name);
    if (member) members.set(name, { ...member, required: true });
  }
  return members;
}

function isOpen(located: Located<Schema>, context: TypeContext): boolean {
  const { discriminator, additionalProperties = false } = located.value;
  return (
    discriminator !== undefined ||
    additionalProperties !== false ||
    basesOf(located, context).some((base) => isOpen(base, context))
  );
}

function basesOf(located: Located<Schema>, context: TypeContext): Located<Schema>[] {
  return (located.value.allOf ?? []).map((schema) => {
    const base = sameFile(located, schema);
    return context.specifications.definition(base) ?? base;
  });
}
