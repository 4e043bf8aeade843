import { templateSegments } from '../requests/matchOperation.ts';
import type { KnownOperation } from '../requests/operationCatalogue.ts';

/** Where a row stands, as the paths of operations see it. */
export interface RowAddress {
  /** Azure resource id, also of things that only the workspace's endpoint knows: `<workspace>/sqlScripts/<name>`. */
  readonly id?: string;
  /** Id of the workspace that the row is or lies in. */
  readonly workspaceId?: string;
}

export interface Fitting {
  readonly known: KnownOperation;
  /** The path parameters that the row gives. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Names of those that have to be asked for. */
  readonly missing: readonly string[];
}

/** More than any path has segments. */
const farthest = 100;

/**
 * The operations whose path begins with a row's address, on either plane: first those that need nothing more, the ones closest
 * to the row at the top; then those on what is below it.
 */
export function fittingOperations(known: readonly KnownOperation[], { id, workspaceId }: RowAddress): Fitting[] {
  if (id === undefined) return [];
  const address = segmentsOf(id);
  const home = workspaceId === undefined ? undefined : segmentsOf(workspaceId);
  const inside = home && address.slice(home.length);
  return known
    .flatMap((one): (Fitting & { readonly distance: number })[] => {
      const template = templateSegments(one.operation.path);
      const prefix = one.operation.plane === 'workspace' ? inside : address;
      if (!prefix) return [];
      const parameters = begins(template, prefix, one.operation.wholePaths ?? [], id);
      if (!parameters) return [];
      const missing = parameterNames(template).filter((name) => parameters[name] === undefined);
      // What takes any resource for its scope comes after what is made for this one, and Azure's own view before the endpoint's.
      const distance = one.operation.path.startsWith('/{')
        ? farthest
        : template.length - prefix.length + (one.name.startsWith('Endpoint') ? 0.5 : 0);
      return [{ known: one, parameters, missing, distance }];
    })
    .sort((a, b) => a.missing.length - b.missing.length || a.distance - b.distance)
    .map(({ distance: _distance, ...fitting }) => fitting);
}

/** Names of a template's parameters, in its order. */
export function parameterNames(template: readonly string[]): string[] {
  return template.flatMap((segment) => /^\{([^{}]+)\}$/u.exec(segment)?.[1] ?? []);
}

function begins(
  template: readonly string[],
  prefix: readonly string[],
  wholePaths: readonly string[],
  id: string,
): Readonly<Record<string, string>> | undefined {
  // A scope is any resource, whatever it is called by.
  const [first] = parameterNames(template.slice(0, 1));
  if (first !== undefined && wholePaths.includes(first))
    return first === 'scope' ? { scope: id.replace(/^\//u, '') } : undefined;
  if (prefix.length > template.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of prefix.entries()) {
    const place = template[index] ?? '';
    const name = parameterNames([place])[0];
    if (name !== undefined) parameters[name] = segment;
    else if (place.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return parameters;
}

function segmentsOf(id: string): string[] {
  return id.replace(/^\/|\/$/gu, '').split('/');
}
