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

interface Offer {
  /** Those that could be read. */
  readonly tenants: readonly TenantAccess[];
  readonly items: readonly SubscriptionItem[];
}

/**
 * Asks which subscriptions are shown. All ticked (or none) means all, also those that come later. A tenant that cannot
 * be read is left out here; what was chosen there before stays chosen.
 */
export async function selectSubscriptions(connection: Connection, filter: ExplorerFilter): Promise<void> {
  const offer = offerOf(connection, filter);
  const listed: Promise<readonly SubscriptionItem[]> = offer.then(({ items }) => items);
  const chosen = await vscode.window.showQuickPick(listed, {
    canPickMany: true,
    title: vscode.l10n.t('Subscriptions to show'),
    placeHolder: vscode.l10n.t('Tick what you want to see; all of them: new ones, too'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!chosen) return;
  const { items, tenants } = await offer;
  if (chosen.length === items.length || chosen.length === 0) {
    await filter.showAll(connection.cloud);
    return;
  }
  const subscriptions = chosen.map(({ subscription }) => subscription);
  await filter.showOnly(connection.cloud, subscriptions, tenants);
}

async function offerOf(connection: Connection, filter: ExplorerFilter): Promise<Offer> {
  const { cloud } = connection;
  const signal = new AbortController().signal;
  const all = await connection.tenants(signal);
  const shown = all.filter((tenant) => tenant.error === undefined && !filter.isHidden(cloud, tenant));
  const lists = await Promise.all(
    shown.map(async (tenant) => {
      const subscriptions = await listSubscriptions(connection, tenant, signal).catch(() => undefined);
      return { tenant, subscriptions };
    }),
  );
  const read = lists.flatMap(({ tenant, subscriptions }) => (subscriptions ? [{ tenant, subscriptions }] : []));
  // Accounts that see the same subscription see it together: the choice is remembered by tenant and id.
  const items = Map.groupBy(
    read.flatMap(({ tenant, subscriptions }) => subscriptions.map((subscription) => ({ tenant, subscription }))),
    ({ subscription }) => `${subscription.tenantId} ${subscription.subscriptionId}`.toLowerCase(),
  );
  return {
    tenants: read.map(({ tenant }) => tenant),
    items: [...items.values()]
      .flatMap((seen) => itemOf(seen, (subscription) => filter.showsSubscription(cloud, subscription)))
      .sort((a, b) => a.label.localeCompare(b.label)),
  };
}

function itemOf(
  seen: readonly { readonly tenant: TenantAccess; readonly subscription: Subscription }[],
  isShown: (subscription: Subscription) => boolean,
): SubscriptionItem[] {
  const [first] = seen;
  if (!first) return [];
  const { subscription, tenant } = first;
  const accounts = seen.flatMap(({ tenant: { accountLabel } }) => accountLabel ?? []);
  return [
    {
      label: plainText(subscription.displayName),
      description: plainText([tenant.displayName, ...accounts].join(' · ')),
      detail: subscription.subscriptionId,
      picked: isShown(subscription),
      subscription,
    },
  ];
}
