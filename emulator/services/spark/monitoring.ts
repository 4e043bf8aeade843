import { queryParameter } from '../../http/exchange.ts';
import { route, type Route } from '../../http/routes.ts';
import type { SparkJob } from '../../store/sparkJobs.ts';
import { permitted } from '../accessControl/rights.ts';
import type { Context } from '../context.ts';
import { applicationId } from './jobBodies.ts';
import { jobState, type JobState } from './jobState.ts';
import { refused } from './livyRequests.ts';

const common = { service: 'workspace', apiVersions: ['2020-12-01', '2019-11-01-preview'], method: 'GET' } as const;

/** What Studio's monitoring shows: specification `monitoring.json`; nobody recorded it. */
export function monitoringRoutes(context: Context): Route[] {
  return [
    route({
      ...common,
      operationId: 'Monitoring_GetSparkJobList',
      path: '/monitoring/workloadTypes/spark/Applications',
      handle: (call) => {
        const workspace = permitted(call, context, 'read');
        const jobs = [...workspace.work().sparkJobs].sort((a, b) => b.submittedAt - a.submittedAt);
        const sparkJobs = jobs.map((job) => sparkJobBody(job, context.clock()));
        return { status: 200, body: { nJobs: sparkJobs.length, sparkJobs } };
      },
    }),
    route({
      ...common,
      operationId: 'Monitoring_GetSqlJobQueryString',
      path: '/monitoring/workloadTypes/sql/querystring',
      handle: (call) => {
        permitted(call, context, 'read');
        const skip = queryParameter(call.request, 'skip') ?? '0';
        if (!/^\d{1,9}$/.test(skip)) throw refused(`'skip' must be a whole number, not '${skip}'.`);
        return { status: 200, body: { query: queryText(Number(skip)) } };
      },
    }),
  ];
}

function sparkJobBody(job: SparkJob, now: number): object {
  const state = jobState(job, now);
  const { ranAt, endedAt } = state;
  const until = endedAt ?? now;
  const { name } = job.request;
  const appId = applicationId(job, state);
  return {
    state: shownState(state),
    name,
    submitter: job.submitter.name ?? job.submitter.id,
    compute: job.poolName,
    ...(appId !== null && { sparkApplicationId: appId }),
    livyId: String(job.id),
    timing: [shownState(state), duration(until - job.submittedAt)],
    sparkJobDefinition: null,
    pipeline: [],
    jobType: job.type === 'SparkBatch' ? 'Batch Job' : 'Spark session',
    submitTime: new Date(job.submittedAt).toISOString(),
    ...(endedAt !== undefined && { endTime: new Date(endedAt).toISOString() }),
    queuedDuration: duration((ranAt ?? until) - job.submittedAt),
    runningDuration: duration(ranAt === undefined ? 0 : until - ranAt),
    totalDuration: duration(until - job.submittedAt),
  };
}

function shownState({ result, ranAt, startedAt }: JobState): string {
  if (result !== 'Uncertain') return result;
  return ranAt !== undefined ? 'In Progress' : startedAt !== undefined ? 'Submitting' : 'Queued';
}

/** `3s`, `553h 11m` */
function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${String(seconds)}s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${String(minutes)}m ${String(seconds % 60)}s`
    : `${String(Math.floor(minutes / 60))}h ${String(minutes % 60)}m`;
}

/** A query that a client runs at the SQL endpoint, which the emulator does not play. */
function queryText(skip: number): string {
  return [
    'SELECT r.session_id, s.login_name, r.start_time AS submit_time, r.command, r.total_elapsed_time',
    'FROM sys.dm_exec_requests r JOIN sys.dm_exec_sessions s ON r.session_id = s.session_id',
    `ORDER BY r.start_time DESC OFFSET ${String(skip)} ROWS FETCH NEXT 100 ROWS ONLY`,
  ].join(' ');
}
