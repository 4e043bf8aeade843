import { route, type Route } from '../../http/routes.ts';
import type { Context } from '../context.ts';
import { jobBody, jobHeaders } from './jobBodies.ts';
import { addressedPool, findJob, isDetailed, jobsPage, newJob } from './livyRequests.ts';

const all = '/livyApi/versions/{livyApiVersion}/sparkPools/{sparkPoolName}/batches';
const one = `${all}/{batchId}` as const;
const type = 'SparkBatch';

/** Batch jobs: specification `sparkJob.json`, recording azure-cli.spark_job.json. */
export function sparkBatchRoutes(context: Context): Route[] {
  const { clock } = context;
  const common = { service: 'workspace', apiVersions: [] } as const;
  return [
    route({
      ...common,
      operationId: 'SparkBatch_GetSparkBatchJobs',
      method: 'GET',
      path: all,
      handle: (call) => {
        const { workspace, pool } = addressedPool(call, context, 'read');
        const jobs = workspace
          .work()
          .sparkJobs.of(pool.name)
          .filter((job) => job.type === type);
        return jobsPage(call, jobs, (job) => jobBody(workspace, job, clock(), isDetailed(call)));
      },
    }),
    route({
      ...common,
      operationId: 'SparkBatch_CreateSparkBatchJob',
      method: 'POST',
      path: all,
      handle: (call) => {
        const addressed = addressedPool(call, context, 'run');
        const { workspace } = addressed;
        const job = workspace.work().sparkJobs.add(newJob(call, context, addressed, type));
        const now = clock();
        return { status: 200, headers: jobHeaders(job, now), body: jobBody(workspace, job, now, isDetailed(call)) };
      },
    }),
    route({
      ...common,
      operationId: 'SparkBatch_GetSparkBatchJob',
      method: 'GET',
      path: one,
      handle: (call) => {
        const { workspace, pool } = addressedPool(call, context, 'read');
        const job = findJob(workspace, pool, type, call.parameters.batchId);
        const now = clock();
        return { status: 200, headers: jobHeaders(job, now), body: jobBody(workspace, job, now, isDetailed(call)) };
      },
    }),
    route({
      ...common,
      operationId: 'SparkBatch_CancelSparkBatchJob',
      method: 'DELETE',
      path: one,
      handle: (call) => {
        const { workspace, pool } = addressedPool(call, context, 'run');
        const job = findJob(workspace, pool, type, call.parameters.batchId);
        job.cancelledAt ??= clock();
        return { status: 200 };
      },
    }),
  ];
}
