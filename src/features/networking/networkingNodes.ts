import * as vscode from 'vscode';
import { IpFirewallRules } from '../../api/synapse/ipFirewallRules.generated.ts';
import { type Workspace, Workspaces } from '../../api/synapse/workspaces.generated.ts';
import { HintKind } from '../../platform/tree/mechanismKinds.ts';
import type { NodePage, TreeNode } from '../../platform/tree/treeNode.ts';
import type { InWorkspace } from '../explorer/public.ts';
import { NetworkFactKind, NetworkingKind } from './contributions.ts';
import { firewallRule } from './firewallRule.ts';
import { firewallRuleNode } from './firewallRuleNode.ts';

/** "Networking" below a workspace: what is so for it as a whole, then the rules of its IP firewall. */
export function networkingSection(place: InWorkspace): TreeNode<InWorkspace> {
  return {
    kind: NetworkingKind,
    key: 'networking',
    data: place,
    label: vscode.l10n.t('Networking'),
    icon: { id: 'globe' },
    accessibleLabel: vscode.l10n.t('Networking of workspace {0}', place.workspace.workspaceName),
    flags: ['refreshable'],
    reading: 'all',
    children: (signal) => factsAndRules(place, signal),
  };
}

async function* factsAndRules(place: InWorkspace, signal: AbortSignal): AsyncGenerator<NodePage> {
  const { connection, workspace } = place;
  const lists = connection.rest.pages(IpFirewallRules.listByWorkspace, workspace, { signal })[Symbol.asyncIterator]();
  const [{ properties = {} }, first] = await Promise.all([
    connection.rest.call(Workspaces.get, workspace, { signal }),
    lists.next(),
  ]);
  const isOpen = properties.publicNetworkAccess !== 'Disabled';
  let nodes: TreeNode[] = factNodes(place, properties, isOpen);
  let hasRules = false;
  for (let page = first; page.done !== true; page = await lists.next()) {
    const { items, more } = page.value;
    const rules = items.map(firewallRule).filter((rule) => rule !== undefined);
    hasRules ||= rules.length > 0;
    nodes.push(...rules.map((rule) => firewallRuleNode(place, rule)));
    if (!more && !hasRules) nodes.push(noRules(place, isOpen));
    yield { nodes, more };
    nodes = [];
  }
}

function factNodes(
  place: InWorkspace,
  { managedVirtualNetwork, managedVirtualNetworkSettings }: NonNullable<Workspace['properties']>,
  isOpen: boolean,
): TreeNode[] {
  const access = factNode(place, 'access', {
    label: vscode.l10n.t('Public network access'),
    description: isOpen ? vscode.l10n.t('on') : vscode.l10n.t('off · private endpoints only'),
    tooltip: isOpen
      ? vscode.l10n.t('Addresses that a firewall rule covers can reach the workspace.')
      : vscode.l10n.t('Only private endpoints lead to the workspace; firewall rules have no effect.'),
    icon: { id: isOpen ? 'unlock' : 'lock' },
  });
  if (managedVirtualNetwork === undefined || managedVirtualNetwork === '') return [access];
  const network = factNode(place, 'network', {
    label: vscode.l10n.t('Managed virtual network'),
    description: [
      managedVirtualNetwork,
      ...(managedVirtualNetworkSettings?.preventDataExfiltration === true
        ? [vscode.l10n.t('data exfiltration protection')]
        : []),
    ].join(' · '),
    tooltip: vscode.l10n.t('The workspace’s own network in Azure; chosen when the workspace was made.'),
    icon: { id: 'type-hierarchy' },
  });
  return [access, network];
}

type Fact = Pick<TreeNode, 'label' | 'tooltip' | 'icon'> & { readonly description: string };

function factNode(place: InWorkspace, key: string, fact: Fact): TreeNode {
  return {
    ...fact,
    kind: NetworkFactKind,
    key,
    data: place,
    tooltip: [`${fact.label}: ${fact.description}`, fact.tooltip].join('\n'),
    accessibleLabel: `${fact.label}: ${fact.description}`,
    order: key === 'access' ? '0' : '1',
  };
}

function noRules(place: InWorkspace, isOpen: boolean): TreeNode {
  const label = isOpen
    ? vscode.l10n.t('No firewall rules: no public address is let in')
    : vscode.l10n.t('No firewall rules');
  return {
    kind: HintKind,
    key: 'noRules',
    data: place,
    label,
    tooltip: vscode.l10n.t(
      'Without a rule nobody reaches the workspace’s development and SQL endpoints, or its data in Synapse Studio, except through a private endpoint. Add your address or a range.',
    ),
    accessibleLabel: label,
    icon: { id: 'info' },
    order: '2',
  };
}
