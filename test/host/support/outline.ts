import type { TreeEntry } from '../../../src/platform/tree/treeEntry.ts';
import { childrenOf, itemOf } from './explorer.ts';

/** An entry and how deep it stands. */
export interface Row {
  readonly entry: TreeEntry;
  readonly depth: number;
}

/** Opens the tree from an entry (from the root without one) downwards and answers the rows in the view's order. */
export async function rowsBelow(
  entry: TreeEntry | undefined,
  opened: (entry: TreeEntry) => boolean,
  depth = 0,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const child of await childrenOf(entry)) {
    rows.push({ entry: child, depth });
    if (child.node.children && opened(child)) rows.push(...(await rowsBelow(child, opened, depth + 1)));
  }
  return rows;
}

/** A line for each row: indent, label, description, and the flags that menus ask for. */
export async function outlineOf(rows: readonly Row[]): Promise<string> {
  const lines: string[] = [];
  for (const { entry, depth } of rows) {
    const { label, description, contextValue = '' } = await itemOf(entry);
    const shown = [label, description].filter((part) => part !== undefined).join(' | ');
    lines.push(`${'  '.repeat(depth)}${shown} ${contextValue}`);
  }
  return lines.join('\n');
}
