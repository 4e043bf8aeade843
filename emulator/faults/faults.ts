import type { FaultCandidate } from './faultCandidate.ts';
import { parseFaultRules, type FaultEffect, type FaultRule } from './faultRule.ts';

interface Entry {
  readonly rule: FaultRule;
  seen: number;
  /** When the rule challenged first, in seconds since 1970: tokens must be asked for with an `nbf` of then or later. */
  challengedAt?: number;
}

/** What is to be done to a request. */
export type CaughtFault =
  | Exclude<FaultEffect, { readonly kind: 'claimsChallenge' }>
  /** @param notBefore the value that the challenge demands of the claim `nbf`, in seconds since 1970 */
  | { readonly kind: 'claimsChallenge'; readonly notBefore: number };

/** The rules in force, each with its count of what it has seen. */
export class Faults {
  #rules: Entry[] = [];

  /** Replaces all rules and starts counting anew. */
  set(rules: readonly FaultRule[]): void {
    this.#rules = rules.map((rule) => ({ rule, seen: 0 }));
  }

  /** Adds rules as they stand in a faults file. @throws FaultRuleError */
  add(...rules: readonly object[]): void {
    this.#rules.push(...parseFaultRules(rules).map((rule) => ({ rule, seen: 0 })));
  }

  clear(): void {
    this.#rules = [];
  }

  /**
   * The effect on this request. Every rule that fits counts it; the first whose turn it is acts. A challenge that the
   * token has answered is none any more, and the request counts as one that does not fit.
   *
   * @param now in milliseconds since 1970
   */
  catch(candidate: FaultCandidate, now: number): CaughtFault | undefined {
    let caught: CaughtFault | undefined;
    for (const entry of this.#rules) {
      const { rule } = entry;
      if (!fits(rule, candidate) || isAnswered(entry, candidate)) continue;
      entry.seen += 1;
      if (entry.seen > rule.skip && entry.seen <= rule.skip + rule.times) caught ??= caughtBy(entry, now);
    }
    return caught;
  }
}

function fits({ route, method, path, tenant, audience }: FaultRule, candidate: FaultCandidate): boolean {
  if (route !== undefined && !isSame(route, candidate.operationId)) return false;
  if (method !== undefined && method !== candidate.method) return false;
  if (tenant !== undefined && !candidate.tenants.some((name) => isSame(name, tenant))) return false;
  if (audience !== undefined && !isSame(withoutSlash(audience), withoutSlash(candidate.audience ?? ''))) return false;
  return path === undefined || path.test(candidate.path);
}

function isAnswered({ challengedAt }: Entry, { askedNotBefore }: FaultCandidate): boolean {
  return challengedAt !== undefined && askedNotBefore !== undefined && askedNotBefore >= challengedAt;
}

function caughtBy(entry: Entry, now: number): CaughtFault {
  const { effect } = entry.rule;
  if (effect.kind !== 'claimsChallenge') return effect;
  entry.challengedAt ??= Math.floor(now / 1000);
  return { kind: 'claimsChallenge', notBefore: entry.challengedAt };
}

function isSame(a: string, b: string | undefined): boolean {
  return a.toLowerCase() === b?.toLowerCase();
}

function withoutSlash(audience: string): string {
  return audience.replace(/\/$/, '');
}
