import { reachableDefinitions } from './models.ts';
import type { Schema } from './openApi.ts';
import { renderDefinition } from './renderDefinition.ts';
import type { TypeContext } from './renderType.ts';
import type { Definition, Located, Specifications } from './specifications.ts';

/** The schemas that a group's declarations mention, and the file that the group is written to. */
export interface GroupRoots {
  readonly file: string;
  readonly service: string;
  readonly results: readonly Located<Schema>[];
  readonly requests: readonly Located<Schema>[];
}

export interface Models {
  readonly nameOf: (definition: Definition) => string;
  /** File that holds the model: its group's, or the service's models file when several groups use it. */
  readonly homeOf: (service: string, definition: Definition) => string;
  /** How to write types in a definition, or (without one) in a result or a request. */
  readonly contextFor: (of: Definition | 'result' | 'request') => TypeContext;
}

export function modelsFile(service: string): string {
  return `${service}/models.generated.ts`;
}

/**
 * Decides where each model lives. Groups never import each other: what two of them use goes to the models file, and so
 * does all that it refers to, since whoever uses a model uses its parts. Hence no circular imports.
 */
export function placeModels(
  groups: readonly GroupRoots[],
  specifications: Specifications,
  nameOf: (definition: Definition) => string,
): Models {
  const answered = reachableDefinitions(
    groups.flatMap(({ results }) => results),
    specifications,
  );
  const contextFor: Models['contextFor'] = (of) => ({
    specifications,
    nameOf,
    openEnums: typeof of === 'object' ? answered.has(of.key) : of === 'result',
  });

  const texts = new Map<string, { readonly definition: Definition; readonly text: string }>();
  const users = new Map<string, Set<string>>();
  const clashes = new Set<string>();
  for (const { file, service, results, requests } of groups) {
    for (const definition of reachableDefinitions([...results, ...requests], specifications).values()) {
      const id = `${service} ${nameOf(definition)}`;
      const text = renderDefinition(definition, contextFor(definition));
      const known = texts.get(id);
      if (known && known.text !== text)
        clashes.add(`${nameOf(definition)}: ${known.definition.key}, ${definition.key}`);
      texts.set(id, { definition, text });
      users.set(id, (users.get(id) ?? new Set()).add(file));
    }
  }

  if (clashes.size > 0) {
    throw new Error(
      `Different models of one name; one file of each needs a suffix:\n${[...clashes].sort().join('\n')}`,
    );
  }
  return {
    nameOf,
    contextFor,
    homeOf: (service, definition) => {
      const [only, ...others] = users.get(`${service} ${nameOf(definition)}`) ?? [];
      return only !== undefined && others.length === 0 ? only : modelsFile(service);
    },
  };
}
