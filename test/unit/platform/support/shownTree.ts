import type { TreeEntry } from '../../../../src/platform/tree/treeEntry.ts';
import type { TreeModel } from '../../../../src/platform/tree/treeModel.ts';

interface Shown {
  readonly entry: TreeEntry;
  text: string;
  below: Shown[] | undefined;
}

/**
 * Shows a model as VS Code does: it asks for children only when a row is opened or when it is told of a change, then for
 * those of all open rows below, and keeps what it has shown otherwise.
 */
export class ShownTree {
  readonly #model: TreeModel;
  #rows: Shown[] = [];
  /** Questions that are not answered yet. */
  #asking = 0;
  /** A row is read again only when nothing below it is being read; here, one question follows the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(model: TreeModel) {
    this.#model = model;
  }

  /** To be called with every change that the model tells of. */
  changed(entry: TreeEntry | undefined): void {
    if (entry === undefined) {
      void this.#ask(this.#model.root, (rows) => (this.#rows = rows), this.#rows);
      return;
    }
    const shown = this.#find(entry);
    if (!shown) return;
    shown.text = textOf(entry);
    if (shown.below) this.#open(shown);
  }

  /** The row at this place is opened; VS Code asks for its children only the first time. */
  open(index: number): TreeEntry | undefined {
    const shown = this.#rows[index % Math.max(1, this.#rows.length)];
    if (shown?.entry.node.children === undefined) return undefined;
    if (!shown.below) this.#open(shown);
    return shown.entry;
  }

  get waits(): boolean {
    return this.#asking > 0;
  }

  outline(): string {
    return outlineOf(this.#rows);
  }

  #open(shown: Shown): void {
    shown.below ??= [];
    void this.#ask(shown.entry, (rows) => (shown.below = rows), shown.below);
  }

  async #ask(parent: TreeEntry, put: (rows: Shown[]) => void, before: readonly Shown[]): Promise<void> {
    this.#asking += 1;
    const answer = this.#last.then(() => this.#model.childrenOf(parent));
    this.#last = answer;
    const entries = await answer;
    this.#asking -= 1;
    const rows = entries.map((entry) => {
      const known = before.find((row) => row.entry === entry);
      return { entry, text: textOf(entry), below: known?.below };
    });
    put(rows);
    for (const row of rows) if (row.below) this.#open(row);
  }

  #find(entry: TreeEntry, rows: readonly Shown[] = this.#rows): Shown | undefined {
    for (const row of rows) {
      const found = row.entry === entry ? row : row.below && this.#find(entry, row.below);
      if (found) return found;
    }
    return undefined;
  }
}

function textOf({ node }: TreeEntry): string {
  return [node.kind.name, node.label, node.description].join(' ');
}

function outlineOf(rows: readonly Shown[], depth = 0): string {
  return rows
    .map(({ text, below }) => `${'  '.repeat(depth)}${text}\n${below ? outlineOf(below, depth + 1) : ''}`)
    .join('');
}
