import { formatScope, type itemScopeKinds } from './roles/scope.ts';

/**
 * What a node says that is an item roles can be given at, beside its flag `accessScope`: it then has “Who has access?”,
 * “Grant access…” and “Check access…”.
 */
export interface AtScope {
  /** `workspaces/{workspace}/{itemType}/{item}`, as `accessScope` makes it. */
  readonly accessScope: string;
}

/** The scope of an item of a workspace. @throws TypeError for a name that cannot stand in one */
export function accessScope(workspaceName: string, kind: (typeof itemScopeKinds)[number], item: string): string {
  return formatScope({ workspaceName, kind, item });
}
