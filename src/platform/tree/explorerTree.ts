import * as vscode from 'vscode';
import { contextValueOf } from '../contributions/contextValue.ts';
import { type DragAndDrop, LentDragAndDrop } from './dragAndDrop.ts';
import { LoadMoreKind } from './mechanismKinds.ts';
import type { TreeEntry } from './treeEntry.ts';
import { TreeModel, type TreeWords } from './treeModel.ts';
import type { TreeNode } from './treeNode.ts';

export interface ExplorerTreeOptions {
  readonly viewId: string;
  readonly root: TreeNode;
  readonly words: TreeWords;
  /** The command behind "Load more…"; called with the entry. */
  readonly loadMoreCommand: string;
  readonly onBackgroundError: (error: unknown) => void;
  /** Called once, when the view is seen for the first time; until then nothing is read. */
  readonly onFirstVisible: () => void;
}

/** Shows a `TreeModel` in one of VS Code's tree views. */
export class ExplorerTree implements vscode.TreeDataProvider<TreeEntry>, vscode.Disposable {
  readonly model: TreeModel;
  readonly view: vscode.TreeView<TreeEntry>;
  readonly onDidChangeTreeData: vscode.Event<TreeEntry | undefined>;
  readonly #loadMoreCommand: string;
  readonly #dragAndDrop = new LentDragAndDrop();
  readonly #disposables: vscode.Disposable[];

  constructor(options: ExplorerTreeOptions) {
    const changed = new vscode.EventEmitter<TreeEntry | undefined>();
    this.onDidChangeTreeData = changed.event;
    this.#loadMoreCommand = options.loadMoreCommand;
    this.model = new TreeModel({
      root: options.root,
      words: options.words,
      onDidChange: (entry) => {
        changed.fire(entry);
      },
      onBackgroundError: options.onBackgroundError,
    });
    this.view = vscode.window.createTreeView(options.viewId, {
      treeDataProvider: this,
      dragAndDropController: this.#dragAndDrop,
      showCollapseAll: true,
      canSelectMany: true,
    });
    let seen = false;
    const onVisibility = (visible: boolean): void => {
      this.model.setVisible(visible);
      if (!visible || seen) return;
      seen = true;
      options.onFirstVisible();
    };
    this.#disposables = [
      changed,
      this.view,
      this.view.onDidChangeVisibility(({ visible }) => {
        onVisibility(visible);
      }),
      this.model,
    ];
    onVisibility(this.view.visible);
  }

  async getChildren(entry?: TreeEntry): Promise<TreeEntry[]> {
    return [...(await this.model.childrenOf(entry ?? this.model.root))];
  }

  getParent(entry: TreeEntry): TreeEntry | undefined {
    return entry.parent === this.model.root ? undefined : entry.parent;
  }

  getTreeItem(entry: TreeEntry): vscode.TreeItem {
    const { node } = entry;
    const item = new vscode.TreeItem(node.label, collapsibleState(node));
    item.id = entry.id;
    if (node.description !== undefined) item.description = node.description;
    // A plain string: text of the service is never read as markup.
    item.tooltip = node.tooltip ?? node.label;
    item.accessibilityInformation = { label: node.accessibleLabel };
    item.contextValue = contextValueOf(node.kind, node.flags ?? []);
    item.iconPath = new vscode.ThemeIcon(
      node.icon.id,
      node.icon.color === undefined ? undefined : new vscode.ThemeColor(node.icon.color),
    );
    const command = node.kind === LoadMoreKind ? this.#loadMoreCommand : node.click;
    if (command !== undefined) item.command = { command, title: node.label, arguments: [entry] };
    return item;
  }

  /** Lets a feature say what dragging rows does; VS Code wants to know when the view is made, and which types there are. */
  lendDragAndDrop(controller: DragAndDrop): void {
    this.#dragAndDrop.controller = controller;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

function collapsibleState(node: TreeNode): vscode.TreeItemCollapsibleState {
  if (!node.children) return vscode.TreeItemCollapsibleState.None;
  return node.expanded === true ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}
