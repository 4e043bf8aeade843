import type { Operation } from '../../../azure/operation.ts';
import { onlyReads } from '../../../azure/retry.ts';

/**
 * What kind of permission an operation asks for, as far as the path tells. Azure Resource Manager names its actions after the
 * types of resources in the path and what is done to them (documented for every provider); what the workspace's endpoint asks
 * for are Synapse roles, whose single actions are not in the specifications.
 *
 * @returns `Azure: Microsoft.Synapse/workspaces/sqlPools/pause/action` or `Synapse role`
 */
export function permissionFor(operation: Operation): string {
  if (operation.plane === 'workspace') return 'Synapse role';
  if (operation.plane === 'graph') return 'Microsoft Graph: Directory.Read.All';
  const path = (operation.path.split('?')[0] ?? '').split('/').slice(1);
  const at = path.findLastIndex((segment) => segment.toLowerCase() === 'providers');
  const provider = path[at + 1];
  if (at < 0 || provider === undefined || provider.startsWith('{')) {
    return onlyReads(operation.method, operation) ? 'Azure: Reader' : 'Azure: Contributor';
  }
  const fixed = path.slice(at + 2).filter((segment) => !segment.startsWith('{'));
  const last = path.at(-1) ?? '';
  const types = [provider, ...fixed];
  switch (operation.method) {
    case 'GET':
    case 'HEAD':
      return `Azure: ${types.join('/')}/read`;
    case 'DELETE':
      return `Azure: ${types.join('/')}/delete`;
    case 'PUT':
    case 'PATCH':
      return `Azure: ${types.join('/')}/write`;
    case 'POST':
      return last.startsWith('{') ? `Azure: ${types.join('/')}/write` : `Azure: ${types.join('/')}/action`;
  }
}
