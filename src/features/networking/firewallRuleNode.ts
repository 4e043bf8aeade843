import * as vscode from 'vscode';
import { AzureError } from '../../azure/azureError.ts';
import { IpFirewallRules } from '../../api/synapse/ipFirewallRules.generated.ts';
import type { NodeIcon, TreeNode } from '../../platform/tree/treeNode.ts';
import type { InWorkspace } from '../explorer/public.ts';
import { addressOf } from '../resources/public.ts';
import { FirewallRuleKind } from './contributions.ts';
import { breadthOf, type FirewallRule, firewallRule, isBroken, isChanging, rangeOf } from './firewallRule.ts';
import { ruleWords } from './ruleWords.ts';

/** Seconds between two looks at a rule that is being made, changed or deleted. */
const pollSeconds = 5;

export type FirewallRuleNode = TreeNode<InWorkspace & { readonly rule: FirewallRule }>;

/** A rule with its range; wide-open ones are called out in words. While it is changing, the tree follows it. */
export function firewallRuleNode(place: InWorkspace, rule: FirewallRule): FirewallRuleNode {
  const shown = ruleWords(rule);
  return {
    kind: FirewallRuleKind,
    key: `rule/${rule.name.toLowerCase()}`,
    data: { ...place, rule },
    label: rule.name,
    description: shown.join(' · '),
    icon: iconOf(rule),
    tooltip: [rule.name, vscode.l10n.t('IP firewall rule'), ...shown].join('\n'),
    accessibleLabel: vscode.l10n.t('Firewall rule {0}, {1}', rule.name, shown.join(', ')),
    flags: ['named', 'resource', 'refreshable', ...(isChanging(rule) ? [] : ['settled'])],
    resource: addressOf(place.workspace, rule.id),
    order: `2${rule.name}`,
    ...(isChanging(rule) && {
      poll: { seconds: pollSeconds, read: (signal: AbortSignal) => followRule(place, rule, signal) },
    }),
  };
}

/** The rule as it is now. One that is gone stays as such until the list is read anew. */
async function followRule(place: InWorkspace, rule: FirewallRule, signal: AbortSignal): Promise<FirewallRuleNode> {
  const { connection, workspace } = place;
  try {
    const now = await connection.rest.call(IpFirewallRules.get, { ...workspace, ruleName: rule.name }, { signal });
    return firewallRuleNode(place, firewallRule(now) ?? rule);
  } catch (error) {
    if (!(error instanceof AzureError) || error.status !== 404) throw error;
    const gone = vscode.l10n.t('deleted');
    const { poll: _poll, ...node } = firewallRuleNode(place, rule);
    return {
      ...node,
      description: gone,
      accessibleLabel: vscode.l10n.t('Firewall rule {0}, {1}', rule.name, gone),
      icon: { id: 'trash', color: 'descriptionForeground' },
      flags: ['refreshable'],
    };
  }
}

function iconOf(rule: FirewallRule): NodeIcon {
  if (isChanging(rule)) return { id: 'loading~spin' };
  if (isBroken(rule)) return { id: 'error', color: 'errorForeground' };
  const range = rangeOf(rule);
  switch (range && breadthOf(range)) {
    case 'everyone':
    case 'wide':
      return { id: 'warning', color: 'list.warningForeground' };
    case 'azureServices':
      return { id: 'azure', color: 'list.warningForeground' };
    case 'narrow':
      return { id: 'pass', color: 'charts.green' };
    case undefined:
      return { id: 'question' };
  }
}
