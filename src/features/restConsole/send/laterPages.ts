import { abortable } from '../../../azure/abort.ts';
import type { UntypedAnswer } from '../../../azure/untypedCall.ts';

/** The pages of a list after the first. One that somebody did not want to wait for is what the next question gets. */
export class LaterPages {
  readonly #answers: AsyncIterator<UntypedAnswer, void>;
  /** Kept until somebody has had it, whenever it came: a page that is dropped would be missing in the list without a word. */
  #asked: Promise<UntypedAnswer | undefined> | undefined;

  constructor(answers: AsyncIterator<UntypedAnswer, void>) {
    this.#answers = answers;
  }

  /**
   * @returns undefined after the last page
   * @throws as the REST service, or the reason of the aborted signal
   */
  async next(signal: AbortSignal): Promise<UntypedAnswer | undefined> {
    this.#asked ??= this.#read();
    try {
      const answer = await abortable(this.#asked, signal);
      this.#asked = undefined;
      return answer;
    } catch (error) {
      if (!signal.aborted) this.#asked = undefined;
      throw error;
    }
  }

  async #read(): Promise<UntypedAnswer | undefined> {
    const { value, done } = await this.#answers.next();
    return done === true ? undefined : value;
  }
}
