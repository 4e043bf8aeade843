import { findOperations, type FoundOperation } from './findOperations.ts';
import type { Group } from './group.ts';
import { resolveEnd, type KnownEnds, type ResolvedEnd } from './longRunning.ts';
import { camelCase, memberName } from './memberNames.ts';
import type { GroupRoots } from './placeModels.ts';
import { shapeOf, type OperationShape } from './shape.ts';
import type { Specifications } from './specifications.ts';

export interface Declaration {
  readonly member: string;
  readonly operation: FoundOperation;
  readonly shape: OperationShape;
  readonly end: ResolvedEnd | undefined;
}

export interface ReadGroup {
  readonly group: Group;
  readonly declarations: readonly Declaration[];
}

/** A group with its operations out of the specifications. Two operations that would become one member are an error. */
export function readGroup(group: Group, specifications: Specifications, ends: KnownEnds): ReadGroup {
  const members = new Map<string, string>();
  const declarations = findOperations(group, specifications).map((operation) => {
    const member = group.members?.[operation.id] ?? memberName(operation.id);
    const other = members.get(member);
    if (other !== undefined) throw new Error(`${group.name}.${member} would be both ${other} and ${operation.id}`);
    members.set(member, operation.id);
    const end = resolveEnd(operation, ends, specifications);
    return { member, operation, shape: shapeOf(operation, group, end, specifications), end };
  });
  return { group, declarations };
}

/** Where the group is written to, below `src/api`. */
export function groupFile(group: Group): string {
  return `${group.service}/${camelCase(group.name)}.generated.ts`;
}

export function rootsOf({ group, declarations }: ReadGroup): GroupRoots {
  const shapes = declarations.map(({ shape }) => shape);
  return {
    file: groupFile(group),
    service: group.service,
    results: shapes
      .flatMap(({ results, item }) => [...results, item ?? 'nothing'])
      .filter((result) => typeof result === 'object'),
    requests: shapes.flatMap(({ body }) => (body ? [body.schema] : [])),
  };
}
