import type { Workspace } from '../../store/model.ts';
import type { SparkJob, SparkStatement } from '../../store/sparkJobs.ts';
import { jobState, statementState, type JobState } from './jobState.ts';
import { outputOf } from './statementOutput.ts';

/*
 * Jobs as Livy answers them: members and their order as in the recording azure-cli.spark_job.json; sessions, which
 * nobody recorded, by the specification `sparkJob.json`.
 */

/** With the offset and seven decimals, as recorded. */
function timeOf(milliseconds: number | undefined): string | null {
  return milliseconds === undefined ? null : new Date(milliseconds).toISOString().replace('Z', '0000+00:00');
}

/**
 * @param detailed with what Synapse knows beside Livy's own members; only Livy's answers about batches were recorded to tell
 *   the pool a second time
 */
export function jobBody(workspace: Workspace, job: SparkJob, now: number, detailed: boolean | 'executed'): object {
  const state = jobState(job, now);
  const appId = applicationId(job, state);
  const livy = {
    id: job.id,
    appId,
    appInfo: appId === null ? null : { driverLogUrl: logUrl(appId), sparkUiUrl: logUrl(appId) },
    state: state.livy,
    log: logOf(job, state, appId),
  };
  if (!detailed) return livy;
  const { name, artifactId, tags } = job.request;
  return {
    livyInfo: livyInfo(job, state),
    name,
    workspaceName: workspace.name,
    ...(job.type === 'SparkBatch' && detailed === true && { computeName: job.poolName }),
    sparkPoolName: job.poolName,
    ...(job.submitter.name !== undefined && { submitterName: job.submitter.name }),
    submitterId: job.submitter.id,
    artifactId: artifactId ?? 'Livy',
    jobType: job.type,
    result: state.result,
    schedulerInfo: {
      submittedAt: timeOf(job.submittedAt),
      scheduledAt: timeOf(state.scheduledAt),
      endedAt: timeOf(state.endedAt),
      cancellationRequestedAt: timeOf(state.result === 'Cancelled' ? state.endedAt : undefined),
      currentState: schedulerState(state),
    },
    pluginInfo: {
      preparationStartedAt: timeOf(state.scheduledAt),
      resourceAcquisitionStartedAt: timeOf(state.scheduledAt),
      submissionStartedAt: timeOf(state.startedAt),
      monitoringStartedAt: timeOf(state.startedAt),
      cleanupStartedAt: timeOf(state.endedAt),
      currentState: pluginState(state),
    },
    ...(state.result === 'Failed' && { errorInfo: [failure] }),
    tags: tags ?? {},
    ...livy,
  };
}

/** What tells of a job in the headers of an answer. */
export function jobHeaders(job: SparkJob, now: number): Record<string, string> {
  const state = jobState(job, now);
  return {
    'x-ms-job-internal-id': String(job.id),
    'x-ms-job-type': job.type === 'SparkBatch' ? 'SparkServiceBatch' : 'SparkServiceSession',
    'x-ms-job-result': state.result,
    'x-ms-job-scheduler-state': schedulerState(state),
  };
}

export function schedulerState({ scheduledAt, endedAt }: JobState): 'Queued' | 'Scheduled' | 'Ended' {
  return endedAt !== undefined ? 'Ended' : scheduledAt === undefined ? 'Queued' : 'Scheduled';
}

export function applicationId(job: SparkJob, { startedAt }: JobState): string | null {
  if (startedAt === undefined) return null;
  return `application_${String(Math.floor(startedAt))}_${String(job.id + 1).padStart(4, '0')}`;
}

export function statementBody(statement: SparkStatement, now: number): object {
  const { id, code } = statement;
  const state = statementState(statement, now);
  return { id, code, state, output: state === 'available' ? outputOf(statement) : null };
}

const failure = {
  message: 'Job failed during run time with state=[dead].',
  errorCode: 'LIVY_JOB_FAILED',
  source: 'Dependency',
};

function pluginState({ scheduledAt, startedAt, ranAt, endedAt }: JobState): string {
  if (endedAt !== undefined) return 'Ended';
  if (ranAt !== undefined) return 'Monitoring';
  if (startedAt !== undefined) return 'Submission';
  return scheduledAt === undefined ? 'Preparation' : 'ResourceAcquisition';
}

function livyInfo(job: SparkJob, state: JobState): object {
  const { livy, startedAt, ranAt, endedAt } = state;
  const ended = (as: string): string | null => timeOf(livy === as ? endedAt : undefined);
  const common = { notStartedAt: null, startingAt: timeOf(startedAt) };
  const ends = { deadAt: ended('dead'), killedAt: ended('killed'), recoveringAt: null };
  const { tags: _tags, artifactId: _artifactId, ...jobCreationRequest } = job.request;
  const last = { currentState: livy, jobCreationRequest };
  if (job.type === 'SparkBatch') {
    return { ...common, runningAt: timeOf(ranAt), ...ends, successAt: ended('success'), ...last };
  }
  const busyAt = job.statements.findLast(({ startsAt }) => startsAt <= (endedAt ?? Infinity))?.startsAt;
  return {
    ...common,
    idleAt: timeOf(ranAt),
    ...ends,
    shuttingDownAt: null,
    busyAt: timeOf(livy === 'busy' ? busyAt : undefined),
    errorAt: ended('error'),
    ...last,
  };
}

function logUrl(appId: string): string {
  return `https://web.azuresynapse.net/monitoring/sparkapplication/${appId}`;
}

/** What YARN says of the application, line by line; nothing before there is one. */
function logOf(job: SparkJob, state: JobState, appId: string | null): string[] | null {
  if (appId === null) return null;
  const line = (at: number | undefined, text: string): string[] =>
    at === undefined ? [] : [`${new Date(at).toISOString().slice(2, 19).replace('T', ' ')} INFO ${text}`];
  return [
    ...line(state.startedAt, `Client: Submitted application ${appId}`),
    ...line(state.ranAt, `Client: Application report for ${appId} (state: RUNNING)`),
    ...line(state.endedAt, `Client: Application report for ${appId} (state: ${finalState(state)})`),
    `\t user: ${job.submitter.name ?? 'trusted-service-user'}`,
  ];
}

function finalState({ result }: JobState): string {
  return result === 'Succeeded' ? 'FINISHED' : result === 'Cancelled' ? 'KILLED' : 'FAILED';
}
