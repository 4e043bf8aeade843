import type { Contract, Issue } from './contract.ts';
import { covers, describeDeviation, type Deviation } from './deviations.ts';
import type { Exchange } from './exchange.ts';
import { exchangeIn, type TrafficFile } from './traffic.ts';

/** How often something was met, by its description. */
export type Counts = ReadonlyMap<string, number>;

export interface TrafficReport {
  /** By operation. */
  readonly judged: Counts;
  /** Not judged: the specifications lack the URL. By the emulator's name for the operation. */
  readonly undefinedOperations: Counts;
  /** Not judged: a fault rule changed or delayed the answer. By the kind of fault. */
  readonly injected: Counts;
  /** Not judged: answered in front of the operation, in a shape that no operation declares. By error code. */
  readonly refusedBefore: Counts;
  /** What breaks the contract, with the first file that shows it. */
  readonly violations: Counts;
  readonly usedDeviations: ReadonlySet<Deviation>;
}

/**
 * Judges recorded traffic; an issue that a deviation covers is none.
 *
 * @param sides that are judged: requests are not ours where they are examples of a specification
 */
export async function judgeTraffic(
  files: Iterable<TrafficFile>,
  contract: Contract,
  deviations: readonly Deviation[],
  sides: readonly Issue['where'][] = ['request', 'response'],
): Promise<TrafficReport> {
  const judged = new Map<string, number>();
  const undefinedOperations = new Map<string, number>();
  const injected = new Map<string, number>();
  const refusedBefore = new Map<string, number>();
  const violations = new Map<string, number>();
  const examples = new Map<string, string>();
  const usedDeviations = new Set<Deviation>();

  for (const file of files) {
    const exchange = exchangeIn(file);
    if (exchange.injectedFault !== undefined) {
      count(injected, exchange.injectedFault);
      continue;
    }
    if (isFirewallRefusal(exchange)) {
      count(refusedBefore, firewallRefusal);
      continue;
    }
    const { operation, issues } = await contract.judge(exchange);
    if (operation === undefined) count(undefinedOperations, nameOf(exchange));
    else count(judged, operation);
    const found = issues.flatMap((issue) => {
      if (!sides.includes(issue.where) || saysNothing(issue)) return [];
      const deviation = deviations.find((each) => covers(each, operation ?? '', issue));
      if (deviation === undefined) return [descriptionOf(operation ?? '', issue)];
      usedDeviations.add(deviation);
      return [];
    });
    const mistaken = mistakenOperation(operation, exchange, contract);
    for (const violation of mistaken === undefined ? found : [...found, mistaken]) {
      if (!examples.has(violation)) examples.set(violation, file.name);
      count(violations, violation);
    }
  }
  const shown = new Map(
    [...violations].map(([text, times]) => [`${text}, first in ${examples.get(text) ?? ''}`, times]),
  );
  return { judged, undefinedOperations, injected, refusedBefore, violations: shown, usedDeviations };
}

/**
 * Emulator and specifications have to see the same operation in a request. Without this, a wrong path or api-version
 * would be nothing but one more URL that the specifications lack.
 */
function mistakenOperation(
  operation: string | undefined,
  { operationId, liveRequest: { method, url } }: Exchange,
  contract: Contract,
): string | undefined {
  if (operation === operationId) return undefined;
  if (operationId === undefined && notPlayed.test(new URL(url).pathname)) return undefined;
  if (operation === undefined && (operationId === undefined || !contract.has(operationId))) return undefined;
  const address = `${method} ${url.replace(/^https:\/\/[^/]*/, '')}`;
  return `${address}: ${operation ?? 'nothing'} to the specifications, ${operationId ?? 'nothing'} to the emulator`;
}

/**
 * What the extension's REST console can send and the emulator does not play: Azure's own roles, and lists of Azure that are not of
 * Synapse.
 */
const notPlayed =
  /\/providers\/Microsoft\.Authorization\/|\/providers\/Microsoft\.ResourceGraph\/operations$|^\/subscriptions\/[^/]+\/(?:locations|resources|providers)$/i;

/** A specification that declares a body, and nothing that it may be written in, has nothing that JSON could break. */
function saysNothing({ where, code, message }: Issue): boolean {
  return where === 'request' && code === 'INVALID_CONTENT_TYPE' && /These are supported:\s*$/.test(message);
}

const firewallRefusal = 'ClientIpAddressNotAuthorized';

/** The firewall of a workspace answers for every operation alike; its words are in Azure/azure-sdk-for-net#20051. */
function isFirewallRefusal({ liveResponse: { statusCode, body } }: Exchange): boolean {
  return (
    statusCode === '403' &&
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    body.code === firewallRefusal &&
    Object.keys(body).join() === 'code,message'
  );
}

function nameOf({ operationId, liveRequest: { method, url } }: Exchange): string {
  return operationId ?? `${method} ${new URL(url).pathname}`;
}

function descriptionOf(operation: string, issue: Issue): string {
  return `${describeDeviation({ operation, ...issue })}: ${issue.message}`;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
