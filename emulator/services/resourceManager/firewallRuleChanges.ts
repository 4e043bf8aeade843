import { ServiceError } from '../../http/serviceError.ts';
import { parseIpv4 } from '../../store/ipv4.ts';
import type { FirewallRule, Workspace } from '../../store/model.ts';
import { type JsonObject, stringMember } from '../requestBody.ts';
import { invalid, validateFirewallRuleName } from './validation.ts';

export type AddressRange = Pick<FirewallRule['properties'], 'startIpAddress' | 'endIpAddress'>;

/** Microsoft's documentation of the IP firewall. */
const mostRules = 128;

/** @param properties as a PUT has them. @throws ServiceError 400 for a name or a range that is none */
export function checkedRange(name: string, properties: JsonObject): AddressRange {
  validateFirewallRuleName(name);
  const startIpAddress = stringMember(properties, 'startIpAddress') ?? '';
  const endIpAddress = stringMember(properties, 'endIpAddress') ?? '';
  const first = parseIpv4(startIpAddress);
  const last = parseIpv4(endIpAddress);
  for (const [member, value, text] of [
    ['startIpAddress', first, startIpAddress],
    ['endIpAddress', last, endIpAddress],
  ] as const) {
    if (value === undefined) {
      throw invalid('Firewall rule', 'InvalidIpAddress', `'${text}' is no IPv4 address for '${member}'.`);
    }
  }
  if (Number(first) > Number(last)) {
    const text = `'endIpAddress' ${endIpAddress} must be greater than or equal to 'startIpAddress' ${startIpAddress}.`;
    throw invalid('Firewall rule', 'InvalidIpAddressRange', text);
  }
  return { startIpAddress, endIpAddress };
}

/** @throws ServiceError 409 when so many rules are more than a workspace can have */
export function requireRoomFor(count: number): void {
  if (count <= mostRules) return;
  throw new ServiceError(409, 'FirewallRuleLimitExceeded', `A workspace can have ${mostRules} firewall rules.`);
}

/** Stores a rule that stands, and lets its range in from `effective` on (milliseconds since 1970). */
export function setFirewallRule(workspace: Workspace, name: string, range: AddressRange, effective: number): void {
  const known = workspace.firewallRules.get(name)?.name ?? name;
  workspace.firewallRules.set(known, { name: known, properties: { provisioningState: 'Succeeded', ...range } });
  admit(workspace, known, range, effective);
}

/** From then on the range is let in, and no other for this rule. */
export function admit(workspace: Workspace, name: string, range: AddressRange | undefined, effective: number): void {
  const first = parseIpv4(range?.startIpAddress ?? '');
  const last = parseIpv4(range?.endIpAddress ?? '');
  workspace.admissions.change(name, first === undefined || last === undefined ? undefined : { first, last }, effective);
}
