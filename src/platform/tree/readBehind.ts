import { ChildList } from './childList.ts';
import type { TakenOver, TreeEntry } from './treeEntry.ts';

/** Milliseconds after a read in which what it told is new enough. */
export const newEnoughMs = 5000;

/**
 * Whether what is below an entry may be read anew while it shows: it was read, nobody reads it right now, and that was
 * not just before.
 */
export function canBeReadBehind({ list, isLastKnown }: TreeEntry, now: number): boolean {
  return (
    !isLastKnown &&
    list?.answered === true &&
    list.behind === undefined &&
    list.readAt !== undefined &&
    now - list.readAt >= newEnoughMs
  );
}

/**
 * Reads the list of an entry anew while the old one shows, as far as that was read, and puts it in its place.
 *
 * @returns what has changed; undefined when something else has taken the list's place in the meantime, or it failed
 * @throws never: a failure is in `error` of the list that `onFailure` gets, and what is shown stays
 */
export async function readBehind(
  entry: TreeEntry,
  now: () => number,
  onFailure: (error: unknown) => void,
): Promise<TakenOver | undefined> {
  const shown = entry.list;
  if (!shown) return undefined;
  const fresh = new ChildList(entry.node);
  const before = new Map(shown.entries.map((child) => [child, child.node]));
  shown.behind = fresh;
  const wanted = (): boolean => !fresh.done && (entry.node.reading === 'all' || fresh.pageCount < shown.pageCount);
  do {
    await fresh.next();
    // Somebody may read the next page of what is shown; it has to be in the new list, too.
    await shown.reading;
    if (entry.list !== shown) return undefined;
  } while (wanted());
  shown.behind = undefined;
  fresh.readAt = shown.readAt = now();
  fresh.reading = Promise.resolve();
  if (fresh.error !== undefined) {
    onFailure(fresh.error);
    return undefined;
  }
  // The source has lost its connection: what is shown stays until it says more.
  return fresh.answered ? entry.takeOver(fresh, before) : undefined;
}
