import { abortable } from '../../../azure/abort.ts';
import type { UntypedAnswer } from '../../../azure/untypedCall.ts';

/** The pages of a list after the first. One that somebody did not want to wait for is what the next question gets. */
export class LaterPages {
  readonly #answers: AsyncIterator<UntypedAnswer, void>;
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
    return await abortable(this.#asked, signal);
  }

  async #read(): Promise<UntypedAnswer | undefined> {
    try {
      const { value, done } = await this.#answers.next();
      return done === true ? undefined : value;
    } finally {
      this.#asked = undefined;
    }
  }
}
