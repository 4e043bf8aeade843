import * as vscode from 'vscode';
import { SignInNeededError } from '../../azure/tokenSource.ts';
import { errorWords } from '../../platform/errors/errorWords.ts';
import { onePage } from '../../platform/tree/onePage.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';
import type { TenantAccess } from '../../platform/tenants.ts';
import { TenantKind } from './contributions.ts';
import { tenantKey } from './explorerFilter.ts';

/**
 * A tenant that could not be read: it stands in place of its subscriptions and says what it needs, so that no tenant
 * hides the others.
 */
export function tenantNode(
  tenant: TenantAccess,
  error: unknown,
  read: (signal: AbortSignal) => Promise<TreeNode[]>,
): TreeNode {
  const { summary } = errorWords(error);
  const needsSignIn = error instanceof SignInNeededError;
  const state = needsSignIn ? vscode.l10n.t('sign-in needed') : vscode.l10n.t('could not be read');
  // The node of an account whose tenants could not be listed is named after the account.
  const account = tenant.accountLabel === tenant.displayName ? undefined : tenant.accountLabel;
  let first: Error | undefined = error instanceof Error ? error : new Error(String(error));
  return {
    kind: TenantKind,
    key: `tenant ${tenantKey(tenant)}`,
    data: { tenant, error },
    label: tenant.displayName,
    description: [...(account === undefined ? [] : [account]), state].join(' · '),
    icon: { id: 'organization', color: 'charts.yellow' },
    tooltip: [tenant.displayName, account, tenant.tenantId, summary].filter((line) => line !== undefined).join('\n'),
    accessibleLabel: vscode.l10n.t('Tenant {0}, {1}: {2}', tenant.displayName, state, summary),
    flags: ['named', 'refreshable', ...(needsSignIn ? ['signIn'] : [])],
    // After all subscriptions: no letter sorts behind this character.
    order: `\uffff${tenant.displayName}`,
    expanded: true,
    passing: true,
    emptyLabel: vscode.l10n.t('No subscriptions'),
    children: onePage(async (signal) => {
      // The reason is known already and shows as it would have; Retry asks again.
      if (first === undefined) return await read(signal);
      const known = first;
      first = undefined;
      throw known;
    }),
  };
}
