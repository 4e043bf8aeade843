import type { KnownRow } from './knownRow.ts';
import { HintKind } from './mechanismKinds.ts';
import type { TreeEntry } from './treeEntry.ts';
import type { TreeNode } from './treeNode.ts';

/** What is kept is bounded, whatever is open: rows further up count more than those further down. */
const mostRows = 2000;
const mostCharacters = 150_000;

type Growing = Omit<KnownRow, 'below'> & { readonly below: KnownRow[] | undefined };

/**
 * The rows that can be seen, those below open rows included, as texts.
 *
 * @returns undefined as long as the top was not read to its end
 */
export function snapshotOf(root: TreeEntry, isOpen: (entry: TreeEntry) => boolean): KnownRow[] | undefined {
  const { list } = root;
  if (list?.answered !== true || !list.done || list.error !== undefined) return undefined;
  const top: KnownRow[] = [];
  let rows = 0;
  let characters = 0;
  const levels: { readonly entries: readonly TreeEntry[]; readonly into: KnownRow[] }[] = [
    { entries: list.entries, into: top },
  ];
  for (const { entries, into } of levels) {
    for (const entry of entries) {
      if (entry.node.passing === true || entry.node.kind === HintKind) continue;
      const row = rowOf(entry);
      rows += 1;
      characters += JSON.stringify(row).length;
      if (rows > mostRows || characters > mostCharacters) return top;
      into.push(row);
      if (row.below && isOpen(entry)) levels.push({ entries: shownBelow(entry), into: row.below });
    }
  }
  return top;
}

function shownBelow(entry: TreeEntry): readonly TreeEntry[] {
  const read = entry.list?.error === undefined ? (entry.list?.entries ?? []) : [];
  return [...read, ...entry.unconfirmed()];
}

function rowOf({ node, isLastKnown }: TreeEntry): Growing {
  // What was not confirmed in this session is kept as it was: its node looks different.
  const texts = isLastKnown ? (node.data as KnownRow) : textsOf(node);
  return { ...texts, below: node.children && [] };
}

function textsOf({ key, label, description, icon, accessibleLabel, order, expanded }: TreeNode): KnownRow {
  return {
    key,
    label,
    ...(description !== undefined && { description }),
    icon: icon.id,
    spoken: accessibleLabel,
    ...(order !== undefined && { order }),
    ...(expanded !== undefined && { expanded }),
  };
}
