import type { Clock } from '../../clock.ts';
import type { NewSparkJob } from '../../store/sparkJobs.ts';
import type { Work } from '../../store/work.ts';
import type { People } from '../people.ts';

const minute = 60_000;

/**
 * What has gone on with the Spark pools of a workspace in use, counted back from the first look: jobs that went well, one that
 * failed, one that was cancelled, one that runs, and a session that is idle. (Pipeline runs come from the triggers.)
 */
export function salesWork(clock: Clock, people: People): (work: Work) => void {
  return ({ sparkJobs }) => {
    const now = clock();
    const file = 'abfss://workspace@contososales.dfs.core.windows.net/jobs/aggregate.py';
    const size = { driverMemory: '28g', driverCores: 4, executorMemory: '28g', executorCores: 4, numExecutors: 2 };
    /** @param ago minutes @param takes minutes that it runs */
    const job = (
      type: NewSparkJob['type'],
      name: string,
      id: string,
      who: string,
      ago: number,
      takes: number,
    ): NewSparkJob => {
      const submittedAt = now - ago * minute;
      const runsAt = submittedAt + 3 * minute;
      return {
        type,
        poolName: 'sparksmall',
        request: { name, ...(type === 'SparkBatch' && { file }), conf: {}, ...size },
        submitter: { id, name: who },
        submittedAt,
        startsAt: submittedAt + 2 * minute,
        runsAt,
        endsAt: runsAt + takes * minute,
        fails: false,
      };
    };
    const batch = (name: string, ago: number, takes: number): NewSparkJob =>
      job('SparkBatch', name, people.bjorn, 'Björn Ødegård', ago, takes);
    for (const day of [3, 2]) sparkJobs.add(batch('Nightly aggregation', day * 1440, 14));
    sparkJobs.add({ ...batch('Nightly aggregation', 1440, 6), fails: true });
    sparkJobs.add({ ...batch('Rebuild history', 300, 400), cancelledAt: now - 180 * minute });
    sparkJobs.add(batch('Word count', 20, 240));
    sparkJobs.add(job('SparkSession', 'Sales exploration', people.mei, '陈美 (Mei Chen)', 12, Infinity));
  };
}
