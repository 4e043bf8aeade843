/** Kinds of items that a scope can name, as the service spells them (recorded `GET /rbacScopes`). */
export const itemScopeKinds = [
  'bigDataPools',
  'scopePools',
  'integrationRuntimes',
  'linkedServices',
  'credentials',
] as const;

/** In place of an item's kind, for the workspace as a whole. */
export const workspaceKind = 'workspace';

/** Where a role is given: the whole workspace, or one item of it. */
export interface SynapseScope {
  readonly workspaceName: string;
  /** `workspace`, or an item's kind in the service's spelling; one that is not known is kept as it came. */
  readonly kind: string;
  /** Name of the item; absent for the workspace. */
  readonly item?: string;
}

/**
 * Reads a scope: `workspaces/{workspace}` alone, or followed by an item's kind and name (recorded `GET /rbacScopes`). A
 * slash before it, which people write, is overlooked. Undefined for anything else.
 */
export function parseScope(text: string): SynapseScope | undefined {
  const [root, workspaceName, kind, item, ...more] = text.replace(/^\//u, '').split('/');
  if (root?.toLowerCase() !== 'workspaces' || workspaceName === undefined || !isScopeName(workspaceName)) {
    return undefined;
  }
  if (kind === undefined) return { workspaceName, kind: workspaceKind };
  if (kind === '' || item === undefined || !isScopeName(item) || more.length > 0) return undefined;
  return { workspaceName, kind: spelledKind(kind), item };
}

/**
 * The scope as the service spells it. A scope is no URL: nothing in it is escaped, so a name with a slash has none.
 * @throws TypeError for a name that cannot stand in a scope; `isScopeName` tells beforehand
 */
export function formatScope({ workspaceName, kind, item }: SynapseScope): string {
  const names = item === undefined ? [workspaceName] : [workspaceName, item];
  const bad = names.find((name) => !isScopeName(name));
  if (bad !== undefined) throw new TypeError(`${JSON.stringify(bad)} cannot be named in a scope.`);
  return item === undefined ? `workspaces/${workspaceName}` : `workspaces/${workspaceName}/${kind}/${item}`;
}

/** Whether a name can stand in a scope: no slash, nothing that nobody sees at its ends, no control characters. */
export function isScopeName(name: string): boolean {
  return name !== '' && name.length <= 260 && name.trim() === name && !/[/\p{Cc}]/u.test(name);
}

/** The same for scopes that are the same: whether their case counts is not documented, and names of items have none. */
export function scopeKey(scope: string): string {
  return scope.replace(/^\//u, '').toLowerCase();
}

/** Whether what is given at one scope holds at the other too: the same, or one above it. */
export function covers(assigned: string, asked: string): boolean {
  return `${scopeKey(asked)}/`.startsWith(`${scopeKey(assigned)}/`);
}

/** The kind in the service's spelling, where it is a known one. */
export function spelledKind(kind: string): string {
  const known: readonly string[] = [workspaceKind, ...itemScopeKinds];
  return known.find((each) => each.toLowerCase() === kind.toLowerCase()) ?? kind;
}
