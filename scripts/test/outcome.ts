/** What a check or a ring of tests ended with. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothing: Outcome = { passed: 0, failed: 0, skipped: 0 };
export const oneFailed: Outcome = { ...nothing, failed: 1 };
export const onePassed: Outcome = { ...nothing, passed: 1 };

export function add(a: Outcome, b: Outcome): Outcome {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

export function isEmpty({ passed, failed, skipped }: Outcome): boolean {
  return passed + failed + skipped === 0;
}

/** `3 passed, 0 failed`, with `, 1 skipped` where something was. */
export function summary({ passed, failed, skipped }: Outcome): string {
  return `${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`;
}
