/** How far a row is. `sending`: its request may be on the wire. `accepted`: the service works on it. */
export type RowState = 'waiting' | 'sending' | 'accepted' | 'done' | 'failed' | 'notSent';

export interface RowProgress {
  readonly state: RowState;
  /** Why it failed, or why nothing was sent where an error ended everything. */
  readonly error?: unknown;
}

export interface ApplyOptions<Row> {
  /**
   * Does what a row says, to its end; `accepted` is called as soon as the service has taken it on. There is no signal:
   * what was sent is finished, so that its end is known.
   */
  readonly perform: (row: Row, accepted: () => void) => Promise<void>;
  /** Told of every step of every row. */
  readonly onProgress: (row: Row, progress: RowProgress) => void;
  /** Aborted by a person: what was sent is finished, the rest is not sent. */
  readonly stop: AbortSignal;
  /** Rows whose request may be on the wire at the same time; rows that the service works on are not counted. */
  readonly inFlight?: number;
  /** Whether an error would meet every other row as well (signed out, address refused): the rest is then not sent. */
  readonly endsAll?: (error: unknown) => boolean;
}

export interface ApplyReport<Row> {
  readonly done: readonly Row[];
  readonly failed: readonly { readonly row: Row; readonly error: unknown }[];
  readonly notSent: readonly Row[];
}

/**
 * Applies the rows of a plan. Each phase begins when the one before has ended (add before you remove); inside of a
 * phase a few requests are in flight at a time while all that was accepted waits side by side. Never rejects.
 */
export async function applyPlan<Row>(
  phases: readonly (readonly Row[])[],
  options: ApplyOptions<Row>,
): Promise<ApplyReport<Row>> {
  const applying = new Applying(options);
  for (const row of phases.flat()) options.onProgress(row, { state: 'waiting' });
  for (const rows of phases) await applying.phase(rows);
  return applying.report;
}

class Applying<Row> {
  readonly report = { done: [] as Row[], failed: [] as { row: Row; error: unknown }[], notSent: [] as Row[] };
  readonly #options: ApplyOptions<Row>;
  /** Why nothing more is sent; undefined as long as all goes on. */
  #ended: { readonly error: unknown } | undefined;

  constructor(options: ApplyOptions<Row>) {
    this.#options = options;
  }

  async phase(rows: readonly Row[]): Promise<void> {
    const waiting = rows.values();
    const following: Promise<void>[] = [];
    const lane = async (): Promise<void> => {
      for (const row of waiting) {
        if (this.#isStopped()) {
          this.#leave(row);
          continue;
        }
        const { sent, ended } = this.#begin(row);
        following.push(ended);
        await sent;
      }
    };
    await Promise.all(Array.from({ length: this.#options.inFlight ?? 8 }, lane));
    await Promise.all(following);
  }

  /** `sent` resolves when the row's request is no longer on the wire, `ended` when all is over; neither rejects. */
  #begin(row: Row): { readonly sent: Promise<void>; readonly ended: Promise<void> } {
    const { perform, onProgress } = this.#options;
    const { promise: sent, resolve } = Promise.withResolvers<void>();
    onProgress(row, { state: 'sending' });
    const accepted = (): void => {
      resolve();
      onProgress(row, { state: 'accepted' });
    };
    return { sent, ended: this.#end(row, perform(row, accepted)).finally(resolve) };
  }

  async #end(row: Row, work: Promise<void>): Promise<void> {
    try {
      await work;
      this.report.done.push(row);
      this.#options.onProgress(row, { state: 'done' });
    } catch (error) {
      if (this.#options.endsAll?.(error) === true) this.#ended ??= { error };
      this.report.failed.push({ row, error });
      this.#options.onProgress(row, { state: 'failed', error });
    }
  }

  #isStopped(): boolean {
    return this.#options.stop.aborted || this.#ended !== undefined;
  }

  #leave(row: Row): void {
    this.report.notSent.push(row);
    this.#options.onProgress(row, { state: 'notSent', ...this.#ended });
  }
}
