import { queryParameter, type Reply } from '../../http/exchange.ts';
import type { Call } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import type { BigDataPool, Workspace } from '../../store/model.ts';
import type { NewSparkJob, SparkJob } from '../../store/sparkJobs.ts';
import { directoryOf, permitted } from '../accessControl/rights.ts';
import type { Context } from '../context.ts';
import { objectBody, type JsonObject } from '../requestBody.ts';

export type PoolCall = Call<'livyApiVersion' | 'sparkPoolName'>;

/** In the path, where other operations have their api-version in the query; the specifications' examples name both. */
const livyVersions = ['2019-11-01-preview', '2020-12-01'];

/**
 * The pool that is addressed, for somebody who may read its jobs (any role) or run them (documentation of the roles
 * that common tasks need).
 *
 * @throws ServiceError 400, 403 or 404
 */
export function addressedPool(
  call: PoolCall,
  context: Context,
  to: 'read' | 'run',
): { readonly workspace: Workspace; readonly pool: BigDataPool } {
  const { livyApiVersion, sparkPoolName } = call.parameters;
  const { workspaceName = '' } = call.request.addressed;
  const workspace =
    to === 'read'
      ? permitted(call, context, 'read')
      : permitted(
          call,
          context,
          'bigDataPools/useCompute/action',
          `workspaces/${workspaceName}/bigDataPools/${sparkPoolName}`,
        );
  if (!livyVersions.includes(livyApiVersion)) throw refused(`There is no version '${livyApiVersion}' of the Livy API.`);
  const pool = workspace.bigDataPools.get(sparkPoolName);
  if (pool === undefined) throw notFound(`The Spark pool '${sparkPoolName}' does not exist.`);
  return { workspace, pool };
}

/** @throws ServiceError 404 */
export function findJob(workspace: Workspace, pool: BigDataPool, type: SparkJob['type'], id: string): SparkJob {
  const job = workspace
    .work()
    .sparkJobs.of(pool.name)
    .find((each) => each.type === type && String(each.id) === id);
  if (job === undefined) throw notFound(`${type} with id ${id} does not exist in the Spark pool '${pool.name}'.`);
  return job;
}

const memory = /^\d+[kmgt]b?$/i;

/** Jobs on a page. */
const largest = 20;

/** A new job as it is asked for. @throws ServiceError 400 for one that could not run, or a pool that is not ready */
export function newJob(
  call: PoolCall,
  context: Context,
  { workspace, pool }: { readonly workspace: Workspace; readonly pool: BigDataPool },
  type: SparkJob['type'],
): NewSparkJob {
  const request = objectBody(call.request);
  checkRequest(request, type === 'SparkBatch' ? ['name', 'file'] : ['name']);
  if (pool.properties.provisioningState !== 'Succeeded') {
    throw refused(`The Spark pool '${pool.name}' is not ready: ${pool.properties.provisioningState}.`);
  }
  return planned(call, context, { workspace, poolName: pool.name, type, request });
}

/** A job that begins now: it waits, starts and runs for about an operation's time each. */
export function planned(
  { caller, operationFails }: Call,
  context: Context,
  {
    workspace,
    poolName,
    type,
    request,
  }: {
    readonly workspace: Workspace;
    readonly poolName: string;
    readonly type: SparkJob['type'];
    readonly request: JsonObject;
  },
): NewSparkJob {
  const now = context.clock();
  const { duration } = context.operations;
  const name = directoryOf(workspace, context).get(caller.objectId)?.displayName;
  return {
    type,
    poolName,
    request,
    submitter: { id: caller.objectId, ...(name !== undefined && { name }) },
    submittedAt: now,
    startsAt: now + duration / 2,
    runsAt: now + duration,
    endsAt: type === 'SparkBatch' ? now + 2 * duration : Infinity,
    fails: operationFails,
  };
}

/** @param needed texts that must be there @throws ServiceError 400 for what Spark could not be started with */
export function checkRequest(request: JsonObject, needed: readonly string[]): void {
  for (const name of needed) {
    if (typeof request[name] !== 'string' || request[name] === '') throw refused(`'${name}' is required.`);
  }
  for (const name of ['driverMemory', 'executorMemory']) {
    const value = request[name] ?? '1g';
    if (typeof value !== 'string' || !memory.test(value)) throw refused(`'${name}' must be a size such as 28g.`);
  }
  for (const name of ['driverCores', 'executorCores', 'numExecutors']) {
    const value = request[name] ?? 1;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
      throw refused(`'${name}' must be a whole number.`);
    }
  }
}

/** A page, oldest first, at most twenty; `total` counts what is in it (recording azure-cli.spark_job.json). */
export function jobsPage(call: PoolCall, jobs: readonly SparkJob[], body: (job: SparkJob) => object): Reply {
  const from = wholeNumber(call, 'from') ?? 0;
  const size = Math.min(wholeNumber(call, 'size') ?? largest, largest);
  const sessions = jobs.slice(from, from + size).map(body);
  return { status: 200, body: { from, total: sessions.length, sessions } };
}

export function isDetailed({ request }: Call): boolean {
  return queryParameter(request, 'detailed')?.toLowerCase() === 'true';
}

function wholeNumber({ request }: Call, name: string): number | undefined {
  const text = queryParameter(request, name);
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw refused(`'${name}' must be a whole number, not '${text}'.`);
}

export function refused(message: string): ServiceError {
  return new ServiceError(400, 'BadRequest', message, { flat: true });
}

export function notFound(message: string): ServiceError {
  return new ServiceError(404, 'NotFound', message, { flat: true });
}
