import type { NodeKind } from '../contributions/declarations.ts';
import type { TreeEntry } from '../tree/treeEntry.ts';
import type { TreeModel } from '../tree/treeModel.ts';
import type { TreeNode } from '../tree/treeNode.ts';

/** How the palette asks for a node of a kind. */
export interface KindQuestion {
  readonly kind: NodeKind;
  /** `Select a workspace` */
  readonly placeholder: string;
  /** Said when there is none to choose from. */
  readonly none: string;
}

/**
 * Asks for what the tree would have told. It walks down the same nodes that the tree shows: kinds with a question are
 * asked about, all others are passed through, so that one list holds the workspaces of all subscriptions, however the
 * tree groups them, and a part of a workspace that there is only one of is found without a question.
 */
export class EntryPicker {
  readonly #model: TreeModel;
  readonly #questions = new Map<string, KindQuestion>();
  readonly #ready: () => Promise<boolean>;

  /** @param ready Makes sure that there is something to choose from (connects); false when there is not. */
  constructor(model: TreeModel, ready: () => Promise<boolean>) {
    this.#model = model;
    this.#ready = ready;
  }

  /** Makes sure that there is a connection; may ask the user. False when there is none in the end. */
  ready(): Promise<boolean> {
    return this.#ready();
  }

  ask(...questions: readonly KindQuestion[]): void {
    for (const question of questions) this.#questions.set(question.kind.name, question);
  }

  /**
   * @returns the chosen entry, or undefined when there is none or the user turned away
   * @throws the error of a list that could not be read, when nothing at all could be
   */
  async pick(kind: NodeKind, fits: (node: TreeNode) => boolean): Promise<TreeEntry | undefined> {
    if (!(await this.#ready())) return undefined;
    const { pickEntry } = await import('./pickEntry.ts');
    return await pickEntry({ model: this.#model, questions: this.#questions }, kind, fits);
  }
}
