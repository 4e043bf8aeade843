import * as vscode from 'vscode';
import { microsoftClouds } from '../../../azure/clouds.ts';
import type { Connection } from '../../../platform/connection.ts';
import { WorkspaceKind } from '../public.ts';
import { readReference } from './reference.ts';
import { select } from './select.ts';
import { visit, type VisitParts } from './visit.ts';
import { addressItem, type GoToItem, unknownNameItem, workspaceItems } from './workspaceItems.ts';

/**
 * Asks for a workspace among all that the tree has read, or for an address, and shows it. The list opens at once and
 * fills while tenants answer.
 */
export async function goToWorkspace(parts: VisitParts): Promise<void> {
  if (!(await parts.picker.ready())) return;
  const { current } = parts.connections;
  const item = current && (await ask(parts, current));
  if (item?.reference) await visit(parts, item.reference);
}

/** Asks for a workspace and shows who has which role there. */
export async function goToAccessControl({ tree, picker }: VisitParts): Promise<void> {
  const workspace = await picker.pick(WorkspaceKind, () => true);
  if (!workspace) return;
  const sections = await tree.model.allChildrenOf(workspace);
  const section = sections.find(({ node }) => node.key === 'accessControl');
  await select(tree.view, section ?? workspace);
}

async function ask({ tree, state }: VisitParts, connection: Connection): Promise<GoToItem | undefined> {
  const { model } = tree;
  const clouds = [connection.cloud, ...microsoftClouds];
  const list = vscode.window.createQuickPick<GoToItem>();
  list.title = vscode.l10n.t('Go to workspace');
  list.placeholder = vscode.l10n.t('Name, resource group, subscription, or a pasted resource id or address');
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.busy = true;
  const fill = (): void => {
    const reference = readReference(list.value, clouds);
    const items = workspaceItems(state, connection);
    const unknown = list.busy ? undefined : unknownNameItem(list.value, items);
    list.keepScrollPosition = true;
    list.items = reference ? [addressItem(reference)] : [...items, ...(unknown ? [unknown] : [])];
  };
  fill();
  const listeners = vscode.Disposable.from(tree.onDidChangeTreeData(fill), list.onDidChangeValue(fill), list);
  // The tree's own reading, begun here when nothing was read yet.
  void model.allChildrenOf(model.root).then(() => {
    list.busy = false;
    fill();
  });
  try {
    return await new Promise((resolve) => {
      list.onDidAccept(() => {
        resolve(list.selectedItems[0]);
      });
      list.onDidHide(() => {
        resolve(undefined);
      });
      list.show();
    });
  } finally {
    listeners.dispose();
  }
}
