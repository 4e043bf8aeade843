import type { WantedAssignment } from '../../model/access.ts';

export type ImportKind = 'json' | 'csv';

/** Larger files are no lists of role assignments: a workspace with 5,000 has about a megabyte. */
export const mostImportBytes = 10 * 1024 * 1024;
export const mostImportRows = 20_000;

/** Why a whole file cannot be read. `detail` is a parser's own words. */
export type ImportFailure =
  | { readonly why: 'tooLarge'; readonly bytes: number }
  | { readonly why: 'tooManyRows' }
  /** Neither UTF-8 nor UTF-16 with a byte order mark. */
  | { readonly why: 'notText' }
  | { readonly why: 'notJson' | 'notCsv'; readonly detail: string }
  /** JSON that is neither an export nor a list. */
  | { readonly why: 'notRoles' }
  /** It was made by a later version of this extension. */
  | { readonly why: 'version'; readonly version: number }
  /** A CSV file whose first line names no column for these. */
  | { readonly why: 'noColumns'; readonly missing: readonly ('principal' | 'role')[] };

export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly failure: ImportFailure;

  constructor(failure: ImportFailure, options?: ErrorOptions) {
    super(`The file cannot be imported: ${failure.why}.`, options);
    this.failure = failure;
  }
}

/** Why a row is left out. */
export type RowFault =
  | { readonly why: 'unreadable' }
  | { readonly why: 'noPrincipal' | 'noRole' | 'noScope' }
  | { readonly why: 'unknownRole'; readonly role: string }
  /** The role's name and its id are those of two roles. */
  | { readonly why: 'rolesDiffer'; readonly role: string; readonly roleId: string }
  | { readonly why: 'unreadableScope'; readonly scope: string }
  /** A file from several workspaces: this row is another one's. */
  | { readonly why: 'otherWorkspace'; readonly workspaceName: string }
  /** The workspace has no item of this kind with this name. */
  | { readonly why: 'noCounterpart'; readonly kind: string; readonly item: string }
  /** The managed identity of the workspace that the file is from, and that of this one is not known. */
  | { readonly why: 'workspaceIdentity' }
  /** Nobody, several, or something that cannot be looked up is behind a reference. */
  | {
      readonly why: 'notFound' | 'severalFound' | 'unreadableReference' | 'unasked';
      readonly reference: string;
    };

export interface RowProblem {
  /** As a spreadsheet counts, with the line of headings as 1; in JSON the entry's number, from 1. */
  readonly row: number;
  readonly fault: RowFault;
}

export interface ImportedRow {
  readonly row: number;
  readonly wanted: WantedAssignment;
}

/** A row whose principal somebody has to look up: `reference` is for `PrincipalDirectory.lookUp`. */
export interface RowToLookUp {
  readonly row: number;
  readonly reference: string;
  readonly wanted: Omit<WantedAssignment, 'principalId'>;
}

/** What a file asks for. Rows with problems are left out, so what is only in the workspace must not be removed then. */
export interface Imported {
  readonly rows: readonly ImportedRow[];
  readonly toLookUp: readonly RowToLookUp[];
  readonly problems: readonly RowProblem[];
  /** The one workspace that the file names, where it is another one. */
  readonly from?: string;
}
