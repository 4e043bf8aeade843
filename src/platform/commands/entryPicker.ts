import * as vscode from 'vscode';
import type { NodeKind } from '../contributions/declarations.ts';
import { plainText } from '../plainText.ts';
import { ErrorKind } from '../tree/mechanismKinds.ts';
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

interface EntryItem extends vscode.QuickPickItem {
  readonly entry: TreeEntry;
}

/**
 * Asks for what the tree would have told. It walks down the same nodes that the tree shows: kinds with a question are
 * asked about, all others are passed through, so that one list holds the workspaces of all subscriptions, and a part of
 * a workspace that there is only one of is found without a question.
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

  ask(...questions: readonly KindQuestion[]): void {
    for (const question of questions) this.#questions.set(question.kind.name, question);
  }

  /**
   * @returns the chosen entry, or undefined when there is none or the user turned away
   * @throws the error of a list that could not be read, when nothing at all could be
   */
  async pick(kind: NodeKind, fits: (node: TreeNode) => boolean): Promise<TreeEntry | undefined> {
    if (!(await this.#ready())) return undefined;
    let chosen: readonly TreeEntry[] = [this.#model.root];
    for (const step of pathTo(kind)) {
      const below = this.#below(chosen, step);
      const question = this.#questions.get(step.name);
      if (!question) {
        chosen = (await below).filter(({ node }) => step !== kind || fits(node));
        continue;
      }
      const candidates = below.then((entries) => (step === kind ? entries.filter(({ node }) => fits(node)) : entries));
      const entry = await this.#choose(candidates, question);
      if (!entry) return undefined;
      chosen = [entry];
    }
    return chosen[0];
  }

  async #below(parents: readonly TreeEntry[], kind: NodeKind): Promise<readonly TreeEntry[]> {
    const found = (await Promise.all(parents.map((parent) => this.#model.allChildrenOf(parent)))).flat();
    const ofKind = found.filter(({ node }) => node.kind.name === kind.name);
    const failed = found.find(({ node }) => node.kind === ErrorKind);
    if (ofKind.length === 0 && failed) throw (failed.node.data as { error: unknown }).error;
    return ofKind;
  }

  async #choose(candidates: Promise<readonly TreeEntry[]>, question: KindQuestion): Promise<TreeEntry | undefined> {
    const items = candidates.then((entries) => entries.map(itemOf));
    // The list opens at once and fills itself; a failure closes it and is shown like any other.
    const closed = new vscode.CancellationTokenSource();
    items.then(
      (all) => {
        if (all.length === 0) closed.cancel();
      },
      () => {
        closed.cancel();
      },
    );
    const chosen = await vscode.window.showQuickPick(
      items,
      { placeHolder: question.placeholder, matchOnDescription: true, matchOnDetail: true },
      closed.token,
    );
    closed.dispose();
    if (chosen) return chosen.entry;
    if (closed.token.isCancellationRequested && (await items).length === 0) {
      void vscode.window.showInformationMessage(question.none);
    }
    return undefined;
  }
}

function pathTo(kind: NodeKind): NodeKind[] {
  const path: NodeKind[] = [];
  for (let at: NodeKind | undefined = kind; at; at = at.parent) path.unshift(at);
  return path;
}

function itemOf(entry: TreeEntry): EntryItem {
  const { node } = entry;
  const where: string[] = [];
  for (let at = entry.parent; at?.parent; at = at.parent) where.unshift(plainText(at.node.label));
  return {
    entry,
    label: plainText(node.label),
    ...(node.description !== undefined && { description: plainText(node.description) }),
    ...(where.length > 0 && { detail: where.join(' › ') }),
    iconPath: new vscode.ThemeIcon(node.icon.id),
  };
}
