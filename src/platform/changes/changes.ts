import type { OngoingWrite, Write, WriteEnd } from '../../azure/writeObserver.ts';

/** One change that was made from here. */
export interface Change {
  /** Counts up within this window. */
  readonly id: number;
  /** In words, where the command gave them; else the operation's id. */
  readonly title: string;
  readonly write: Write;
  /** Who was signed in. */
  readonly account: string;
  readonly began: Date;
  readonly ended?: Date;
  /** `going` until it has ended; `left` when nobody waits for it any more. */
  readonly state: 'going' | WriteEnd['outcome'];
  /** Whether the service had taken the change on. */
  readonly accepted: boolean;
  /** `x-ms-request-id` of the answer that accepted it. */
  readonly requestId?: string;
  readonly error?: unknown;
}

/** The oldest changes are forgotten beyond this number. */
const most = 1000;

/**
 * Every change that this window has made, as the REST service tells of it: nothing that is sent can be missing here.
 * It holds no bodies, and it ends with the window.
 */
export class Changes {
  readonly #changes: Change[] = [];
  readonly #listeners = new Set<(change: Change) => void>();
  #last = 0;

  /** The changes, oldest first. */
  get all(): readonly Change[] {
    return this.#changes;
  }

  /** Calls the listener when a change begins, is accepted, or ends. @returns stops that */
  onDidChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Keeps account of a change from its beginning to its end. */
  begin(write: Write, account: string): OngoingWrite {
    let change: Change = {
      id: (this.#last += 1),
      title: write.about?.title ?? write.operation,
      write,
      account,
      began: new Date(),
      state: 'going',
      accepted: false,
    };
    const become = (news: Partial<Change>): void => {
      const at = this.#changes.indexOf(change);
      change = { ...change, ...news };
      if (at >= 0) this.#changes[at] = change;
      for (const listener of this.#listeners) listener(change);
    };
    this.#changes.push(change);
    if (this.#changes.length > most) this.#changes.shift();
    become({});
    return {
      accepted: (requestId) => {
        become({ accepted: true, ...(requestId !== undefined && { requestId }) });
      },
      ended: (end) => {
        become({ ended: new Date(), state: end.outcome, ...(end.outcome === 'failed' && { error: end.error }) });
      },
    };
  }
}
