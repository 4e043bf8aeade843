import type { Assignment, Role, WantedAssignment } from '../../model/access.ts';
import { assignmentKey } from '../assignmentKey.ts';
import { isGuid } from '../guid.ts';
import { scopeKey } from '../scope.ts';
import { csvRows } from './csvRows.ts';
import {
  ImportError,
  type Imported,
  type ImportedRow,
  type ImportKind,
  mostImportBytes,
  type RowFault,
  type RowProblem,
  type RowToLookUp,
} from './importFile.ts';
import { jsonRows } from './jsonRows.ts';
import { principalFields, type RawRow } from './rawRow.ts';
import { roleOf } from './roleOf.ts';
import { scopeOf, workspacesIn, type ScopeContext } from './scopeOf.ts';

export interface ImportContext {
  readonly workspaceName: string;
  readonly roles: readonly Role[];
  /** All assignments of the workspace: a row that is there already needs nothing more to be understood. */
  readonly present: readonly Assignment[];
  /** Names of the workspace's items by kind (`bigDataPools`); of kinds that are absent every name is taken. */
  readonly items?: ReadonlyMap<string, readonly string[]>;
  /** Object id of the workspace's managed identity. */
  readonly identityId?: string;
}

/** The text of a file, which Excel writes as UTF-8 or UTF-16. @throws ImportError */
export function importText(bytes: Uint8Array): string {
  if (bytes.byteLength > mostImportBytes) throw new ImportError({ why: 'tooLarge', bytes: bytes.byteLength });
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // UTF-16 without a byte order mark, or no text at all.
    if (!text.slice(0, 16).includes('\0')) return text;
  } catch (error) {
    throw new ImportError({ why: 'notText' }, { cause: error });
  }
  throw new ImportError({ why: 'notText' });
}

/**
 * Reads the assignments that a file asks for into a workspace. The workspace that the file names is replaced by this one,
 * items are found by their names. Sends nothing.
 *
 * @throws ImportError for a file that cannot be read as a whole
 */
export function readImport(text: string, kind: ImportKind, context: ImportContext): Imported {
  if (text.length > mostImportBytes) throw new ImportError({ why: 'tooLarge', bytes: text.length });
  const { rows: raw, from, hasScope } = rowsOf(text, kind);
  const named = workspacesIn(raw);
  const source = from ?? (named.length === 1 ? named[0] : undefined);
  const presentScopes = new Set(context.present.map(({ scope }) => scopeKey(scope)));
  const scopes: ScopeContext = { ...context, source, presentScopes, hasScope };
  const there = new Map(context.present.map((assignment) => [assignmentKey(assignment), assignment]));
  const rows: ImportedRow[] = [];
  const toLookUp: RowToLookUp[] = [];
  const problems: RowProblem[] = [];
  for (const { row, fields } of raw) {
    const read = rowOf(fields, context, scopes, there);
    if ('why' in read) problems.push({ row, fault: read });
    else if ('reference' in read) toLookUp.push({ row, ...read });
    else rows.push({ row, wanted: read });
  }
  const isOther = source !== undefined && source.toLowerCase() !== context.workspaceName.toLowerCase();
  return { rows, toLookUp, problems, ...(isOther && { from: source }) };
}

function rowsOf(
  text: string,
  kind: ImportKind,
): { readonly rows: readonly RawRow[]; readonly from?: string; readonly hasScope: boolean } {
  if (kind === 'json') return { ...jsonRows(text), hasScope: true };
  const { rows, fields } = csvRows(text);
  return { rows, hasScope: fields.has('scope') };
}

function rowOf(
  fields: RawRow['fields'],
  context: ImportContext,
  scopes: ScopeContext,
  there: ReadonlyMap<string, Assignment>,
): WantedAssignment | Omit<RowToLookUp, 'row'> | RowFault {
  if (Object.keys(fields).length === 0) return { why: 'unreadable' };
  const role = roleOf(fields, context.roles);
  if ('why' in role) return role;
  const scope = scopeOf(fields.scope, scopes);
  if (typeof scope !== 'string') return scope;
  const { principalType } = fields;
  const common = { roleId: role.id, scope, ...(principalType !== undefined && { principalType }) };
  if (isYes(fields.workspaceIdentity)) {
    const { identityId } = context;
    if (identityId === undefined) return { why: 'workspaceIdentity' };
    return { ...common, principalId: identityId, principalType: 'ServicePrincipal' };
  }
  const reference = principalFields.map((field) => fields[field]).find((text) => text !== undefined);
  if (reference === undefined) return { why: 'noPrincipal' };
  if (!isGuid(reference)) return { reference, wanted: common };
  const wanted = { ...common, principalId: reference.toLowerCase() };
  const same = there.get(assignmentKey(wanted));
  if (same) return same.principalType === undefined ? wanted : { ...wanted, principalType: same.principalType };
  // An object id without its type, or what may be an application id.
  return principalType === undefined || fields.principalId === undefined ? { reference, wanted: common } : wanted;
}

function isYes(text: string | undefined): boolean {
  return text !== undefined && /^(?:true|yes|1)$/iu.test(text);
}
