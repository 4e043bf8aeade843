import * as vscode from 'vscode';
import type { NodeKind } from '../contributions/declarations.ts';
import { plainText } from '../plainText.ts';
import type { TreeEntry } from '../tree/treeEntry.ts';
import type { TreeModel } from '../tree/treeModel.ts';
import type { TreeNode } from '../tree/treeNode.ts';
import type { KindQuestion } from './entryPicker.ts';
import { entriesBelow } from './entryWalk.ts';

interface EntryItem extends vscode.QuickPickItem {
  readonly entry: TreeEntry;
}

export interface PickParts {
  readonly model: TreeModel;
  /** By the name of the kind that they ask for. */
  readonly questions: ReadonlyMap<string, KindQuestion>;
}

/** Walks down the tree to a node of a kind, asking on the way; see `EntryPicker`. */
export async function pickEntry(
  { model, questions }: PickParts,
  kind: NodeKind,
  fits: (node: TreeNode) => boolean,
): Promise<TreeEntry | undefined> {
  let chosen: readonly TreeEntry[] = [model.root];
  for (const step of pathTo(kind)) {
    const below = entriesOf(model, chosen, step);
    const question = questions.get(step.name);
    if (!question) {
      chosen = (await below).filter(({ node }) => step !== kind || fits(node));
      continue;
    }
    const candidates = below.then((entries) => (step === kind ? entries.filter(({ node }) => fits(node)) : entries));
    const entry = await choose(candidates, question);
    if (!entry) return undefined;
    chosen = [entry];
  }
  return chosen[0];
}

async function entriesOf(
  model: TreeModel,
  parents: readonly TreeEntry[],
  kind: NodeKind,
): Promise<readonly TreeEntry[]> {
  const { entries, failure } = await entriesBelow(model, parents, kind);
  if (entries.length === 0 && failure) throw failure.error;
  return withoutRepeats(entries);
}

async function choose(
  candidates: Promise<readonly TreeEntry[]>,
  question: KindQuestion,
): Promise<TreeEntry | undefined> {
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

function pathTo(kind: NodeKind): NodeKind[] {
  const path: NodeKind[] = [];
  for (let at: NodeKind | undefined = kind; at; at = at.parent) path.unshift(at);
  return path;
}

/** The same resource may stand in the tree twice, below “Pinned” and in its own place: it is offered once. */
function withoutRepeats(entries: readonly TreeEntry[]): readonly TreeEntry[] {
  const kept = new Map<unknown, TreeEntry>();
  for (const entry of entries) {
    const { kind, resource } = entry.node;
    const key = resource ? `${kind.name} ${resource.accountId ?? ''} ${resource.id.toLowerCase()}` : entry;
    // The last one is in its own place: pins stand above all others.
    kept.set(key, entry);
  }
  return [...kept.values()];
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
