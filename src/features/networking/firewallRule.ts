import type { IpFirewallRuleInfo } from '../../api/synapse/ipFirewallRules.generated.ts';
import { addressCount, highestIpv4, type Ipv4Range, ipv4Range } from '../../platform/ipv4.ts';

/** A rule of a workspace's IP firewall as the explorer needs it. */
export interface FirewallRule {
  readonly id: string;
  readonly name: string;
  /** First and last address as the service writes them. */
  readonly start: string;
  readonly end: string;
  /** `Provisioning`, `Succeeded`, `Deleting`, `Failed`, `DeleteError` (specification firewallRule.json). */
  readonly state: string | undefined;
}

/** @returns undefined for an answer without a name: nothing can be done with it. */
export function firewallRule({ id, name, properties = {} }: IpFirewallRuleInfo): FirewallRule | undefined {
  if (id === undefined || name === undefined) return undefined;
  const { startIpAddress = '', endIpAddress = startIpAddress, provisioningState } = properties;
  return { id, name, start: startIpAddress, end: endIpAddress, state: provisioningState };
}

/** Whether the service is at work on the rule. */
export function isChanging({ state }: FirewallRule): boolean {
  return state === 'Provisioning' || state === 'Deleting';
}

export function isBroken({ state }: FirewallRule): boolean {
  return state === 'Failed' || state === 'DeleteError';
}

export function rangeOf({ start, end }: Pick<FirewallRule, 'start' | 'end'>): Ipv4Range | undefined {
  return ipv4Range(start, end);
}

/**
 * How far a range opens the workspace. `azureServices` is no range at all: 0.0.0.0 alone lets in whatever runs in Azure,
 * of any customer (documentation of the IP firewall: "Allow Azure services and resources to access this workspace").
 */
export type Breadth = 'narrow' | 'wide' | 'everyone' | 'azureServices';

/** More than a /16 network is more than one organisation's own addresses, with few exceptions. */
const manyAddresses = 65_536;

export function breadthOf(range: Ipv4Range): Breadth {
  if (range.first === 0 && range.last === 0) return 'azureServices';
  if (range.first === 0 && range.last === highestIpv4) return 'everyone';
  return addressCount(range) > manyAddresses ? 'wide' : 'narrow';
}
