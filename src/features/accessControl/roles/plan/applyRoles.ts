import { AzureError } from '../../../../azure/azureError.ts';
import type { Caller } from '../../../../azure/tokenClaims.ts';
import { SignInNeededError } from '../../../../azure/tokenSource.ts';
import { addressRefusal, isPrivateEndpointRefusal } from '../../../../platform/errors/addressRefusal.ts';
import type { Role, WorkspaceAccess } from '../../model/access.ts';
import { isRbacRefusal } from '../rbacRefusal.ts';
import { complete, type RoleRow } from './rolePlan.ts';
import { belongsTo, letsManage } from './roleWarnings.ts';

/**
 * The order in which rows are applied: what is given comes first, so that nobody is without access in between, and the
 * caller's own right to manage access goes last, because nothing could be removed after it.
 */
export function rolePhases(
  rows: readonly RoleRow[],
  caller: Caller | undefined,
  roles: readonly Role[],
): readonly (readonly RoleRow[])[] {
  const adds = rows.filter(({ action }) => action === 'create');
  const removals = rows.filter(({ action }) => action === 'remove');
  const isOwn = ({ present }: RoleRow): boolean =>
    caller !== undefined && present !== undefined && letsManage(present, roles) && belongsTo(caller, present) !== 'no';
  return [adds, removals.filter((row) => !isOwn(row)), removals.filter(isOwn)];
}

/** What a change is called, for the account of all changes. */
export interface RoleRowWords {
  readonly title: (row: RoleRow) => string;
}

/** Sends what a row says. Doing it again does no harm. @throws as `WorkspaceAccess`, TypeError for a row that is no change */
export async function sendRoleRow(access: WorkspaceAccess, row: RoleRow, { title }: RoleRowWords): Promise<void> {
  const { action, wanted, present } = row;
  if (action === 'create' && wanted) await access.add(complete(wanted), title(row));
  else if (action === 'remove' && present) await access.remove(present, title(row));
  else throw new TypeError(`A row that is ${action} sends nothing.`);
}

const noWay = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH']);

/**
 * Whether an error would meet every other row as well: nobody is signed in, the address is refused, or there is no way to
 * the workspace. A role that is missing at one scope may be there at another, so it is the row's own affair.
 */
export function endsRoleChanges(error: unknown): boolean {
  if (error instanceof SignInNeededError) return true;
  if (!(error instanceof AzureError)) return false;
  if (error.reason === 'network') return noWay.has(error.code ?? '');
  if (error.reason === 'untrustedHost') return true;
  if (addressRefusal(error) || isPrivateEndpointRefusal(error)) return true;
  return error.status === 401 && !isRbacRefusal(error);
}
