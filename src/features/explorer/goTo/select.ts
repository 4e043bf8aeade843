import type * as vscode from 'vscode';
import type { TreeEntry } from '../../../platform/tree/treeEntry.ts';

/** Longer than VS Code needs to tell of a selection that it has made. */
const toldWithinMs = 1000;

/**
 * Shows a row, opens it and selects it. VS Code loses a selection that is made while it draws rows anew, after a refresh
 * for example; it is made once more then.
 */
export async function select(view: vscode.TreeView<TreeEntry>, entry: TreeEntry): Promise<void> {
  const how = { select: true, focus: true, expand: true };
  await view.reveal(entry, how);
  if (!(await isSelected(view, entry))) await view.reveal(entry, how);
}

/** A selection is told by an event of its own, a moment after the row was revealed. */
async function isSelected(view: vscode.TreeView<TreeEntry>, entry: TreeEntry): Promise<boolean> {
  if (view.selection[0] === entry) return true;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, toldWithinMs);
  const listener = view.onDidChangeSelection(() => {
    if (view.selection[0] === entry) resolve();
  });
  await promise;
  clearTimeout(timer);
  listener.dispose();
  return view.selection[0] === entry;
}
