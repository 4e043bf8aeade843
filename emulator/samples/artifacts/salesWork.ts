import type { Clock } from '../../clock.ts';
import { idOf } from '../../store/ids.ts';
import type { ActivityRun, PipelineRun } from '../../store/pipelineRuns.ts';
import type { NewSparkJob } from '../../store/sparkJobs.ts';
import type { Work } from '../../store/work.ts';
import type { People } from '../people.ts';

const minute = 60_000;

/**
 * What has gone on with the Spark pools of a workspace in use, counted back from the first look: jobs that went well, one that
 * failed, one that was cancelled, one that runs, and a session that is idle; and a pipeline that somebody has started by hand. (Other runs come from triggers.)
 */
export function salesWork(clock: Clock, people: People): (work: Work) => void {
  return ({ runs, sparkJobs }) => {
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
    const run = byHand(now);
    runs.pipelines.set(run.runId, run);
  };
}

/** “Daily load” with all of its data, in the midst of its second activity. */
function byHand(now: number): PipelineRun {
  const runId = idOf('run', 'contoso-sales', 'by hand');
  const activity = (name: string, type: string, from: number, to: number): ActivityRun => ({
    id: idOf('activity', runId, name),
    name,
    type,
    startsAt: now + from * minute,
    endsAt: now + to * minute,
    outcome: 'Succeeded',
    input: {},
    output: {},
  });
  return {
    runId,
    groupId: runId,
    pipelineName: 'Daily load',
    parameters: { runDate: '', regions: '["EMEA","APAC","AMER"]', fullReload: 'true' },
    invokedBy: { id: runId.replaceAll('-', ''), name: 'Manual', invokedByType: 'Manual' },
    annotations: [],
    dimensions: {},
    startsAt: now - 4 * minute,
    endsAt: now + 50 * minute,
    outcome: 'Succeeded',
    message: '',
    activities: [
      activity('Copy orders', 'Copy', -4, -1),
      activity('Load orders', 'SynapseNotebook', -1, 30),
      activity('Refresh warehouse', 'ExecutePipeline', 30, 50),
    ],
    children: [],
  };
}
