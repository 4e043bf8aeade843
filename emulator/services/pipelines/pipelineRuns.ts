import { queryParameter } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import type { Workspace } from '../../store/model.ts';
import type { PipelineRun } from '../../store/pipelineRuns.ts';
import { permitted } from '../accessControl/rights.ts';
import { artifactVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { fireTriggers } from '../triggers/fireTriggers.ts';
import { activityRunOperands, activityRunRow, pipelineRunOperands, pipelineRunRow } from './runBodies.ts';
import { answerQuery } from './runQueries.ts';

/**
 * Runs of pipelines: specification `pipelines.json`, recording azure-cli.pipeline.json. Who may see them is documented as
 * the right to view pipelines' outputs.
 */
export function pipelineRunRoutes(context: Context): Route[] {
  const { clock } = context;
  const common = { service: 'workspace', apiVersions: artifactVersions } as const;

  /** With all that triggers have begun up to now. */
  function seen(call: Call): Workspace {
    const workspace = permitted(call, context, 'pipelines/viewOutputs/action');
    fireTriggers(context, workspace);
    return workspace;
  }

  return [
    route({
      ...common,
      operationId: 'PipelineRun_QueryPipelineRunsByWorkspace',
      method: 'POST',
      path: '/queryPipelineRuns',
      handle: (call) => {
        const workspace = seen(call);
        const now = clock();
        const begun = [...workspace.work().runs.pipelines].filter(({ startsAt }) => startsAt <= now);
        const rows = begun.map((run) => pipelineRunRow(workspace, run, now, isLatest(workspace, run)));
        return answerQuery(call, context, pipelineRunOperands, rows);
      },
    }),
    route({
      ...common,
      operationId: 'PipelineRun_GetPipelineRun',
      method: 'GET',
      path: '/pipelineruns/{runId}',
      handle: (call) => {
        const workspace = seen(call);
        const run = findRun(workspace, call.parameters.runId, clock());
        return { status: 200, body: pipelineRunRow(workspace, run, clock(), isLatest(workspace, run)).body };
      },
    }),
    route({
      ...common,
      operationId: 'PipelineRun_QueryActivityRuns',
      method: 'POST',
      path: '/pipelines/{pipelineName}/pipelineruns/{runId}/queryActivityruns',
      handle: (call) => {
        const workspace = seen(call);
        const now = clock();
        const run = findRun(workspace, call.parameters.runId, now, call.parameters.pipelineName);
        const until = Math.min(now, run.cancelledAt ?? Infinity);
        const begun = run.activities.filter(({ startsAt }) => startsAt <= until);
        return answerQuery(
          call,
          context,
          activityRunOperands,
          begun.map((activity) => activityRunRow(run, activity, now)),
        );
      },
    }),
    route({
      ...common,
      operationId: 'PipelineRun_CancelPipelineRun',
      method: 'POST',
      path: '/pipelineruns/{runId}/cancel',
      handle: (call) => {
        const workspace = permitted(call, context, 'cancelPipelineRun/action');
        const now = clock();
        const isRecursive = queryParameter(call.request, 'isRecursive')?.toLowerCase() === 'true';
        cancelRun(workspace, findRun(workspace, call.parameters.runId, now), now, isRecursive);
        return { status: 200 };
      },
    }),
  ];
}

/** A run that has ended stays as it is. */
export function cancelRun(workspace: Workspace, run: PipelineRun, now: number, isRecursive: boolean): void {
  if (run.endsAt <= now) return;
  run.cancelledAt ??= now;
  if (!isRecursive) return;
  for (const id of run.children) {
    const child = workspace.work().runs.pipelines.get(id);
    if (child !== undefined) cancelRun(workspace, child, now, true);
  }
}

/** @throws ServiceError 404 */
export function findRun(workspace: Workspace, runId: string, now: number, pipelineName?: string): PipelineRun {
  const run = workspace.work().runs.pipelines.get(runId);
  const isMeant = pipelineName === undefined || run?.pipelineName.toLowerCase() === pipelineName.toLowerCase();
  if (run !== undefined && run.startsAt <= now && isMeant) return run;
  throw new ServiceError(404, 'PipelineRunNotFound', `There is no pipeline run '${runId}'.`);
}

function isLatest(workspace: Workspace, run: PipelineRun): boolean {
  for (const other of workspace.work().runs.pipelines) {
    if (other.groupId === run.groupId && other.startsAt > run.startsAt) return false;
  }
  return true;
}
