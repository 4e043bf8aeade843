import type { TreeEntry } from './treeEntry.ts';

/** Everything that has been read below an entry. */
export function* shownBelow(entry: TreeEntry): Generator<TreeEntry> {
  for (const child of entry.list?.entries ?? []) {
    yield child;
    yield* shownBelow(child);
  }
}
