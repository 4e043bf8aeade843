import type { NewSparkJob } from '../store/sparkJobs.ts';
import type { Work } from '../store/work.ts';
import { copyActivity } from './specExampleArtifacts.ts';

const copied = {
  dataRead: 142000,
  dataWritten: 142000,
  filesRead: 1,
  filesWritten: 1,
  copyDuration: 6,
  throughput: 23.112,
  errors: [],
  effectiveIntegrationRuntime: 'DefaultIntegrationRuntime (East US)',
  usedCloudDataMovementUnits: 4,
  usedParallelCopies: 1,
  executionDetails: [
    {
      source: { type: 'AzureBlob' },
      sink: { type: 'AzureBlob' },
      status: 'Succeeded',
      start: '2018-06-16T00:37:50.68834Z',
      duration: 6,
      usedCloudDataMovementUnits: 4,
      usedParallelCopies: 1,
      detailedDurations: { queuingDuration: 4, transferDuration: 2 },
    },
  ],
};

const first = '2f7fdb90-5df1-4b8e-ac2f-064cfa58202b';
const second = '16ac5348-ff82-4f95-a80d-638c1d47b721';

/** Runs, sessions and blocks of `exampleWorkspace`. */
export function exampleWork({ debugSessions, librarySizes, runs }: Work): void {
  const startsAt = Date.parse('2018-06-16T00:37:44.625Z');
  const endsAt = Date.parse('2018-06-16T00:38:12.731Z');
  const times = { startsAt, endsAt, outcome: 'Succeeded' } as const;
  const activity = { ...times, id: 'f30c5514-fb85-43ed-9fa4-768d42e58680', input: {}, output: {} };
  const activities = [
    { ...activity, name: 'ExampleForeachActivity', type: 'ForEach' },
    { ...activity, name: 'ExampleCopyActivity', type: 'Copy', input: copyActivity.typeProperties, output: copied },
  ];
  for (const runId of [first, second]) {
    runs.pipelines.set(runId, {
      ...times,
      runId,
      groupId: runId,
      pipelineName: 'examplePipeline',
      parameters: { OutputBlobNameList: '["exampleoutput.csv"]' },
      invokedBy: { id: '80a01654a9d34ad18b3fcac5d5d76b67', name: 'Manual', invokedByType: 'Manual' },
      annotations: [],
      dimensions: { JobId: '79c1cc52-265f-41a5-9553-be65e736fbd3' },
      message: '',
      activities,
      children: [],
    });
  }
  const firedAt = Date.parse('2018-06-16T00:43:15.660Z');
  runs.triggers.set(first, {
    id: first,
    triggerName: 'exampleTrigger',
    triggerType: 'ScheduleTrigger',
    firedAt,
    scheduledAt: firedAt,
    pipelines: { examplePipeline: first },
  });
  for (const sessionId of ['f06ed247-9d07-49b2-b05e-2cb4a2fc871e', '91fb57e0-8292-47be-89ff-c8f2d2bb2a7e']) {
    debugSessions.set(sessionId, {
      sessionId,
      userObjectId: '0a7e0d6e-f2b7-48cc-8cd8-618326f5662f',
      computeType: 'General',
      coreCount: 48,
      timeToLiveInMinutes: 1e9,
      startsAt,
      usedAt: startsAt,
      streams: new Set(['source1']),
    });
  }
  librarySizes.set('examplelibraryname.jar', 12324);
}

/** A job and a session of `mySparkPool` that go on for ever, both of the number that the examples give them. */
export function sparkWork({ sparkJobs }: Work): void {
  const job: NewSparkJob = {
    type: 'SparkBatch',
    poolName: 'mySparkPool',
    request: { name: 'jobname', file: 'abfss://', tags: {} },
    submitter: { id: 'thesubmitterid', name: 'thetime' },
    submittedAt: 0,
    startsAt: 1,
    runsAt: 2,
    endsAt: Infinity,
    fails: false,
  };
  sparkJobs.add({ ...job, endsAt: 3 }, 0);
  sparkJobs.add(job, 123);
  const session = sparkJobs.add({ ...job, type: 'SparkSession' }, 123);
  session.usedAt = Infinity;
  session.statements.push({ id: 123, code: 'fill in here', startsAt: 0, endsAt: Infinity });
}
