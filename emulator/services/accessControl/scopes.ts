import { ServiceError } from '../../http/serviceError.ts';
import { rbacScopes } from './builtInRoles.ts';

/**
 * A Synapse scope, `workspaces/{name}` or one level below (`workspaces/{name}/bigDataPools/{pool}`): no leading slash,
 * no subscription (recorded `GET /rbacScopes`).
 */
export interface Scope {
  /** As the caller wrote it, which is how it comes back. */
  readonly text: string;
  /** The entry of `rbacScopes` that it is an instance of. */
  readonly template: string;
}

/** @throws ServiceError 400 for anything but a scope of this very workspace */
export function parseScope(text: string, workspaceName: string): Scope {
  const [root, workspace, kind, name, ...more] = text.split('/');
  if (root?.toLowerCase() !== 'workspaces' || workspace?.toLowerCase() !== workspaceName.toLowerCase()) {
    throw invalidScope(text, workspaceName);
  }
  const template = rbacScopes.find((candidate) => candidate.split('/')[2]?.toLowerCase() === kind?.toLowerCase());
  const isComplete = kind === undefined || (name !== undefined && name !== '' && more.length === 0);
  if (template === undefined || !isComplete) throw invalidScope(text, workspaceName);
  return { text, template };
}

/** Whether what is given at `assigned` holds at `asked` too: the same scope, or one above it. */
export function covers(assigned: string, asked: string): boolean {
  return `${asked.toLowerCase()}/`.startsWith(`${assigned.toLowerCase()}/`);
}

function invalidScope(text: string, workspaceName: string): ServiceError {
  return new ServiceError(400, 'InvalidScope', `'${text}' is no scope of the workspace '${workspaceName}'.`);
}
