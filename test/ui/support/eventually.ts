import { setTimeout as delay } from 'node:timers/promises';

const WITHIN_MS = 20_000;
const INTERVAL_MS = 50;

/** Looks until `look` answers something, for what sends no event: processes, files, the clipboard. @throws naming `what` */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  withinMs = WITHIN_MS,
): Promise<T> {
  for (const deadline = Date.now() + withinMs; ;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`not within ${withinMs / 1000} s: ${what}`);
    await delay(INTERVAL_MS);
  }
}
