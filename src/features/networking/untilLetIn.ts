/**
 * Seconds before each look at the firewall after a rule was made. Azure documents none; about a minute is usual, a few
 * are reported (azure-rest-api-specs#21516).
 */
export const pauses: readonly number[] = [60, 30, 30, 30, 60, 60];

export interface Waiting {
  readonly pauses: readonly number[];
  /** Told of each pause before it begins. */
  readonly onPause: (seconds: number) => void;
  /** Resolves after so many seconds, or earlier when somebody does not want to wait. */
  readonly pause: (seconds: number) => Promise<void>;
  readonly isLetIn: () => Promise<boolean>;
}

/**
 * Looks until the firewall lets this computer in, and looks again then: one front end of the service knows of a rule
 * before another does.
 *
 * @returns false when it still does not after the last pause
 * @throws what `pause` and `isLetIn` throw
 */
export async function untilLetIn({ pauses: all, onPause, pause, isLetIn }: Waiting): Promise<boolean> {
  for (const seconds of all) {
    onPause(seconds);
    await pause(seconds);
    if ((await isLetIn()) && (await isLetIn())) return true;
  }
  return false;
}
