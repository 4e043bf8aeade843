import type { Reply } from '../../http/exchange.ts';
import { route, type Route } from '../../http/routes.ts';
import type { SparkJob } from '../../store/sparkJobs.ts';
import type { Context } from '../context.ts';
import { jobBody, jobHeaders } from './jobBodies.ts';
import { addressedPool, findJob, isDetailed, jobsPage, newJob, refused, type PoolCall } from './livyRequests.ts';
import { jobState } from './jobState.ts';

const all = '/livyApi/versions/{livyApiVersion}/sparkPools/{sparkPoolName}/sessions';
const one = `${all}/{sessionId}` as const;
const type = 'SparkSession';

/** Interactive sessions: specification `sparkJob.json`. A session that nobody asks anything ends after twenty minutes. */
export function sparkSessionRoutes(context: Context): Route[] {
  const { clock } = context;
  const common = { service: 'workspace', apiVersions: [] } as const;

  const shown = (call: PoolCall, session: SparkJob, workspace: Parameters<typeof jobBody>[0]): Reply => {
    const now = clock();
    return { status: 200, headers: jobHeaders(session, now), body: jobBody(workspace, session, now, isDetailed(call)) };
  };

  return [
    route({
      ...common,
      operationId: 'SparkSession_GetSparkSessions',
      method: 'GET',
      path: all,
      handle: (call) => {
        const { workspace, pool } = addressedPool(call, context, 'read');
        const sessions = workspace
          .work()
          .sparkJobs.of(pool.name)
          .filter((job) => job.type === type);
        return jobsPage(call, sessions, (job) => jobBody(workspace, job, clock(), isDetailed(call)));
      },
    }),
    route({
      ...common,
      operationId: 'SparkSession_CreateSparkSession',
      method: 'POST',
      path: all,
      handle: (call) => {
        const addressed = addressedPool(call, context, 'run');
        const { workspace } = addressed;
        return shown(call, workspace.work().sparkJobs.add(newJob(call, context, addressed, type)), workspace);
      },
    }),
    route({
      ...common,
      operationId: 'SparkSession_GetSparkSession',
      method: 'GET',
      path: one,
      handle: (call) => {
        const { workspace, pool } = addressedPool(call, context, 'read');
        return shown(call, findJob(workspace, pool, type, call.parameters.sessionId), workspace);
      },
    }),
    route({
      ...common,
      operationId: 'SparkSession_CancelSparkSession',
      method: 'DELETE',
      path: one,
      handle: (call) => {
        const { workspace, pool } = addressedPool(call, context, 'run');
        findJob(workspace, pool, type, call.parameters.sessionId).cancelledAt ??= clock();
        return { status: 200 };
      },
    }),
    route({
      ...common,
      operationId: 'SparkSession_ResetSparkSessionTimeout',
      method: 'PUT',
      path: `${one}/reset-timeout`,
      handle: (call) => {
        const { workspace, pool } = addressedPool(call, context, 'run');
        const session = findJob(workspace, pool, type, call.parameters.sessionId);
        requireAlive(session, clock());
        session.usedAt = Math.max(session.usedAt, clock());
        return { status: 200 };
      },
    }),
  ];
}

/** @throws ServiceError 400 for a session that has ended */
export function requireAlive(session: SparkJob, now: number): void {
  const { endedAt, livy } = jobState(session, now);
  if (endedAt !== undefined) throw refused(`The session ${String(session.id)} has ended: ${livy}.`);
}
