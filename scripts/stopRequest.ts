import process from 'node:process';

/** Rejects `untilStopped` promises: the person, or the program that started us, wants no more. */
export class Stopped extends Error {}

/**
 * Settles never, but rejects with `Stopped` on Ctrl+C (SIGINT, SIGTERM, SIGHUP) and when the parent process is gone. Race
 * it against the work: what the work holds is then released in `finally` blocks, and the process ends in order.
 */
export function untilStopped(): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  for (const reason of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
    process.on(reason, () => {
      reject(new Stopped(reason));
    });
  }
  promise.catch(() => undefined); // whoever races it hears of it
  return promise;
}
