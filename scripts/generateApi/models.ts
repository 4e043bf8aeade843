import type { Schema } from './openApi.ts';
import { isNamed, sameFile } from './renderType.ts';
import type { Definition, Located, Specifications } from './specifications.ts';

/** The named definitions that a schema needs, itself included, by key, in the order in which they are met. */
export function reachableDefinitions(
  roots: readonly Located<Schema>[],
  specifications: Specifications,
): ReadonlyMap<string, Definition> {
  const reached = new Map<string, Definition>();
  const visit = (located: Located<Schema>): void => {
    const definition = specifications.definition(located);
    if (definition) {
      if (reached.has(definition.key)) return;
      if (isNamed(definition.value)) reached.set(definition.key, definition);
      visit(definition);
      return;
    }
    const { properties = {}, items, additionalProperties, allOf = [] } = located.value;
    const parts = [...Object.values(properties), ...allOf];
    if (items) parts.push(items);
    if (typeof additionalProperties === 'object') parts.push(additionalProperties);
    for (const part of parts) visit(sameFile(located, part));
  };
  for (const root of roots) visit(root);
  return reached;
}

/**
 * Type names by definition. Files that define the names of other files differently (an older api-version that a newer
 * one still refers to) get a suffix: keys of `suffixes` are the beginnings of file names.
 */
export function nameDefinitions(suffixes: Readonly<Record<string, string>>): (definition: Definition) => string {
  return (definition) => {
    const suffix = Object.entries(suffixes).find(([start]) => definition.file.startsWith(start))?.[1] ?? '';
    const identifier = definition.name.replace(/[^A-Za-z0-9_$]+(.?)/g, (_, next: string) => next.toUpperCase());
    return identifier.charAt(0).toUpperCase() + identifier.slice(1) + suffix;
  };
}
