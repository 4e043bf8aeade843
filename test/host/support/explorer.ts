import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SynapseExplorer } from '../../../src/activation.ts';
import type { ExplorerTree } from '../../../src/platform/tree/explorerTree.ts';
import type { TreeEntry } from '../../../src/platform/tree/treeEntry.ts';
import { seen } from './seenTexts.ts';
import { until } from './until.ts';

export const extensionId = 'synapse-explorer.synapse-explorer';

export function extension(): vscode.Extension<SynapseExplorer> {
  const found = vscode.extensions.getExtension<SynapseExplorer>(extensionId);
  assert.ok(found, `VS Code does not know ${extensionId}.`);
  return found;
}

/** The tree of the activated extension. */
export async function explorerTree(): Promise<ExplorerTree> {
  return (await extension().activate()).tree;
}

/** The children of an entry (of the root without one) as the view shows them when all that comes by itself has come. */
export async function childrenOf(entry?: TreeEntry): Promise<TreeEntry[]> {
  const tree = await explorerTree();
  const parent = entry ?? tree.model.root;
  const shown = noted(await tree.model.childrenOf(parent));
  if (parent.node.reading !== 'all') return shown;
  await until(
    `all below ${entry ? entry.node.label : 'the root'}`,
    () => parent.list?.done === true || undefined,
    tree.onDidChangeTreeData,
  );
  return noted(await tree.model.childrenOf(parent));
}

function noted(entries: readonly TreeEntry[]): TreeEntry[] {
  for (const { node } of entries) seen('row', node.label, node.description, node.tooltip, node.accessibleLabel);
  return [...entries];
}

/** The entry that is reached by opening rows with these labels. */
export async function entryAt(...labels: readonly string[]): Promise<TreeEntry> {
  let found: TreeEntry | undefined;
  for (const label of labels) {
    const children = await childrenOf(found);
    const next = children.find(({ node }) => node.label === label);
    assert.ok(next, `There is no "${label}" among: ${children.map(({ node }) => node.label).join(', ')}`);
    found = next;
  }
  assert.ok(found);
  return found;
}

/** What the view gets to show for an entry. */
export async function itemOf(entry: TreeEntry): Promise<vscode.TreeItem> {
  return (await explorerTree()).getTreeItem(entry);
}

/** Waits until an entry's description fits. */
export async function untilRowSays(entry: TreeEntry, pattern: RegExp): Promise<void> {
  const tree = await explorerTree();
  await until(
    `${entry.node.label} to say ${String(pattern)} (it says ${entry.node.description ?? 'nothing'})`,
    () => pattern.test(entry.node.description ?? '') || undefined,
    tree.onDidChangeTreeData,
  );
}
