import type { ActivityRun, PipelineRun, TriggerRun } from '../../store/pipelineRuns.ts';
import type { Workspace } from '../../store/model.ts';
import { workspaceId } from '../resourceManager/resourceIds.ts';
import type { Row } from './runQueries.ts';

/*
 * Runs as the service tells them: of pipelines as in the recording azure-cli.pipeline.json, of activities and triggers as
 * the examples of the specifications `pipelines.json` and `triggers.json` show.
 */

export const pipelineRunOperands = ['PipelineName', 'Status', 'RunStart', 'RunEnd', 'RunGroupId', 'LatestOnly'];
export const activityRunOperands = ['ActivityName', 'ActivityType', 'ActivityRunStart', 'ActivityRunEnd', 'Status'];
export const triggerRunOperands = ['TriggerName', 'TriggerRunTimestamp', 'Status'];

type Status = 'Queued' | 'InProgress' | 'Succeeded' | 'Failed' | 'Cancelled';

interface Moment {
  readonly status: Status;
  /** Milliseconds since 1970; undefined before it has come. */
  readonly endedAt: number | undefined;
}

/** With seven decimals, as recorded. */
function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '0000Z');
}

export function statusOf(
  { startsAt, endsAt, outcome }: Pick<PipelineRun, 'startsAt' | 'endsAt' | 'outcome'>,
  now: number,
  cancelledAt = Infinity,
): Moment {
  if (cancelledAt < endsAt && cancelledAt <= now) return { status: 'Cancelled', endedAt: cancelledAt };
  if (endsAt <= now) return { status: outcome, endedAt: endsAt };
  return { status: startsAt <= now ? 'InProgress' : 'Queued', endedAt: undefined };
}

export function pipelineRunRow(workspace: Workspace, run: PipelineRun, now: number, isLatest: boolean): Row {
  const { runId, groupId, pipelineName, startsAt } = run;
  const { status, endedAt } = statusOf(run, now, run.cancelledAt);
  const changes = run.activities.flatMap((activity) => [activity.startsAt, activity.endsAt]);
  const lastUpdated = endedAt ?? Math.max(startsAt, ...changes.filter((time) => time <= now));
  const body = {
    // In capitals but for its last parts, as recorded.
    id: `${workspaceId(workspace).toUpperCase()}/pipelineruns/${runId}`,
    runId,
    debugRunId: null,
    runGroupId: groupId,
    pipelineName,
    parameters: run.parameters,
    invokedBy: run.invokedBy,
    runStart: timeOf(startsAt),
    runEnd: endedAt === undefined ? null : timeOf(endedAt),
    durationInMs: Math.max(0, Math.round((endedAt ?? now) - startsAt)),
    status,
    message: status === 'Failed' ? run.message : '',
    output: null,
    lastUpdated: timeOf(lastUpdated),
    annotations: run.annotations,
    runDimension: run.dimensions,
    isLatest,
  };
  const values = {
    PipelineName: pipelineName,
    Status: status,
    RunStart: body.runStart,
    RunEnd: body.runEnd ?? '',
    RunGroupId: groupId,
    LatestOnly: String(isLatest),
  };
  return { body, lastUpdated, values };
}

export function activityRunRow(run: PipelineRun, activity: ActivityRun, now: number): Row {
  const { name, type, startsAt } = activity;
  const { status, endedAt } = statusOf(activity, now, run.cancelledAt);
  const error = (status === 'Failed' ? activity.error : undefined) ?? { errorCode: '', message: '' };
  const body = {
    ...(endedAt !== undefined && { activityRunEnd: timeOf(endedAt) }),
    activityName: name,
    activityRunStart: timeOf(startsAt),
    activityType: type,
    durationInMs: Math.round((endedAt ?? now) - startsAt),
    retryAttempt: null,
    error: { ...error, failureType: status === 'Failed' ? 'UserError' : '', target: name },
    activityRunId: activity.id,
    input: activity.input,
    linkedServiceName: '',
    output: endedAt === undefined ? {} : activity.output,
    userProperties: {},
    pipelineName: run.pipelineName,
    pipelineRunId: run.runId,
    status,
  };
  const values = {
    ActivityName: name,
    ActivityType: type,
    ActivityRunStart: body.activityRunStart,
    ActivityRunEnd: body.activityRunEnd ?? '',
    Status: status,
  };
  return { body, lastUpdated: endedAt ?? startsAt, values };
}

/** @param runs of the pipelines that it began */
export function triggerRunRow(run: TriggerRun, runs: readonly PipelineRun[], now: number): Row {
  const states = runs.map((each) => statusOf(each, now, each.cancelledAt).status);
  // A schedule has done its part when its pipelines have begun; only a window waits for them.
  const isWindow = run.triggerType === 'TumblingWindowTrigger';
  const status = !isWindow
    ? 'Succeeded'
    : (states.find((state) => state !== 'Succeeded' && state !== 'InProgress') ??
      (states.includes('InProgress') ? 'Inprogress' : 'Succeeded'));
  const body = {
    triggerName: run.triggerName,
    triggerRunId: run.id,
    triggerType: run.triggerType,
    triggerRunTimestamp: timeOf(run.firedAt),
    status,
    message: '',
    properties: { TriggerTime: timeOf(run.firedAt), ScheduleTime: timeOf(run.scheduledAt) },
    triggeredPipelines: run.pipelines,
  };
  const values = { TriggerName: run.triggerName, TriggerRunTimestamp: body.triggerRunTimestamp, Status: status };
  return { body, lastUpdated: run.firedAt, values };
}
