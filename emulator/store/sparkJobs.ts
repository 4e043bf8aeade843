import { CaseInsensitiveMap } from './caseInsensitiveMap.ts';

/** Code that a session was given, with the times (milliseconds since 1970) at which it begins and ends. */
export interface SparkStatement {
  readonly id: number;
  readonly code: string;
  readonly startsAt: number;
  readonly endsAt: number;
  cancelledAt?: number;
}

/**
 * A batch job or a session, as a plan: what it is at a moment follows from the times (milliseconds since 1970), so it
 * needs no timer.
 */
export interface SparkJob {
  readonly id: number;
  readonly type: 'SparkBatch' | 'SparkSession';
  readonly poolName: string;
  /** As it was asked for: `jobCreationRequest`. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly submitter: { readonly id: string; readonly name?: string };
  readonly submittedAt: number;
  readonly startsAt: number;
  /** A session is idle from here on. */
  readonly runsAt: number;
  /** Of a batch; a session ends by being cancelled or left alone. */
  readonly endsAt: number;
  readonly fails: boolean;
  cancelledAt?: number;
  /** When a session was last asked for anything. */
  usedAt: number;
  readonly statements: SparkStatement[];
}

export type NewSparkJob = Omit<SparkJob, 'id' | 'statements' | 'usedAt'>;

/** The jobs of a workspace's Spark pools. Batches and sessions of a pool are numbered together, from 0. */
export class SparkJobs implements Iterable<SparkJob> {
  readonly #pools = new CaseInsensitiveMap<SparkJob[]>();

  of(poolName: string): readonly SparkJob[] {
    return this.#pools.get(poolName) ?? [];
  }

  /** @param id another than the next number: for samples that have to have it */
  add(job: NewSparkJob, id?: number): SparkJob {
    const jobs = this.#pools.get(job.poolName) ?? [];
    this.#pools.set(job.poolName, jobs);
    const added: SparkJob = {
      ...job,
      id: id ?? (jobs.at(-1)?.id ?? -1) + 1,
      usedAt: job.runsAt,
      statements: [],
    };
    jobs.push(added);
    return added;
  }

  *[Symbol.iterator](): Generator<SparkJob> {
    for (const jobs of this.#pools) yield* jobs;
  }
}
