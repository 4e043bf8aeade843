import * as vscode from 'vscode';
import { type ArmId, armIdKey, formatArmId } from '../../../api/armId.ts';
import { entriesBelow } from '../../../platform/commands/entryWalk.ts';
import type { EntryPicker } from '../../../platform/commands/entryPicker.ts';
import type { Connections } from '../../../platform/connections.ts';
import type { ExplorerTree } from '../../../platform/tree/explorerTree.ts';
import { plainText } from '../../../platform/plainText.ts';
import type { TreeEntry } from '../../../platform/tree/treeEntry.ts';
import type { TreeModel } from '../../../platform/tree/treeModel.ts';
import { PinnedKind, viewId } from '../contributions.ts';
import type { ExplorerState } from '../explorerState.ts';
import { type InWorkspace, WorkspaceKind } from '../public.ts';
import { entryBelow } from './entryBelow.ts';
import { explainMissing } from './explainMissing.ts';
import type { Reference } from './reference.ts';
import { select } from './select.ts';

export interface VisitParts {
  readonly tree: ExplorerTree;
  readonly picker: EntryPicker;
  readonly connections: Connections;
  readonly state: ExplorerState;
}

/** Where a visit has ended. */
export interface Visited {
  /** The row that is selected now: what was asked for, or the nearest row above it. */
  readonly entry: TreeEntry;
  readonly workspace: InWorkspace | undefined;
  /**
   * Whether the row is what was asked for. `beyond`: the tree has no place for it; `missing`: it is not where it would
   * stand, which the user has been told.
   */
  readonly is: 'exact' | 'beyond' | 'missing' | 'unsure';
}

/**
 * Shows what a reference means in the tree: opens the rows on the way and selects it. Connects first where that is
 * needed, waits until the tree has read what it is reading, and reads nothing anew. What cannot be shown is explained.
 * @returns undefined when there is nothing to show; the user has been told why
 */
export async function visit(parts: VisitParts, reference: Reference): Promise<Visited | undefined> {
  const { tree, picker, connections } = parts;
  if (!(await picker.ready())) return undefined;
  await vscode.commands.executeCommand(`${viewId}.focus`);
  const found = isElsewhere(connections, reference)
    ? undefined
    : await vscode.window.withProgress({ location: { viewId } }, () => find(parts, reference));
  if (!found) {
    const again = connections.current && (await explainMissing(parts, connections.current, reference));
    return again === true ? await visit(parts, reference) : undefined;
  }
  await select(tree.view, found.entry);
  if (found.is === 'missing') tellMissing(reference, found.entry);
  return found;
}

/** Ids are unique everywhere; a workspace of the same name may be in each cloud. */
function isElsewhere({ current }: Connections, { id, cloud }: Reference): boolean {
  return id === undefined && cloud !== undefined && cloud !== current?.cloud.name;
}

async function find({ tree: { model } }: VisitParts, reference: Reference): Promise<Visited | undefined> {
  const { id, workspaceName } = reference;
  if (workspaceName === undefined) return id && (await findGroup(model, id));
  const wanted = id && armIdKey(formatArmId({ ...id, resources: id.resources.slice(0, 1) }));
  const mayHold = ({ node: { resource } }: TreeEntry): boolean =>
    wanted === undefined || resource === undefined || wanted.startsWith(`${armIdKey(resource.id)}/`);
  const { entries } = await entriesBelow(model, [model.root], WorkspaceKind, mayHold);
  const fitting = entries.filter(({ node }) =>
    wanted === undefined
      ? node.label.toLowerCase() === workspaceName.toLowerCase()
      : node.resource !== undefined && armIdKey(node.resource.id) === wanted,
  );
  // A pin only stands for the workspace; it is shown where it belongs, if it shows there.
  const entry = fitting.find(({ parent }) => parent?.node.kind !== PinnedKind) ?? fitting[0];
  if (!entry) return undefined;
  const workspace = entry.node.data as InWorkspace;
  if (reference.below.length === 0) return { entry, workspace, is: 'exact' };
  const below = await entryBelow(model, entry, reference.below);
  if (!below) return { entry, workspace, is: 'beyond' };
  return { entry: below.entry, workspace, is: below.outcome === 'found' ? 'exact' : below.outcome };
}

/**
 * The row of a subscription or a resource group. Where the tree is not grouped so, the nearest that it has: the
 * subscription around a resource group, or the first of the rows in it.
 */
async function findGroup(model: TreeModel, id: ArmId): Promise<Visited | undefined> {
  const wanted = armIdKey(formatArmId(id));
  const rows = (await model.allChildrenOf(model.root)).filter(({ node }) => node.kind.name !== PinnedKind.name);
  const keyOf = ({ node: { resource } }: TreeEntry): string => (resource ? armIdKey(resource.id) : '');
  const around = (entry: TreeEntry): boolean => keyOf(entry) !== '' && wanted.startsWith(`${keyOf(entry)}/`);
  const entry =
    rows.find((row) => keyOf(row) === wanted) ??
    rows.find((row) => keyOf(row).startsWith(`${wanted}/`)) ??
    rows.find(around);
  return entry && { entry, workspace: undefined, is: 'exact' };
}

/** Its list is selected: it is not where it would stand. */
function tellMissing({ below, workspaceName = '' }: Reference, { node }: TreeEntry): void {
  const text = vscode.l10n.t(
    '“{0}” is not among “{1}” of workspace “{2}”. It may have been deleted or renamed.',
    below[0]?.name ?? '',
    node.label,
    workspaceName,
  );
  void vscode.window.showInformationMessage(plainText(text));
}
