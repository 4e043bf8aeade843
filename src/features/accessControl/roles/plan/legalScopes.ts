import type { Role } from '../../model/access.ts';
import { parseScope, type SynapseScope } from '../scope.ts';

/** Whether a role can be given at a scope of this kind, as its definition says. */
export function isAssignableAt(role: Role, kind: string): boolean {
  return role.scopeKinds.some((each) => each.toLowerCase() === kind.toLowerCase());
}

/** Those of the roles that can be given at a scope of this kind. */
export function rolesAt(roles: readonly Role[], kind: string): Role[] {
  return roles.filter((role) => isAssignableAt(role, kind));
}

/** Those of the scopes that a role can be given at. */
export function scopesFor(role: Role, scopes: readonly string[]): string[] {
  return scopes.filter((scope) => {
    const parsed = parseScope(scope);
    return parsed !== undefined && isAssignableAt(role, parsed.kind);
  });
}

/** Whether a scope lies in the workspace, which is the only one that its endpoint gives roles in. */
export function isIn({ workspaceName }: SynapseScope, workspace: string): boolean {
  return workspaceName.toLowerCase() === workspace.toLowerCase();
}

/** The role with an id; ids are compared without regard to case. */
export function roleById(roles: readonly Role[], id: string): Role | undefined {
  return roles.find((role) => role.id.toLowerCase() === id.toLowerCase());
}
