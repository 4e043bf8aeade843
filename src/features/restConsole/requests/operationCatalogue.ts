import { catalogue } from '../../../api/catalogue.generated.ts';
import requestSchemas from '../../../api/requestSchemas.generated.json' with { type: 'json' };
import type { RequestSchema, RequestSchemas, TypeSchema } from '../../../api/requestSchema.ts';
import type { Operation } from '../../../azure/operation.ts';
import { groupWords, operationWords } from './groupWords.ts';

/** A declared operation with what the console knows about it. */
export interface KnownOperation {
  /** `SqlPools.pause`: no two operations have the same, while two planes do share some ids. */
  readonly name: string;
  /** The group as people know it: `SQL pools`. */
  readonly group: string;
  /** What it does, in the group's words: `pause`. */
  readonly verb: string;
  readonly operation: Operation;
  /** What a request may hold. */
  readonly request: RequestSchema;
}

// The one cast: the generator that writes the file is held to these types.
const schemas = requestSchemas as unknown as RequestSchemas;

/** Every declared operation, group after group. Loading this file loads all of them: only the console does. */
export const knownOperations: readonly KnownOperation[] = Object.entries(catalogue).flatMap(([group, members]) =>
  Object.entries(members).map(([member, operation]): KnownOperation => {
    const name = `${group}.${member}`;
    const request = schemas.operations[name] ?? {};
    return { name, group: groupWords(group), verb: operationWords(member), operation, request };
  }),
);

/** The types that schemas refer to. */
export const knownTypes: Readonly<Record<string, TypeSchema>> = schemas.types;

const byName = new Map(knownOperations.map((known) => [known.name.toLowerCase(), known]));

/** By its name or, where only one operation has it, its id in the specification. */
export function operationNamed(name: string): KnownOperation | undefined {
  const known = byName.get(name.toLowerCase());
  if (known) return known;
  const [first, ...others] = knownOperations.filter(
    ({ operation }) => operation.id.toLowerCase() === name.toLowerCase(),
  );
  return others.length === 0 ? first : undefined;
}
