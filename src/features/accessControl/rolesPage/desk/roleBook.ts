import type { Caller } from '../../../../azure/tokenClaims.ts';
import type { Assignment, Role, WorkspaceAccess } from '../../model/access.ts';
import { isRbacRefusal } from '../../roles/rbacRefusal.ts';

/** What was read of a workspace's access control, as a whole. */
export interface RoleBook {
  readonly roles: readonly Role[];
  readonly present: readonly Assignment[];
  /** False where the caller may not see assignments; `present` is then empty because nobody knows. */
  readonly listed: boolean;
  /** Whom the workspace sees; undefined where nobody can tell. */
  readonly caller: Caller | undefined;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  /** Of an item: what holds there. */
  readonly scope: string | undefined;
  /** Told of each page as it arrives. */
  readonly onPage?: (assignments: readonly Assignment[], book: Pick<RoleBook, 'roles'>) => void;
}

/**
 * Reads roles and assignments. Who may give roles as an Azure Owner, without having one, is refused both lists and goes on
 * with the roles that are known (azure-cli#25790).
 * @throws as the REST service, for every other failure
 */
export async function readBook(access: WorkspaceAccess, options: ReadOptions): Promise<RoleBook> {
  const { signal, scope, onPage } = options;
  const [{ roles }, caller] = await Promise.all([
    access.roles(signal),
    // Only warnings need it: without a caller they are not given.
    access.caller(signal).catch(() => undefined),
  ]);
  const present: Assignment[] = [];
  try {
    for await (const { items } of access.assignments({ signal, ...(scope !== undefined && { scope }) })) {
      present.push(...items);
      onPage?.(items, { roles });
    }
  } catch (error) {
    if (!isRbacRefusal(error)) throw error;
    return { roles, present: [], listed: false, caller };
  }
  return { roles, present, listed: true, caller };
}
