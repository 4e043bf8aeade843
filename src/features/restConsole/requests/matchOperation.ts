import type { Operation } from '../../../azure/operation.ts';
import type { Pair } from '../document/httpDocument.ts';

/** An operation that a path is one of. */
export interface PathMatch<Known> {
  readonly known: Known;
  /** Values of the path's parameters, unescaped. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * What must be in a path parameter that is a path itself. Without it `DELETE /{roleAssignmentId}` would fit every path there
 * is, and a mistyped one would delete something else.
 */
const wholePathShapes: Readonly<Record<string, RegExp>> = {
  roleAssignmentId: /(?:^|\/)providers\/Microsoft\.Authorization\/roleAssignments\/[^/]+$/iu,
  roleId: /(?:^|\/)providers\/Microsoft\.Authorization\/roleDefinitions\/[^/]+$/iu,
  resourceId: /^\/?(?:subscriptions|providers|tenants)\//iu,
  scope: /^(?:\/?(?:subscriptions|providers)\/.+)?$/iu,
};

/**
 * The operation that a method and a path mean; of several the one with the most literal path. Fixed parts are compared
 * without regard to case, as Azure Resource Manager does.
 *
 * @param segments Of the path, unescaped.
 */
export function matchOperation<Known extends { readonly operation: Operation }>(
  candidates: readonly Known[],
  method: string,
  segments: readonly string[],
  query: readonly Pair[] = [],
): PathMatch<Known> | undefined {
  let best: PathMatch<Known> | undefined;
  let bestWeight = -1;
  for (const known of candidates) {
    const { operation } = known;
    if (operation.method !== method || !hasFixedQuery(operation, query)) continue;
    const parameters = parametersIn(operation, segments);
    const weight = parameters === undefined ? -1 : weightOf(operation);
    if (parameters === undefined || weight <= bestWeight) continue;
    best = { known, parameters };
    bestWeight = weight;
  }
  return best;
}

/** The path parameters' values; undefined where the path is not the operation's. */
export function parametersIn(
  { path, wholePaths = [] }: Pick<Operation, 'path' | 'wholePaths'>,
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  return fit(templateSegments(path), segments, wholePaths);
}

/** Query parameters that the path template itself brings (`?comp=appendblock`). */
export function fixedQuery({ path }: Pick<Operation, 'path'>): readonly Pair[] {
  return [...new URLSearchParams(path.split('?')[1] ?? '')];
}

/** `['sqlScripts', '{sqlScriptName}']` */
export function templateSegments(path: string): string[] {
  return (path.split('?')[0] ?? '').split('/').slice(1);
}

function fit(
  template: readonly string[],
  segments: readonly string[],
  wholePaths: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const [first, ...rest] = template;
  if (first === undefined) return segments.length === 0 ? {} : undefined;
  const name = /^\{([^{}]+)\}$/u.exec(first)?.[1];
  const [segment, ...others] = segments;
  if (name !== undefined && wholePaths.includes(name)) {
    for (let length = segments.length - rest.length; length >= 1; length -= 1) {
      const value = segments.slice(0, length).join('/');
      const more =
        wholePathShapes[name]?.test(value) === false ? undefined : fit(rest, segments.slice(length), wholePaths);
      if (more) return { [name]: value, ...more };
    }
    return undefined;
  }
  if (segment === undefined || (name === undefined && segment.toLowerCase() !== first.toLowerCase())) return undefined;
  if (segment === '') return undefined;
  const more = fit(rest, others, wholePaths);
  return more && (name === undefined ? more : { [name]: segment, ...more });
}

function hasFixedQuery(operation: Operation, query: readonly Pair[]): boolean {
  return fixedQuery(operation).every(([name, value]) =>
    query.some(
      ([given, text]) => given.toLowerCase() === name.toLowerCase() && text.toLowerCase() === value.toLowerCase(),
    ),
  );
}

/** Fixed parts count most, then that nothing takes in whole paths. */
function weightOf({ path, wholePaths = [] }: Operation): number {
  const literal = templateSegments(path).filter((segment) => !segment.startsWith('{')).length;
  return literal * 4 + fixedQuery({ path }).length * 2 + (wholePaths.length === 0 ? 1 : 0);
}
