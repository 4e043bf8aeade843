/**
 * VS Code 1.105 takes two questions at the same time for one when they differ in nothing but the account, and gives both
 * the session of the first: one account's requests would be sent with another's token. So such questions are asked one
 * after the other; those for the same account share an answer, as VS Code itself does it.
 */
export class OneAccountAtATime {
  /** The last question of each kind that has no answer yet. */
  readonly #last = new Map<string, { readonly account: string; readonly answer: Promise<unknown> }>();

  /** @param kind Equal for all questions that differ in nothing but the account. */
  async ask<T>(kind: string, account: string, question: () => PromiseLike<T>): Promise<T> {
    const last = this.#last.get(kind);
    if (last?.account === account) return (await last.answer) as T;
    const answer = after(last?.answer, question);
    this.#last.set(kind, { account, answer });
    try {
      return await answer;
    } finally {
      if (this.#last.get(kind)?.answer === answer) this.#last.delete(kind);
    }
  }
}

/** Asks when the question before has been answered, however. */
async function after<T>(before: Promise<unknown> | undefined, question: () => PromiseLike<T>): Promise<T> {
  await before?.catch(() => undefined);
  return await question();
}
