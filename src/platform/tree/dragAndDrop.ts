import type * as vscode from 'vscode';
import type { TreeEntry } from './treeEntry.ts';

/** What dragging and dropping rows does. */
export interface DragAndDrop {
  /** The rows that can be dragged, of those that the user takes. */
  readonly draggable: (entries: readonly TreeEntry[]) => readonly TreeEntry[];
  readonly drop: (entries: readonly TreeEntry[], target: TreeEntry) => Promise<void>;
}

/** The type that VS Code itself gives to the rows of the view `synapse.explorer`. */
const rows = 'application/vnd.code.tree.synapse.explorer';

/** VS Code asks for this when it makes the view; a feature fills it in later. Nothing that is dragged leaves the window. */
export class LentDragAndDrop implements vscode.TreeDragAndDropController<TreeEntry> {
  readonly dragMimeTypes: readonly string[] = [];
  readonly dropMimeTypes = [rows];
  controller: DragAndDrop | undefined;
  #dragged: readonly TreeEntry[] = [];

  handleDrag(entries: readonly TreeEntry[]): void {
    this.#dragged = this.controller?.draggable(entries) ?? [];
  }

  async handleDrop(target: TreeEntry | undefined): Promise<void> {
    const dragged = this.#dragged;
    this.#dragged = [];
    if (target && dragged.length > 0) await this.controller?.drop(dragged, target);
  }
}
