import * as vscode from 'vscode';
import { type DragAndDrop, LentDragAndDrop } from './dragAndDrop.ts';
import { Expansion, type ExpansionMemory } from './expansion.ts';
import { HeldOpen } from './heldOpen.ts';
import { LastKnownRows } from './lastKnownRows.ts';
import { snapshotOf } from './snapshot.ts';
import { realTimers } from './timers.ts';
import type { TreeEntry } from './treeEntry.ts';
import { treeItemOf, type TreeItemOptions } from './treeItem.ts';
import { type BackgroundWork, TreeModel } from './treeModel.ts';
import type { TreeNode } from './treeNode.ts';

export interface ExplorerTreeOptions extends TreeItemOptions {
  readonly viewId: string;
  readonly root: TreeNode;
  /** Where open rows and the last known tree are kept. */
  readonly memory: ExpansionMemory;
  /** What is connected or being connected, for which rows are remembered; undefined when nothing is. */
  readonly scope: () => string | undefined;
  readonly onBackgroundError: (error: unknown, work: BackgroundWork) => void;
  /** Called once, when the view is seen for the first time; until then nothing is read. */
  readonly onFirstVisible: () => void;
}

/** The tree changes in bursts; its picture is kept so long after the first change, for a window may close at any time. */
const keepAfterMs = 500;

/** Shows a `TreeModel` in one of VS Code's tree views, and remembers how it looked. */
export class ExplorerTree implements vscode.TreeDataProvider<TreeEntry>, vscode.Disposable {
  readonly model: TreeModel;
  readonly view: vscode.TreeView<TreeEntry>;
  readonly onDidChangeTreeData: vscode.Event<TreeEntry | undefined>;
  readonly #options: ExplorerTreeOptions;
  readonly #expansion: Expansion;
  readonly #lastKnown: LastKnownRows;
  readonly #heldOpen: HeldOpen;
  readonly #dragAndDrop = new LentDragAndDrop();
  readonly #disposables: vscode.Disposable[];
  #keeping: NodeJS.Timeout | undefined;

  constructor(options: ExplorerTreeOptions) {
    this.#options = options;
    this.#expansion = new Expansion(options.memory, options.scope);
    this.#lastKnown = new LastKnownRows(options.memory.everywhere, options.scope);
    this.#heldOpen = new HeldOpen((entry) => {
      void this.#reopen(entry);
    }, realTimers);
    const changed = new vscode.EventEmitter<TreeEntry | undefined>();
    this.onDidChangeTreeData = changed.event;
    this.model = new TreeModel({
      root: options.root,
      words: options.words,
      lastKnown: this.#lastKnown,
      onDidChange: (entry) => {
        this.#heldOpen.changed(entry);
        changed.fire(entry);
        this.#keepSoon();
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
      this.view.onDidExpandElement(({ element }) => {
        this.#note(element, true);
        this.#heldOpen.opened(element);
        void this.model.opened(element);
      }),
      this.view.onDidCollapseElement(({ element }) => {
        this.#note(element, false);
        this.#heldOpen.closed(element);
      }),
      this.#heldOpen,
      this.model,
    ];
    onVisibility(this.view.visible);
  }

  async getChildren(entry?: TreeEntry): Promise<TreeEntry[]> {
    // VS Code asks for open rows only, and does not say that one was opened while it read the rows above anew.
    if (entry && !this.#expansion.isOpen(entry)) this.#note(entry, true);
    const children = await this.#heldOpen.asked(entry, this.model.childrenOf(entry ?? this.model.root));
    this.#keepSoon();
    return [...children];
  }

  getParent(entry: TreeEntry): TreeEntry | undefined {
    return entry.parent === this.model.root ? undefined : entry.parent;
  }

  getTreeItem(entry: TreeEntry): vscode.TreeItem {
    return treeItemOf(entry, this.#expansion.isOpen(entry), this.#options);
  }

  /** Forgets which rows were open and what they showed, for every connection. */
  async forget(): Promise<void> {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    await Promise.all([this.#expansion.forget(), this.#lastKnown.forget()]);
  }

  /** Lets a feature say what dragging rows does; VS Code wants to know when the view is made, and which types there are. */
  lendDragAndDrop(controller: DragAndDrop): void {
    this.#dragAndDrop.controller = controller;
  }

  dispose(): void {
    if (this.#keeping !== undefined) this.#keep();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** For a row that VS Code may have closed by itself; where it is open nothing happens. */
  async #reopen(entry: TreeEntry): Promise<void> {
    if (!this.view.visible || !this.#expansion.isOpen(entry)) return;
    try {
      await this.view.reveal(entry, { expand: true, select: false, focus: false });
    } catch {
      // The row is there no longer.
    }
  }

  #note(entry: TreeEntry, open: boolean): void {
    this.#expansion.note(entry, open);
    this.#keepSoon();
  }

  #keepSoon(): void {
    this.#keeping ??= setTimeout(() => {
      this.#keep();
    }, keepAfterMs);
  }

  #keep(): void {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    const rows = snapshotOf(this.model.root, (entry) => this.#expansion.isOpen(entry));
    if (rows) void this.#lastKnown.keep(rows);
  }
}
