import { stringify } from 'csv-stringify/sync';
import type { Assignment, Role } from '../../model/access.ts';
import type { Principal } from '../../model/principal.ts';
import { roleById } from '../plan/legalScopes.ts';
import { defused } from './formulas.ts';

export interface ExportParts {
  readonly workspaceName: string;
  readonly assignments: readonly Assignment[];
  readonly roles: readonly Role[];
  /** Names by object id in lower case, as far as they are known; they are for people, the ids are what counts. */
  readonly principals: ReadonlyMap<string, Principal>;
  /** Object id of the workspace's managed identity: another workspace has one of its own in its place. */
  readonly identityId: string | undefined;
}

/** A row of an export. Members that are not known are absent in JSON and empty in CSV. */
interface ExportedRow {
  readonly role?: string;
  readonly roleId: string;
  readonly scope: string;
  readonly principal?: string;
  readonly principalType?: string;
  readonly principalId: string;
  readonly userPrincipalName?: string;
  readonly mail?: string;
  readonly applicationId?: string;
  readonly workspaceIdentity?: true;
}

/** The columns of a CSV export, in their order; they are not translated, so that every language reads every file. */
export const csvColumns = [
  'principal',
  'principalType',
  'role',
  'scope',
  'userPrincipalName',
  'mail',
  'applicationId',
  'principalId',
  'roleId',
  'workspaceIdentity',
] as const satisfies readonly (keyof ExportedRow)[];

/** What a JSON export says of itself; a later form has a higher number. */
export const jsonVersion = 1;

/** Role assignments as JSON, in an order of their own, so that a change is a small difference. */
export function exportJson(parts: ExportParts): string {
  const document = { version: jsonVersion, workspace: parts.workspaceName, roleAssignments: rowsOf(parts) };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** The same as CSV (RFC 4180), with a byte order mark, without which Excel takes UTF-8 for something else. */
export function exportCsv(parts: ExportParts): string {
  const rows = rowsOf(parts).map((row) =>
    csvColumns.map((column) => defused(row[column] === undefined ? '' : String(row[column]))),
  );
  return stringify([[...csvColumns], ...rows], { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/u });
}

function rowsOf({ assignments, roles, principals, identityId }: ExportParts): ExportedRow[] {
  const rows = assignments.map(({ roleId, scope, principalId, principalType }): ExportedRow => {
    const id = principalId.toLowerCase();
    const role = roleById(roles, roleId)?.name;
    const { displayName, type, userPrincipalName, mail, appId } = principals.get(id) ?? {};
    const knownType = principalType ?? type;
    return {
      ...(role !== undefined && { role }),
      roleId,
      scope,
      ...(displayName !== undefined && { principal: displayName }),
      ...(knownType !== undefined && { principalType: knownType }),
      principalId: id,
      ...(userPrincipalName !== undefined && { userPrincipalName }),
      ...(mail !== undefined && { mail }),
      ...(appId !== undefined && { applicationId: appId }),
      ...(id === identityId?.toLowerCase() && { workspaceIdentity: true }),
    };
  });
  return rows.sort((a, b) => compare(orderOf(a), orderOf(b)));
}

function orderOf({ scope, role, roleId, principalId }: ExportedRow): string[] {
  return [scope.toLowerCase(), role ?? '', roleId, principalId];
}

/** By code units, so that the order is the same in every language. */
function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((text, index) => text !== b[index]);
  if (at < 0) return 0;
  return (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}
