import type { LookedUp } from '../../model/principal.ts';
import type { Imported, ImportedRow, RowFault, RowProblem, RowToLookUp } from './importFile.ts';

/** The references of an import that are to be looked up, each once. */
export function referencesOf({ toLookUp }: Pick<Imported, 'toLookUp'>): string[] {
  return [...new Set(toLookUp.map(({ reference }) => reference))];
}

/** The import with the principals that were found; rows without one become problems. */
export function withLookedUp(imported: Imported, answers: readonly LookedUp[]): Imported {
  const byReference = new Map(answers.map((answer) => [answer.reference, answer]));
  const rows: ImportedRow[] = [...imported.rows];
  const problems: RowProblem[] = [...imported.problems];
  for (const line of imported.toLookUp) {
    const read = resolved(line, byReference.get(line.reference));
    if ('why' in read) problems.push({ row: line.row, fault: read });
    else rows.push({ row: line.row, wanted: read });
  }
  const byRow = (a: { readonly row: number }, b: { readonly row: number }): number => a.row - b.row;
  return { ...imported, rows: rows.sort(byRow), toLookUp: [], problems: problems.sort(byRow) };
}

function resolved({ reference, wanted }: RowToLookUp, answer: LookedUp | undefined): ImportedRow['wanted'] | RowFault {
  switch (answer?.found) {
    case 'one': {
      // What the directory says about somebody's type is truer than a file.
      const { id, type } = answer.principal;
      return { ...wanted, principalId: id, principalType: type };
    }
    case 'several':
      return { why: 'severalFound', reference };
    case 'none':
      return { why: 'notFound', reference };
    case 'unreadable':
      return { why: 'unreadableReference', reference };
    default:
      return { why: 'unasked', reference };
  }
}
