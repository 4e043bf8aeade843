import * as vscode from 'vscode';
import type { Connection } from '../../platform/connection.ts';
import { plainText } from '../../platform/plainText.ts';
import type { TenantAccess } from '../../platform/tenants.ts';
import { listSubscriptions } from './discovery.ts';
import type { ExplorerFilter } from './explorerFilter.ts';
import type { Subscription } from './public.ts';

interface SubscriptionItem extends vscode.QuickPickItem {
  readonly subscription: Subscription;
}

/**
 * Asks which subscriptions are shown. All ticked means all, also those that come later. A tenant that cannot be read
 * is left out here and keeps its place in the tree.
 */
export async function selectSubscriptions(connection: Connection, filter: ExplorerFilter): Promise<void> {
  const { cloud } = connection;
  const signal = new AbortController().signal;
  const items = connection.tenants(signal).then(async (all) => {
    const tenants = all.filter((tenant) => tenant.error === undefined && !filter.isHidden(cloud, tenant));
    const lists = await Promise.allSettled(
      tenants.map(async (tenant) => itemsOf(await listSubscriptions(connection, tenant, signal), tenant)),
    );
    return lists
      .flatMap((list) => (list.status === 'fulfilled' ? list.value : []))
      .sort((a, b) => a.label.localeCompare(b.label))
      .map((item) => ({ ...item, picked: filter.showsSubscription(cloud, item.subscription) }));
  });
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Subscriptions to show'),
    placeHolder: vscode.l10n.t('Tick the subscriptions that you want to see; all of them also shows new ones'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!chosen) return;
  const all = chosen.length === (await items).length || chosen.length === 0;
  await filter.showOnly(cloud, all ? undefined : chosen.map(({ subscription }) => subscription));
}

function itemsOf(subscriptions: readonly Subscription[], tenant: TenantAccess): SubscriptionItem[] {
  return subscriptions.map((subscription) => ({
    label: plainText(subscription.displayName),
    description: plainText([tenant.displayName, tenant.accountLabel].filter((part) => part !== undefined).join(' · ')),
    detail: subscription.subscriptionId,
    subscription,
  }));
}
