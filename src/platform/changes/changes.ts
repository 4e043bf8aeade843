import { AzureError } from '../../azure/azureError.ts';
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
  /** `x-ms-request-id` of the answer that accepted or refused it. */
  readonly requestId?: string;
  readonly error?: unknown;
}

/** Told of a change as it now is, or of nothing in particular when changes were forgotten. */
export type ChangeListener = (change: Change | undefined) => void;

/** The oldest changes are forgotten beyond this number. */
const most = 1000;

/**
 * Every change that this window has made, as the REST service tells of it: nothing that is sent can be missing here.
 * It holds no bodies, and it ends with the window.
 */
export class Changes {
  readonly #changes: Change[] = [];
  readonly #listeners = new Set<ChangeListener>();
  #last = 0;

  /** The changes, oldest first. */
  get all(): readonly Change[] {
    return this.#changes;
  }

  /** Calls the listener when a change begins, is accepted, or ends. @returns stops that */
  onDidChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Forgets the changes that have ended; what still goes on stays. */
  clearFinished(): void {
    const going = this.#changes.filter(({ state }) => state === 'going');
    this.#changes.splice(0, this.#changes.length, ...going);
    this.#tell(undefined);
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
      this.#tell(change);
    };
    this.#changes.push(change);
    if (this.#changes.length > most) this.#forgetOldest();
    become({});
    return {
      accepted: (requestId) => {
        become({ accepted: true, ...(requestId !== undefined && { requestId }) });
      },
      ended: (end) => {
        const { requestId = requestIdOf(end) } = change;
        become({
          ended: new Date(),
          state: end.outcome,
          ...(requestId !== undefined && { requestId }),
          ...(end.outcome === 'failed' && { error: end.error }),
        });
      },
    };
  }

  /** What has ended goes before what somebody may still be waiting for. */
  #forgetOldest(): void {
    const ended = this.#changes.findIndex(({ state }) => state !== 'going');
    this.#changes.splice(Math.max(ended, 0), 1);
  }

  #tell(change: Change | undefined): void {
    for (const listener of this.#listeners) listener(change);
  }
}

/** A refusal has a request id of its own. */
function requestIdOf(end: WriteEnd): string | undefined {
  return end.outcome === 'failed' && end.error instanceof AzureError ? end.error.requestId : undefined;
}
