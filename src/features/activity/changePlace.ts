import type { Write } from '../../azure/writeObserver.ts';

export interface ChangePlace {
  /** The workspace's name, where the change is in one. */
  readonly workspace?: string;
  /** What is changed, as the path names it: `SalesDW (sqlPools)`. */
  readonly thing: string;
  /** What a POST does to it (`pause`), in the service's word. */
  readonly action?: string;
}

/**
 * Where a change is made, read from the address that it was sent to: `…/workspaces/{name}/sqlPools/{name}/pause` of Azure
 * Resource Manager, `{workspace}.dev.azuresynapse.net/sqlScripts/{name}` of a workspace's own endpoint.
 */
export function placeOf({ method, host, path }: Write): ChangePlace {
  const parts = path.split('/').filter(Boolean).map(decoded);
  const action = method === 'POST' ? parts.pop() : undefined;
  const at = parts.findLastIndex((part) => part.toLowerCase() === 'workspaces');
  const workspace = (at >= 0 ? parts[at + 1] : undefined) ?? /^([^.]+)\.dev\./u.exec(host)?.[1];
  const [kind = '', name] = parts.slice(-2);
  return {
    thing: name === undefined ? kind : `${name} (${kind})`,
    ...(workspace !== undefined && { workspace }),
    ...(action !== undefined && { action }),
  };
}

/** A name as it was before it was escaped; one that is no valid escape stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
