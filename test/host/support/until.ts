import type { Event } from 'vscode';

/** Longer than anything that these tests wait for, and shorter than mocha's limit, whose message would say less. */
const longestMs = 20_000;

/**
 * Waits for something to become true: looks now, and again whenever one of the events comes.
 *
 * @param what Named in the error when it never comes.
 * @param look Answers undefined as long as it has not come.
 */
export async function until<Found>(
  what: string,
  look: () => Found | undefined,
  ...events: readonly Event<unknown>[]
): Promise<Found> {
  const { promise, resolve, reject } = Promise.withResolvers<Found>();
  const check = (): void => {
    try {
      const found = look();
      if (found !== undefined) resolve(found);
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const listeners = events.map((event) => event(check));
  const timer = setTimeout(() => {
    reject(new Error(`Waited in vain for ${what}.`));
  }, longestMs);
  check();
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    for (const listener of listeners) listener.dispose();
  }
}
