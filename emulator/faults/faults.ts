import { parseFaultRules, type FaultEffect, type FaultRule } from './faultRule.ts';

/** What a rule is tried on. */
export interface FaultCandidate {
  readonly operationId: string | undefined;
  readonly method: string;
  /** As the client sent it, without the query. */
  readonly path: string;
}

/** The rules in force, each with its count of what it has seen. */
export class Faults {
  #rules: { readonly rule: FaultRule; seen: number }[] = [];

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

  /** The effect on this request. Every rule that fits counts it; the first whose turn it is acts. */
  catch(candidate: FaultCandidate): FaultEffect | undefined {
    let effect: FaultEffect | undefined;
    for (const entry of this.#rules) {
      const { rule } = entry;
      if (!fits(rule, candidate)) continue;
      entry.seen += 1;
      if (entry.seen > rule.skip && entry.seen <= rule.skip + rule.times) effect ??= rule.effect;
    }
    return effect;
  }
}

function fits({ route, method, path }: FaultRule, candidate: FaultCandidate): boolean {
  if (route !== undefined && route.toLowerCase() !== candidate.operationId?.toLowerCase()) return false;
  if (method !== undefined && method !== candidate.method) return false;
  return path === undefined || path.test(candidate.path);
}
