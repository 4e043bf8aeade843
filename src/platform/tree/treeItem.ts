import * as vscode from 'vscode';
import { contextValueOf } from '../contributions/contextValue.ts';
import { LoadMoreKind } from './mechanismKinds.ts';
import type { TreeWords } from './standInNode.ts';
import type { TreeEntry } from './treeEntry.ts';

export interface TreeItemOptions {
  readonly words: TreeWords;
  /** The command behind "Load more…"; called with the entry. */
  readonly loadMoreCommand: string;
}

/** An entry as VS Code shows it. @param open Whether the row is open when it is new to VS Code; a row that it knows stays as it is. */
export function treeItemOf(entry: TreeEntry, open: boolean, options: TreeItemOptions): vscode.TreeItem {
  const { node } = entry;
  const { lastKnown } = options.words;
  const item = new vscode.TreeItem(node.label, collapsibleState(entry, open));
  item.id = entry.id;
  const description = entry.isLastKnown ? lastKnown.description(node.description) : node.description;
  if (description !== undefined) item.description = description;
  // A plain string: text of the service is never read as markup.
  item.tooltip = node.tooltip ?? node.label;
  item.accessibilityInformation = {
    label: entry.isLastKnown ? lastKnown.spoken(node.accessibleLabel) : node.accessibleLabel,
  };
  item.contextValue = contextValueOf(node.kind, node.flags ?? []);
  item.iconPath = new vscode.ThemeIcon(
    node.icon.id,
    node.icon.color === undefined ? undefined : new vscode.ThemeColor(node.icon.color),
  );
  const command = node.kind === LoadMoreKind ? options.loadMoreCommand : node.click;
  // What a last known row leads to is not known yet.
  if (command !== undefined && !entry.isLastKnown) {
    item.command = { command, title: node.label, arguments: [entry] };
  }
  return item;
}

function collapsibleState({ node }: TreeEntry, open: boolean): vscode.TreeItemCollapsibleState {
  if (!node.children) return vscode.TreeItemCollapsibleState.None;
  return open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}
