import * as vscode from 'vscode';
import type { Target, Targets } from '../../../platform/commands/commandHandler.ts';
import { plainText } from '../../../platform/plainText.ts';
import type { TreeEntry } from '../../../platform/tree/treeEntry.ts';
import type { TreeModel } from '../../../platform/tree/treeModel.ts';
import type { TreeNode } from '../../../platform/tree/treeNode.ts';
import type { Cloud } from '../../../azure/cloud.ts';
import { MissingPinKind, PinnedKind } from '../contributions.ts';
import type { ExplorerState } from '../explorerState.ts';
import { type InWorkspace, WorkspaceKind } from '../public.ts';
import type { Pin } from './pin.ts';
import { addPins, pinKey, readPins, removePins } from './pins.ts';

export interface PinParts {
  readonly model: TreeModel;
  readonly state: ExplorerState;
  readonly cloud: Cloud;
}

/** Pins workspaces: they show at the top, too. */
export async function pin(parts: PinParts, { targets, leftOut }: Targets<InWorkspace>): Promise<void> {
  const { state, cloud } = parts;
  const names = new Map(
    state.discovered?.workspaces.map(({ subscription }) => [subscription.subscriptionId, subscription.displayName]),
  );
  await change(parts, () =>
    addPins(
      state.memory,
      cloud,
      targets.map(({ data: { workspace } }) => ({
        workspace,
        subscriptionName: names.get(workspace.subscriptionId) ?? workspace.subscriptionId,
      })),
    ),
  );
  tellLeftOut(leftOut);
}

/** Takes pins away, of workspaces and of what is not there any more. */
export async function unpin(parts: PinParts, { targets, leftOut }: Targets): Promise<void> {
  await change(parts, () => removePins(parts.state.memory, parts.cloud, new Set(targets.map(keyOf))));
  tellLeftOut(leftOut);
}

/** Nodes of both kinds are only ever made with their kind's data. */
function keyOf({ node, data }: Target): string {
  const workspace =
    node.kind.name === MissingPinKind.name
      ? (data as { readonly pin: Pin }).pin.workspace
      : (data as InWorkspace).workspace;
  return pinKey(workspace);
}

/** Changes the pins and shows it without a request. */
async function change({ model, state, cloud }: PinParts, write: () => Promise<void>): Promise<void> {
  const before = readPins(state.memory, cloud);
  await write();
  const after = readPins(state.memory, cloud);
  if ((before.length === 0) !== (after.length === 0)) {
    // The group itself comes or goes, so the root's rows are made anew, from what was read.
    state.showAgain = true;
    model.refresh();
    return;
  }
  const pinned = new Set(after.map(({ workspace }) => pinKey(workspace)));
  const group = model.root.list?.entries.find(({ node }) => node.kind === PinnedKind);
  if (group) model.refresh(group);
  for (const entry of shownWorkspaces(model.root)) {
    const { workspace } = entry.node.data as InWorkspace;
    const flags = entry.node.flags ?? [];
    const is = pinned.has(pinKey(workspace));
    if (is === flags.includes('pinned')) continue;
    model.replace(entry, { ...entry.node, flags: is ? [...flags, 'pinned'] : flags.filter((one) => one !== 'pinned') });
  }
}

/** Rows of workspaces that were read already, but for those below “Pinned”. */
function shownWorkspaces(parent: TreeEntry): TreeEntry[] {
  return (parent.list?.entries ?? []).flatMap((entry) => {
    if (entry.node.kind === WorkspaceKind) return [entry];
    return entry.node.kind.group === true && entry.node.kind !== PinnedKind ? shownWorkspaces(entry) : [];
  });
}

function tellLeftOut(leftOut: readonly TreeNode[]): void {
  if (leftOut.length === 0) return;
  const names = leftOut.map(({ label }) => label).join(', ');
  void vscode.window.showInformationMessage(plainText(vscode.l10n.t('Left out, as this does not fit: {0}', names)));
}
