import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExplorerTree } from '../../../src/platform/tree/explorerTree.ts';
import { replaceMember } from './replaceMember.ts';

const providers = new Map<string, unknown>();

/** Notes who fills which view. To be called before the extension is activated. */
export function watchTreeViews(): void {
  const create = vscode.window.createTreeView;
  replaceMember(vscode.window, 'createTreeView', (id: string, options: vscode.TreeViewOptions<unknown>) => {
    providers.set(id, options.treeDataProvider);
    return create(id, options);
  });
}

/** What fills the view of all changes. */
export function activityTree(): ExplorerTree {
  const tree = providers.get('synapse.activity');
  assert.ok(tree, 'There is no view of changes.');
  return tree as ExplorerTree;
}
