import { contributions, nodeKind, target } from '../../platform/contributions/declarations.ts';
import { ErrorKind } from '../../platform/tree/mechanismKinds.ts';
import { type InWorkspace, WorkspaceKind } from '../explorer/public.ts';
import type { FirewallRule } from './firewallRule.ts';

export const NetworkingKind = nodeKind<InWorkspace>()({
  name: 'networking',
  flags: ['refreshable'],
  parent: WorkspaceKind,
});

/** What is so for the workspace as a whole: public network access, its managed virtual network. */
export const NetworkFactKind = nodeKind<InWorkspace>()({ name: 'networkFact', flags: [], parent: NetworkingKind });

export const FirewallRuleKind = nodeKind<InWorkspace & { readonly rule: FirewallRule }>()({
  name: 'firewallRule',
  flags: ['named', 'resource', 'refreshable', 'settled'],
  parent: NetworkingKind,
});

export const networkingContributions = contributions({
  kinds: { NetworkingKind, NetworkFactKind, FirewallRuleKind },
  commands: {
    'synapse.firewall.addMine': {
      title: 'Add my IP address to the firewall…',
      icon: 'person-add',
      targets: [target(NetworkingKind)],
      menu: '1_rules@1',
      inline: 1,
    },
    'synapse.firewall.addRange': {
      title: 'Add firewall rule…',
      icon: 'add',
      targets: [target(NetworkingKind)],
      menu: '1_rules@2',
      inline: 2,
    },
    'synapse.firewall.addForError': {
      title: 'Add firewall rule for this address…',
      icon: 'person-add',
      targets: [target(ErrorKind, 'addFirewallRule')],
      menu: '1_retry@0',
      inline: 0,
      palette: false,
    },
    'synapse.firewall.changeRange': {
      title: 'Change range of firewall rule…',
      icon: 'edit',
      targets: [target(FirewallRuleKind, 'settled')],
      menu: '1_rules@1',
      inline: 1,
    },
    'synapse.firewall.delete': {
      title: 'Delete firewall rule…',
      icon: 'trash',
      targets: [target(FirewallRuleKind, 'settled')],
      menu: '2_delete@1',
    },
    'synapse.firewall.copyRange': {
      title: 'Copy IP address range',
      icon: 'copy',
      targets: [target(FirewallRuleKind)],
      menu: '5_copy@3',
    },
  },
});
