import * as vscode from 'vscode';
import { asCompleted } from '../../platform/asCompleted.ts';
import type { Connection } from '../../platform/connection.ts';
import { isCancellation } from '../../platform/errors/cancellation.ts';
import type { TenantAccess } from '../../platform/tenants.ts';
import { HintKind } from '../../platform/tree/mechanismKinds.ts';
import type { NodePage, TreeNode } from '../../platform/tree/treeNode.ts';
import { readTenant } from './discovery.ts';
import type { ExplorerFilter } from './explorerFilter.ts';
import type { WorkspaceSection } from './public.ts';
import { subscriptionNode } from './subscriptionNode.ts';
import { tenantNode } from './tenantNode.ts';

export interface SubscriptionPagesParts {
  readonly connection: Connection;
  readonly filter: ExplorerFilter;
  readonly sections: readonly WorkspaceSection[];
}

/** What one tenant adds to the tree. */
interface TenantPart {
  readonly nodes: readonly TreeNode[];
  /** Subscriptions that are left out because they have no workspace. */
  readonly empty: number;
}

/** The subscriptions of all tenants that are shown, each tenant's as soon as it has answered: one page a tenant. */
export async function* subscriptionPages(parts: SubscriptionPagesParts, signal: AbortSignal): AsyncGenerator<NodePage> {
  const { connection, filter } = parts;
  const all = await connection.tenants(signal);
  const tenants = all.filter((tenant) => filter.showsTenant(connection.cloud, tenant));
  let shown = 0;
  let empty = 0;
  for await (const part of asCompleted(tenants.map((tenant) => tenantPart(parts, tenant, signal)))) {
    shown += part.nodes.length;
    empty += part.empty;
    yield { nodes: part.nodes, more: true };
  }
  const hint = shown > 0 ? undefined : hintFor(all.length - tenants.length, empty);
  yield { nodes: hint === undefined ? [] : [hintNode(hint)], more: false };
}

/** Never rejects. */
async function tenantPart(
  parts: SubscriptionPagesParts,
  tenant: TenantAccess,
  signal: AbortSignal,
): Promise<TenantPart> {
  const readAgain = async (abort: AbortSignal): Promise<TreeNode[]> =>
    tenant.error === undefined
      ? [...(await readPart(parts, tenant, abort)).nodes]
      : await tenantsOfAccount(parts, tenant, abort);
  if (tenant.error !== undefined) return { nodes: [tenantNode(tenant, tenant.error, readAgain)], empty: 0 };
  try {
    return await readPart(parts, tenant, signal);
  } catch (error) {
    return { nodes: isCancellation(error) ? [] : [tenantNode(tenant, error, readAgain)], empty: 0 };
  }
}

async function readPart(
  { connection, filter, sections }: SubscriptionPagesParts,
  tenant: TenantAccess,
  signal: AbortSignal,
): Promise<TenantPart> {
  const chosen = filter.subscriptionsOf(connection.cloud, tenant.tenantId);
  const showsEmpty = settingShowsEmpty();
  const found = await readTenant(connection, tenant, chosen, signal);
  const wanted = found.filter(({ workspaces }) => showsEmpty || workspaces.length > 0);
  return {
    nodes: wanted.map((subscription) => subscriptionNode(connection, subscription, tenant, sections)),
    empty: found.length - wanted.length,
  };
}

/** What an account whose tenants could not be listed has now. @throws when they cannot be listed again */
async function tenantsOfAccount(
  parts: SubscriptionPagesParts,
  account: TenantAccess,
  signal: AbortSignal,
): Promise<TreeNode[]> {
  const { connection, filter } = parts;
  const all = await connection.tenants(signal);
  const own = all.filter(({ accountId }) => accountId === account.accountId);
  const failed = own.find(({ error }) => error !== undefined);
  if (failed) throw failed.error instanceof Error ? failed.error : new Error(String(failed.error));
  const shown = own.filter((tenant) => filter.showsTenant(connection.cloud, tenant));
  const found = await Promise.all(shown.map((tenant) => tenantPart(parts, tenant, signal)));
  return found.flatMap(({ nodes }) => nodes);
}

function settingShowsEmpty(): boolean {
  return vscode.workspace.getConfiguration('synapse').get<boolean>('showEmptySubscriptions', false);
}

/** Why the tree is empty, when it is the user's own choice; undefined lets the welcome view speak. */
function hintFor(hiddenTenants: number, emptySubscriptions: number): string | undefined {
  if (emptySubscriptions > 0) {
    return emptySubscriptions === 1
      ? vscode.l10n.t('No workspaces. One subscription without any is hidden.')
      : vscode.l10n.t('No workspaces. {0} subscriptions without any are hidden.', emptySubscriptions);
  }
  return hiddenTenants > 0 ? vscode.l10n.t('The tenants and subscriptions that you chose show nothing.') : undefined;
}

function hintNode(label: string): TreeNode {
  return { kind: HintKind, key: 'hint', data: {}, label, accessibleLabel: label, icon: { id: 'info' } };
}
