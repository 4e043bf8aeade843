import { queryParameter } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import { spokenOf } from '../../resources/shapes.ts';
import { idOf } from '../../store/ids.ts';
import type { Workspace } from '../../store/model.ts';
import type { PipelineRun } from '../../store/pipelineRuns.ts';
import { permitted } from '../accessControl/rights.ts';
import { artifactVersions } from '../apiVersions.ts';
import { artifactsOf, propertiesOf } from '../artifacts/artifactDocuments.ts';
import { pipelines } from '../artifacts/artifactGroups.ts';
import type { Context } from '../context.ts';
import type { JsonObject } from '../requestBody.ts';
import { workspaceId } from '../resourceManager/resourceIds.ts';
import { findRun } from './pipelineRuns.ts';
import { optionalBody } from './runQueries.ts';
import { checkParameters, startRun } from './startRun.ts';

/**
 * Starting a pipeline: specification `pipelines.json`, recording azure-cli.pipeline.json. Documented: it takes the use of the
 * workspace's credential, and no right to read or write pipelines.
 */
export function pipelineActionRoutes(context: Context): Route[] {
  return [
    route({
      service: 'workspace',
      apiVersions: artifactVersions,
      operationId: 'Pipeline_CreatePipelineRun',
      method: 'POST',
      path: '/pipelines/{pipelineName}/createRun',
      handle: (call) => {
        const { request, caller, parameters } = call;
        const { workspaceName = '' } = request.addressed;
        const scope = `workspaces/${workspaceName}/credentials/WorkspaceSystemIdentity`;
        const workspace = permitted(call, context, 'credentials/useSecret/action', scope);
        const pipelineOf = (name: string): JsonObject | undefined => {
          const found = artifactsOf(context, workspace, 'pipelines').get(name);
          return found && propertiesOf(found);
        };
        const pipeline = pipelineOf(parameters.pipelineName);
        if (pipeline === undefined) {
          const place = { call, context, workspace, owner: workspace, id: workspaceId(workspace) };
          const spoken = spokenOf(pipelines, place, parameters.pipelineName);
          throw (pipelines.dialect.unknown ?? pipelines.dialect.notFound)(spoken);
        }
        const earlier = earlierRun(call, workspace, context.clock());
        // A rerun takes the parameters of the run before (specification).
        const given = earlier?.parameters ?? optionalBody(call);
        checkParameters(pipeline, given);
        const now = context.clock();
        const { name = parameters.pipelineName } =
          artifactsOf(context, workspace, 'pipelines').get(parameters.pipelineName) ?? {};
        const run = startRun(
          context,
          workspace,
          {
            pipelineName: name,
            pipeline,
            given,
            invokedBy: {
              id: idOf('manual', caller.objectId).replaceAll('-', ''),
              name: 'Manual',
              invokedByType: 'Manual',
            },
            startsAt: now,
            groupId: isRecovery(call) ? earlier?.groupId : undefined,
            failure: call.operationFails ? 'The run was made to fail by a fault rule.' : undefined,
          },
          pipelineOf,
        );
        return { status: 202, body: { runId: run.runId } };
      },
    }),
  ];
}

function earlierRun(
  { request, parameters }: Call<'pipelineName'>,
  workspace: Workspace,
  now: number,
): PipelineRun | undefined {
  const id = queryParameter(request, 'referencePipelineRunId');
  return id ? findRun(workspace, id, now, parameters.pipelineName) : undefined;
}

/** Then the runs belong to one group. */
function isRecovery({ request }: Call): boolean {
  return queryParameter(request, 'isRecovery')?.toLowerCase() === 'true';
}
