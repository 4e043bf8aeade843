import type { SparkJob, SparkStatement } from '../../store/sparkJobs.ts';

type LivyState = 'not_started' | 'starting' | 'running' | 'idle' | 'busy' | 'success' | 'dead' | 'killed' | 'error';

/** What a job is at a moment. Times are milliseconds since 1970, and undefined before they have come. */
export interface JobState {
  readonly livy: LivyState;
  readonly result: 'Uncertain' | 'Succeeded' | 'Failed' | 'Cancelled';
  readonly scheduledAt: number | undefined;
  readonly startedAt: number | undefined;
  readonly ranAt: number | undefined;
  readonly endedAt: number | undefined;
}

/** How long a session waits for its next statement before it ends, in milliseconds: the service's default. */
export const sessionTimeout = 20 * 60 * 1000;

/** States and results go together as in the recording azure-cli.spark_job.json. */
export function jobState(job: SparkJob, now: number): JobState {
  const cutAt = cutOf(job);
  const isCut = cutAt <= now && cutAt < job.endsAt;
  const endedAt = isCut ? cutAt : job.endsAt <= now ? job.endsAt : undefined;
  const until = endedAt ?? now;
  const reached = (time: number): number | undefined => (time <= until ? time : undefined);
  const times = {
    scheduledAt: reached(job.submittedAt + (job.startsAt - job.submittedAt) / 2),
    startedAt: reached(job.startsAt),
    ranAt: reached(job.runsAt),
    endedAt,
  };
  // What had not begun is an error, what had is killed.
  if (isCut) return { ...times, livy: times.startedAt === undefined ? 'error' : 'killed', result: 'Cancelled' };
  if (endedAt !== undefined) {
    return { ...times, livy: job.fails ? 'dead' : 'success', result: job.fails ? 'Failed' : 'Succeeded' };
  }
  if (times.startedAt === undefined) return { ...times, livy: 'not_started', result: 'Uncertain' };
  if (times.ranAt === undefined) return { ...times, livy: 'starting', result: 'Uncertain' };
  if (job.type === 'SparkBatch') return { ...times, livy: 'running', result: 'Uncertain' };
  const isBusy = job.statements.some((statement) => ['waiting', 'running'].includes(statementState(statement, now)));
  return { ...times, livy: isBusy ? 'busy' : 'idle', result: 'Uncertain' };
}

export function statementState(
  { startsAt, endsAt, cancelledAt = Infinity }: SparkStatement,
  now: number,
): 'waiting' | 'running' | 'available' | 'cancelled' {
  if (cancelledAt < endsAt && cancelledAt <= now) return 'cancelled';
  if (now < startsAt) return 'waiting';
  return now < endsAt ? 'running' : 'available';
}

/** When a job is ended from outside: by somebody, or because nobody wanted anything of a session. */
function cutOf(job: SparkJob): number {
  const { cancelledAt = Infinity } = job;
  if (job.type === 'SparkBatch') return cancelledAt;
  const lastUse = Math.max(job.usedAt, ...job.statements.map(({ endsAt }) => endsAt));
  return Math.min(cancelledAt, lastUse + sessionTimeout);
}
