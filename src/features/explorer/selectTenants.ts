import * as vscode from 'vscode';
import type { Connection } from '../../platform/connection.ts';
import { plainText } from '../../platform/plainText.ts';
import type { TenantAccess } from '../../platform/tenants.ts';
import type { ExplorerFilter } from './explorerFilter.ts';

interface TenantItem extends vscode.QuickPickItem {
  readonly tenant?: TenantAccess;
}

/** Asks which tenants of which accounts are shown; those that come later are shown until they are unticked. */
export async function selectTenants(connection: Connection, filter: ExplorerFilter): Promise<void> {
  const tenants = connection.tenants(new AbortController().signal);
  const items = tenants.then((all) => itemsOf(all, (tenant) => !filter.isHidden(connection.cloud, tenant)));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Accounts and tenants to show'),
    placeHolder: vscode.l10n.t('Untick what you do not want to see'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!chosen) return;
  const shown = new Set(chosen.map(({ tenant }) => tenant));
  const offered = await tenants;
  await filter.hideTenants(
    connection.cloud,
    offered.filter((tenant) => !shown.has(tenant)),
    offered,
  );
}

function itemsOf(tenants: readonly TenantAccess[], isShown: (tenant: TenantAccess) => boolean): TenantItem[] {
  return [...Map.groupBy(tenants, ({ accountLabel }) => accountLabel ?? '')].flatMap(([account, own]) => [
    ...(account === '' ? [] : [{ label: plainText(account), kind: vscode.QuickPickItemKind.Separator }]),
    ...own.map((tenant) => ({
      label: plainText(tenant.displayName),
      description: tenant.tenantId,
      picked: isShown(tenant),
      tenant,
    })),
  ]);
}
