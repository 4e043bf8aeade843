import type { InWorkspace } from '../../explorer/public.ts';

/** What a row says of access: the workspace, and the scope, the role and the principal where it stands for such. */
export interface AccessTarget {
  readonly place: InWorkspace;
  readonly scope?: string;
  readonly roleId?: string;
  readonly principalId?: string;
  /** The service's own word. */
  readonly principalType?: string;
}

/** Reads what rows of several kinds, also of other features, have in common. */
export function placeOf(data: unknown): AccessTarget {
  // The one cast: the commands' targets name only kinds whose data is at least this.
  const { connection, workspace, ...more } = data as InWorkspace & {
    readonly accessScope?: string;
    readonly roleId?: string;
    readonly principalId?: string;
    readonly principalType?: string;
    readonly assignment?: { readonly scope: string };
  };
  const { accessScope, roleId, principalId, principalType, assignment } = more;
  const scope = accessScope ?? assignment?.scope;
  return {
    place: { connection, workspace },
    ...(scope !== undefined && { scope }),
    ...(roleId !== undefined && { roleId }),
    ...(principalId !== undefined && { principalId }),
    ...(principalType !== undefined && { principalType }),
  };
}
