/** Something that a page reads from the extension: going on, failed with words, or there. */
export interface Reading<Value> {
  readonly going: boolean;
  readonly problem?: string;
  readonly value?: Value;
}

/** An error of a request, in the words that it came with. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
