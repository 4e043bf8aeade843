import * as z from 'zod/mini';
import { isObject } from '../../../../azure/json.ts';
import { jsonVersion } from './exportRoles.ts';
import { ImportError, mostImportRows } from './importFile.ts';
import { type Field, fieldCalled, note, type RawRow } from './rawRow.ts';

/** An export of this extension; more members are for people, or for later versions. */
const exported = z.object({
  version: z.int(),
  workspace: z.exactOptional(z.string()),
  roleAssignments: z.array(z.unknown()),
});

/** What the Azure CLI prints (`az synapse role assignment list`), and what people write by hand. */
const list = z.array(z.unknown());

/**
 * Reads a JSON file: an export, or a list of assignments. An entry that is no object is a row without fields.
 * @throws ImportError
 */
export function jsonRows(text: string): { readonly rows: readonly RawRow[]; readonly from?: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    throw new ImportError(
      { why: 'notJson', detail: error instanceof Error ? error.message : String(error) },
      { cause: error },
    );
  }
  const plain = list.safeParse(value);
  if (plain.success) return { rows: rowsOf(plain.data) };
  const read = exported.safeParse(value);
  if (!read.success) throw new ImportError({ why: 'notRoles' });
  const { version, workspace, roleAssignments } = read.data;
  if (version !== jsonVersion) throw new ImportError({ why: 'version', version });
  return { rows: rowsOf(roleAssignments), ...(workspace !== undefined && { from: workspace }) };
}

function rowsOf(entries: readonly unknown[]): RawRow[] {
  if (entries.length > mostImportRows) throw new ImportError({ why: 'tooManyRows' });
  return entries.map((entry, index) => ({ row: index + 1, fields: isObject(entry) ? fieldsOf(entry) : {} }));
}

function fieldsOf(entry: object): RawRow['fields'] {
  const fields: Partial<Record<Field, string>> = {};
  for (const [name, value] of Object.entries(entry)) {
    const field = fieldCalled(name);
    if (field === undefined) continue;
    if (typeof value === 'string') note(fields, field, value);
    else if (value === true) note(fields, field, 'true');
  }
  return fields;
}
