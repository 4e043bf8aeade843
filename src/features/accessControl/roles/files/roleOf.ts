import type { Role } from '../../model/access.ts';
import { roleById } from '../plan/legalScopes.ts';
import { isGuid } from '../guid.ts';
import type { RowFault } from './importFile.ts';
import type { RawRow } from './rawRow.ts';

/** Other names of roles: those of api-version 2020-02-01-preview (azure-docs#71708), whose ids are the same. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['workspace admin', 'synapse administrator'],
  ['sql admin', 'synapse sql administrator'],
  ['apache spark admin', 'apache spark administrator'],
]);

/**
 * The role of a row, by its id or its name. Where both are there they must mean the same: somebody who edits an export may
 * have changed only one of them.
 */
export function roleOf({ role, roleId }: RawRow['fields'], roles: readonly Role[]): Role | RowFault {
  if (role === undefined && roleId === undefined) return { why: 'noRole' };
  const byName = role === undefined ? undefined : roleCalled(role, roles);
  const byId = roleId === undefined ? undefined : roleById(roles, roleId);
  if (role !== undefined && byName === undefined) return { why: 'unknownRole', role };
  if (byName && byId && byName !== byId) return { why: 'rolesDiffer', role: byName.name, roleId: byId.id };
  return byName ?? byId ?? { why: 'unknownRole', role: roleId ?? '' };
}

/** The role with this name or id. “Synapse” at its beginning makes no difference: documentation and service do not agree. */
function roleCalled(text: string, roles: readonly Role[]): Role | undefined {
  if (isGuid(text)) return roleById(roles, text);
  const wanted = bare(otherNames.get(text.toLowerCase()) ?? text);
  return roles.find(({ name }) => bare(name) === wanted);
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/^synapse /u, '');
}
