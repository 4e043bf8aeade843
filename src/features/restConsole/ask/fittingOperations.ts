import type { Operation } from '../../../azure/operation.ts';
import { parametersIn, templateSegments } from '../requests/matchOperation.ts';
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
 * to the row at the top; then those on what is below it. What any Azure resource has comes last, where the row is one.
 */
export function fittingOperations(known: readonly KnownOperation[], { id, workspaceId }: RowAddress): Fitting[] {
  if (id === undefined) return [];
  const address = segmentsOf(id);
  const inside = workspaceId === undefined ? undefined : withinOf(address, segmentsOf(workspaceId));
  const scope = azureScope(known, address);
  return known
    .flatMap((one): (Fitting & { readonly distance: number })[] => {
      const { operation } = one;
      const template = templateSegments(operation.path);
      const prefix = operation.plane === 'workspace' ? inside : address;
      const forAny = takesAnyResource(operation);
      const parameters = !prefix
        ? undefined
        : forAny
          ? scope && onAnyResource(operation, scope)
          : begins(template, prefix);
      if (!prefix || !parameters) return [];
      const missing = parameterNames(template).filter((name) => parameters[name] === undefined);
      // Azure's own view comes before the endpoint's.
      const distance = forAny
        ? farthest
        : template.length - prefix.length + (one.name.startsWith('Endpoint') ? 0.5 : 0);
      return [{ known: one, parameters, missing, distance }];
    })
    .sort((a, b) => a.missing.length - b.missing.length || a.distance - b.distance)
    .map(({ distance: _distance, ...fitting }) => fitting);
}

/** Operations that need no more than a tenant. */
export function tenantOperations(known: readonly KnownOperation[]): Fitting[] {
  return known
    .filter(
      ({ operation: { plane, path } }) => plane !== 'workspace' && parameterNames(templateSegments(path)).length === 0,
    )
    .map((one) => ({ known: one, parameters: {}, missing: [] }));
}

/** Names of a template's parameters, in its order. */
export function parameterNames(template: readonly string[]): string[] {
  return template.flatMap((segment) => /^\{([^{}]+)\}$/u.exec(segment)?.[1] ?? []);
}

function begins(template: readonly string[], prefix: readonly string[]): Readonly<Record<string, string>> | undefined {
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

/** Roles and permissions on whatever resource: `/{scope}/providers/Microsoft.Authorization/…`. */
function takesAnyResource({ wholePaths = [] }: Operation): boolean {
  return wholePaths.length > 0;
}

/** An address as one that roles can be given at, with what follows it. */
interface AzureScope {
  readonly resource: readonly string[];
  /** `['providers', 'Microsoft.Authorization', 'roleAssignments']`, or nothing. */
  readonly below: readonly string[];
}

/** Undefined for lists, and for what only the workspace's endpoint knows: Azure has no roles there. */
function azureScope(known: readonly KnownOperation[], address: readonly string[]): AzureScope | undefined {
  const at = address.findLastIndex((segment) => segment.toLowerCase() === 'microsoft.authorization');
  const [resource, below] = at < 1 ? [address, []] : [address.slice(0, at - 1), address.slice(at - 1)];
  const exists = known.some(({ operation }) => {
    if (operation.plane !== 'resourceManager' || operation.method !== 'GET' || takesAnyResource(operation))
      return false;
    const template = templateSegments(operation.path);
    const isOne = parameterNames(template.slice(-1)).length > 0;
    return isOne && template.length === resource.length && begins(template, resource) !== undefined;
  });
  return exists ? { resource, below } : undefined;
}

function onAnyResource(
  { path, wholePaths = [] }: Operation,
  { resource, below }: AzureScope,
): Readonly<Record<string, string>> | undefined {
  const template = templateSegments(path);
  const end = template.lastIndexOf('providers');
  if (end < 1) return undefined;
  const whole = parametersIn({ path: `/${template.slice(0, end).join('/')}`, wholePaths }, resource);
  const more = begins(template.slice(end), below);
  return whole && more && { ...whole, ...more };
}

/** What follows a workspace's address; undefined for what does not lie in it. */
function withinOf(address: readonly string[], home: readonly string[]): readonly string[] | undefined {
  const isIn = home.every((segment, index) => segment.toLowerCase() === address[index]?.toLowerCase());
  return isIn ? address.slice(home.length) : undefined;
}

function segmentsOf(id: string): string[] {
  return id.replace(/^\/|\/$/gu, '').split('/');
}
