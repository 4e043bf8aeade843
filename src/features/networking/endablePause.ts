/** A pause that somebody may end before its time. */
export class EndablePause {
  #end: (() => void) | undefined;

  /** Rejects with the reason of the signal when that is aborted. */
  async wait(seconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, seconds * 1000);
    const stop = (): void => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop);
    this.#end = resolve;
    try {
      await promise;
    } finally {
      this.#end = undefined;
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }

  /** Ends the pause that goes on; the next one is as long as it is to be. @returns false when there is none */
  end(): boolean {
    this.#end?.();
    return this.#end !== undefined;
  }
}
