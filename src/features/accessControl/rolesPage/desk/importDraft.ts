import type { ImportKind } from '../../roles/files/importFile.ts';
import { referencesOf, withLookedUp } from '../../roles/files/lookedUp.ts';
import { importText, readImport } from '../../roles/files/readImport.ts';
import { scopeKey } from '../../roles/scope.ts';
import type { Draft } from '../contract.ts';
import { wantedKey, withAdded, withRemoved } from '../draftChanges.ts';
import type { DeskPlace } from './deskParts.ts';
import type { DeskWords } from './deskWords.ts';
import type { RoleBook } from './roleBook.ts';

export interface ImportOptions {
  readonly kind: ImportKind;
  readonly place: DeskPlace;
  readonly book: RoleBook;
  /** What is wanted so far; the file's wishes are added to it. */
  readonly draft: Draft;
  /** Whether what is there and not in the file is to be removed. */
  readonly removeOthers: boolean;
  /** Of an item's page: what the item inherits is not removed with the others. */
  readonly scope?: string | undefined;
  readonly words: DeskWords;
  readonly signal: AbortSignal;
}

export interface ImportedDraft {
  readonly draft: Draft;
  /** Rows that are left out, and why. */
  readonly problems: string[];
}

/** Adds what a file asks for to what is wanted. Looks principals up, and sends no change. @throws ImportError */
export async function importDraft(bytes: Uint8Array, options: ImportOptions): Promise<ImportedDraft> {
  const { kind, place, book, draft, removeOthers, scope, words, signal } = options;
  const { access, directory, identityId } = place;
  const lists = await place.items(signal);
  const items = new Map(
    // Scope pools have no list, and a list that could not be read tells nothing.
    lists
      .filter(({ kind: each, problem }) => problem === undefined && each !== 'scopePools')
      .map(({ kind: each, items: found }) => [each, found.map(({ name }) => name)] as const),
  );
  const { workspaceName } = access.place.workspace;
  const { roles, present } = book;
  const read = readImport(importText(bytes), kind, {
    workspaceName,
    roles,
    present,
    items,
    ...(identityId !== undefined && { identityId }),
  });
  const references = referencesOf(read);
  const answers = references.length === 0 ? [] : await directory.lookUp(references, signal);
  const { rows, problems } = withLookedUp(read, answers);
  const wanted = rows.map((row) => row.wanted);
  const left = problems.map((problem) => words.importProblem(problem));
  const added = withAdded(draft, wanted);
  if (!removeOthers) return { draft: added, problems: left };
  // A row that nobody understands may be just the one that keeps an assignment.
  if (left.length > 0) return { draft: added, problems: [...left, words.nothingRemoved()] };
  const kept = new Set(wanted.map(wantedKey));
  const others = present.filter(
    (assignment) =>
      !kept.has(wantedKey(assignment)) && (scope === undefined || scopeKey(assignment.scope) === scopeKey(scope)),
  );
  return { draft: withRemoved(added, others), problems: [] };
}
