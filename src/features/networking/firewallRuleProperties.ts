import { IpFirewallRules } from '../../api/synapse/ipFirewallRules.generated.ts';
import { locate } from '../../platform/locatedResource.ts';
import type { PropertiesReader } from '../resources/public.ts';
import { FirewallRuleKind } from './contributions.ts';

export const firewallRuleProperties: PropertiesReader = {
  kind: FirewallRuleKind,
  read: ({ rest }, address, signal) => {
    const { workspace, names } = locate(address);
    return rest.call(IpFirewallRules.get, { ...workspace, ruleName: names[1] ?? '' }, { signal });
  },
};
