interface Admission {
  readonly ruleName: string;
  readonly first: number;
  readonly last: number;
  /** Milliseconds since 1970. */
  readonly from: number;
  until: number;
}

/**
 * Whom the development endpoint of a workspace lets in at which time. The rules that Resource Manager tells have an
 * effect there only later: these are the ranges as they have come, and will have come, into effect.
 */
export class Admissions {
  #admissions: Admission[] = [];

  /** From `at` on the rule stands for this range alone, or for nothing when there is none. Addresses are numbers. */
  change(ruleName: string, range: { readonly first: number; readonly last: number } | undefined, at: number): void {
    const key = ruleName.toLowerCase();
    for (const admission of this.#admissions) {
      if (admission.ruleName === key) admission.until = Math.min(admission.until, at);
    }
    if (range) this.#admissions.push({ ...range, ruleName: key, from: at, until: Infinity });
  }

  covers(address: number, now: number): boolean {
    this.#admissions = this.#admissions.filter(({ until }) => until > now);
    return this.#admissions.some(({ first, last, from }) => from <= now && first <= address && address <= last);
  }
}
