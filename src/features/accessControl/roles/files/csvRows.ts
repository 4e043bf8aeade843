import { CsvError, type Options, parse } from 'csv-parse/sync';
import { undefused } from './formulas.ts';
import { ImportError, mostImportRows } from './importFile.ts';
import { type Field, fieldCalled, note, principalFields, type RawRow } from './rawRow.ts';

/** What spreadsheets separate cells by, which goes by the language of the computer. */
const delimiters = [',', ';', '\t'];

/** Reads a CSV file whose first line names the columns. Lines without anything are overlooked. @throws ImportError */
export function csvRows(text: string): { readonly rows: readonly RawRow[]; readonly fields: ReadonlySet<Field> } {
  const delimiter = delimiterOf(text);
  const [headings = [], ...records] = recordsOf(text, { delimiter, to: mostImportRows + 2 });
  if (records.length > mostImportRows) throw new ImportError({ why: 'tooManyRows' });
  const columns = headings.map((heading) => fieldCalled(undefused(heading)));
  const fields = new Set(columns.filter((field) => field !== undefined));
  const missing = [
    ...(principalFields.some((field) => fields.has(field)) ? [] : (['principal'] as const)),
    ...(fields.has('role') || fields.has('roleId') ? [] : (['role'] as const)),
  ];
  if (missing.length > 0) throw new ImportError({ why: 'noColumns', missing });
  const rows = records.flatMap((cells, index): RawRow[] => {
    const found: Partial<Record<Field, string>> = {};
    for (const [at, cell] of cells.entries()) {
      const field = columns[at];
      if (field !== undefined) note(found, field, undefused(cell));
    }
    return cells.every((cell) => cell.trim() === '') ? [] : [{ row: index + 2, fields: found }];
  });
  return { rows, fields };
}

/** The one by which most columns of the first line have a name that means something here. */
function delimiterOf(text: string): string {
  const counts = delimiters.map((delimiter) => {
    const [headings = []] = recordsOf(text, { delimiter, to: 1 });
    return headings.filter((heading) => fieldCalled(undefused(heading)) !== undefined).length;
  });
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

function recordsOf(text: string, options: Options): string[][] {
  try {
    return parse(text, { ...options, bom: true, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportError({ why: 'notCsv', detail: error.message }, { cause: error });
  }
}
