import type { Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import { found } from '../../resources/shapes.ts';
import type { Workspace } from '../../store/model.ts';
import { permitted } from '../accessControl/rights.ts';
import { artifactVersions } from '../apiVersions.ts';
import { propertiesOf } from '../artifacts/artifactDocuments.ts';
import { sparkJobDefinitions } from '../artifacts/artifactGroups.ts';
import { acceptedArtifact, operationScope } from '../artifacts/artifactOperations.ts';
import type { Context } from '../context.ts';
import { objectBody, objectMember, stringMember, type JsonObject } from '../requestBody.ts';
import { jobBody } from './jobBodies.ts';
import { checkRequest, notFound, planned } from './livyRequests.ts';

/**
 * Running a Spark job definition, stored or sent along: specification `sparkJobDefinitions.json`; nobody recorded it. The operation
 * ends with the job, as the example there shows.
 */
export function jobDefinitionActionRoutes(context: Context): Route[] {
  const { clock, operations } = context;
  const common = { service: 'workspace', apiVersions: artifactVersions, method: 'POST' } as const;

  /** @param properties of the definition */
  function run(call: Call, workspace: Workspace, properties: JsonObject): Reply {
    const poolName = stringMember(objectMember(properties, 'targetBigDataPool') ?? {}, 'referenceName') ?? '';
    permitted(call, context, 'bigDataPools/useCompute/action', `workspaces/${workspace.name}/bigDataPools/${poolName}`);
    const pool = workspace.bigDataPools.get(poolName);
    if (pool === undefined) throw notFound(`The Spark pool '${poolName}' does not exist.`);
    const request = objectMember(properties, 'jobProperties') ?? {};
    checkRequest(request, ['file']);
    const named = { name: 'Spark job', ...request };
    const { sparkJobs } = workspace.work();
    const plan = planned(call, context, { workspace, poolName: pool.name, type: 'SparkBatch', request: named });
    const [now, { duration }] = [clock(), operations];
    const times = { startsAt: now + duration / 4, runsAt: now + duration / 2, endsAt: now + duration };
    const job = sparkJobs.add({ ...plan, ...times });
    const operation = operations.start({
      scopePath: operationScope(workspace),
      fails: call.operationFails,
      succeeded: () => undefined,
      failed: () => undefined,
      result: () => ({ status: 200, body: jobBody(workspace, job, clock(), 'executed') }),
    });
    const body = jobBody(workspace, job, clock(), 'executed');
    return acceptedArtifact(operation, { call, workspace, body, retryAfter: operations.retryAfter });
  }

  return [
    route({
      ...common,
      operationId: 'SparkJobDefinition_ExecuteSparkJobDefinition',
      path: '/sparkJobDefinitions/{sparkJobDefinitionName}/execute',
      handle: (call) => {
        const place = sparkJobDefinitions.parent.find(call, context, 'read');
        const { resource } = found(sparkJobDefinitions, place, call.parameters.sparkJobDefinitionName);
        return run(call, place.workspace, propertiesOf(resource));
      },
    }),
    route({
      ...common,
      operationId: 'SparkJobDefinition_DebugSparkJobDefinition',
      path: '/debugSparkJobDefinition',
      handle: (call) => {
        const workspace = permitted(call, context, 'read');
        return run(call, workspace, objectMember(objectBody(call.request), 'properties') ?? {});
      },
    }),
  ];
}
