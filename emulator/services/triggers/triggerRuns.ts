import { route, type Call, type Route } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import type { Workspace } from '../../store/model.ts';
import type { PipelineRun, TriggerRun } from '../../store/pipelineRuns.ts';
import { permitted } from '../accessControl/rights.ts';
import { artifactVersions } from '../apiVersions.ts';
import { artifactsOf, propertiesOf } from '../artifacts/artifactDocuments.ts';
import type { Context } from '../context.ts';
import { cancelRun } from '../pipelines/pipelineRuns.ts';
import { triggerRunOperands, triggerRunRow } from '../pipelines/runBodies.ts';
import { answerQuery } from '../pipelines/runQueries.ts';
import { fire, fireTriggers } from './fireTriggers.ts';

/** Runs of triggers: specification `triggers.json`; nobody recorded them. */
export function triggerRunRoutes(context: Context): Route[] {
  const { clock } = context;
  const common = { service: 'workspace', apiVersions: artifactVersions, method: 'POST' } as const;

  function runOf(
    workspace: Workspace,
    { parameters: { triggerName, runId } }: Call<'triggerName' | 'runId'>,
  ): TriggerRun {
    fireTriggers(context, workspace);
    const run = workspace.work().runs.triggers.get(runId);
    if (run?.triggerName.toLowerCase() === triggerName.toLowerCase()) return run;
    const text = `The trigger '${triggerName}' has no run '${runId}'.`;
    throw new ServiceError(404, 'TriggerRunNotFound', text);
  }

  return [
    route({
      ...common,
      operationId: 'TriggerRun_QueryTriggerRunsByWorkspace',
      path: '/queryTriggerRuns',
      handle: (call) => {
        const workspace = permitted(call, context, 'pipelines/viewOutputs/action');
        fireTriggers(context, workspace);
        const rows = [...workspace.work().runs.triggers].map((run) =>
          triggerRunRow(run, pipelineRunsOf(workspace, run), clock()),
        );
        return answerQuery(call, context, triggerRunOperands, rows);
      },
    }),
    route({
      ...common,
      operationId: 'TriggerRun_RerunTriggerInstance',
      path: '/triggers/{triggerName}/triggerRuns/{runId}/rerun',
      handle: (call) => {
        const { workspaceName = '' } = call.request.addressed;
        const scope = `workspaces/${workspaceName}/credentials/WorkspaceSystemIdentity`;
        const workspace = permitted(call, context, 'credentials/useSecret/action', scope);
        const again = runOf(workspace, call);
        const trigger = artifactsOf(context, workspace, 'triggers').get(again.triggerName);
        if (trigger === undefined) {
          const text = `The trigger '${again.triggerName}' is not there any more.`;
          throw new ServiceError(404, 'TriggerNotFound', text);
        }
        fire(context, workspace, trigger.name, propertiesOf(trigger), again.scheduledAt, { firedAt: clock(), again });
        return { status: 200 };
      },
    }),
    route({
      ...common,
      operationId: 'TriggerRun_CancelTriggerInstance',
      path: '/triggers/{triggerName}/triggerRuns/{runId}/cancel',
      handle: (call) => {
        const workspace = permitted(call, context, 'cancelPipelineRun/action');
        const now = clock();
        for (const run of pipelineRunsOf(workspace, runOf(workspace, call))) cancelRun(workspace, run, now, true);
        return { status: 200 };
      },
    }),
  ];
}

function pipelineRunsOf(workspace: Workspace, { pipelines }: TriggerRun): PipelineRun[] {
  return Object.values(pipelines).flatMap((id) => workspace.work().runs.pipelines.get(id) ?? []);
}
