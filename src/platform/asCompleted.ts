/** Yields the results of promises in the order in which they come in. Rejects with the first rejection it meets. */
export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void, undefined> {
  const waiting = new Map<number, Promise<readonly [number, T]>>();
  for (const promise of promises) {
    const index = waiting.size;
    waiting.set(
      index,
      promise.then((value) => [index, value] as const),
    );
  }
  while (waiting.size > 0) {
    const [index, value] = await Promise.race(waiting.values());
    waiting.delete(index);
    yield value;
  }
}
