import { route, type Call, type Route } from '../../http/routes.ts';
import type { SparkJob, SparkStatement } from '../../store/sparkJobs.ts';
import type { Context } from '../context.ts';
import { objectBody, stringMember } from '../requestBody.ts';
import { statementBody } from './jobBodies.ts';
import { statementState } from './jobState.ts';
import { addressedPool, findJob, notFound, refused } from './livyRequests.ts';
import { requireAlive } from './sparkSessions.ts';

const all = '/livyApi/versions/{livyApiVersion}/sparkPools/{sparkPoolName}/sessions/{sessionId}/statements';
const one = `${all}/{statementId}` as const;

/** The specification's, and what the Azure CLI sends for .NET. */
const kinds = ['spark', 'pyspark', 'dotnetspark', 'sparkdotnet', 'sql', 'sparkr'];

/** Code for a session, one after the other: specification `sparkJob.json`. */
export function sparkStatementRoutes(context: Context): Route[] {
  const { clock, operations } = context;
  const common = { service: 'workspace', apiVersions: [] } as const;

  function session(call: Call<'livyApiVersion' | 'sparkPoolName' | 'sessionId'>, to: 'read' | 'run'): SparkJob {
    const { workspace, pool } = addressedPool(call, context, to);
    return findJob(workspace, pool, 'SparkSession', call.parameters.sessionId);
  }

  function statement({ statements }: SparkJob, id: string): SparkStatement {
    const found = statements.find((each) => String(each.id) === id);
    if (found === undefined) throw notFound(`Statement ${id} does not exist.`);
    return found;
  }

  return [
    route({
      ...common,
      operationId: 'SparkSession_GetSparkStatements',
      method: 'GET',
      path: all,
      handle: (call) => {
        const { statements } = session(call, 'read');
        const bodies = statements.map((each) => statementBody(each, clock()));
        return { status: 200, body: { total_statements: bodies.length, statements: bodies } };
      },
    }),
    route({
      ...common,
      operationId: 'SparkSession_CreateSparkStatement',
      method: 'POST',
      path: all,
      handle: (call) => {
        const job = session(call, 'run');
        const now = clock();
        requireAlive(job, now);
        const body = objectBody(call.request);
        const kind = stringMember(body, 'kind') ?? 'spark';
        if (!kinds.includes(kind) && !context.anyNames)
          throw refused(`'kind' must be one of ${kinds.join(', ')}, not '${kind}'.`);
        // It waits for the session and for all that was asked before.
        const startsAt = Math.max(now, job.runsAt, ...job.statements.map(({ endsAt }) => endsAt));
        const added: SparkStatement = {
          id: job.statements.length,
          code: stringMember(body, 'code') ?? '',
          startsAt,
          endsAt: startsAt + operations.duration,
        };
        job.statements.push(added);
        // As recorded: it waits even where nothing has to be waited for.
        return { status: 200, body: { id: added.id, code: added.code, state: 'waiting', output: null } };
      },
    }),
    route({
      ...common,
      operationId: 'SparkSession_GetSparkStatement',
      method: 'GET',
      path: one,
      handle: (call) => ({
        status: 200,
        body: statementBody(statement(session(call, 'read'), call.parameters.statementId), clock()),
      }),
    }),
    route({
      ...common,
      operationId: 'SparkSession_CancelSparkStatement',
      method: 'POST',
      path: `${one}/cancel`,
      handle: (call) => {
        const found = statement(session(call, 'run'), call.parameters.statementId);
        if (statementState(found, clock()) !== 'available') found.cancelledAt ??= clock();
        return { status: 200, body: { msg: 'canceled' } };
      },
    }),
  ];
}
