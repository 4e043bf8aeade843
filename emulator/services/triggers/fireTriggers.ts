import type { Workspace } from '../../store/model.ts';
import type { TriggerRun } from '../../store/pipelineRuns.ts';
import { idOf } from '../../store/ids.ts';
import { artifactsOf, propertiesOf } from '../artifacts/artifactDocuments.ts';
import type { Context } from '../context.ts';
import { objectsOf, textOf } from '../pipelines/planRun.ts';
import { startRun } from '../pipelines/startRun.ts';
import { isObject, type JsonObject } from '../requestBody.ts';
import { occurrences } from './occurrences.ts';

/** How far back a trigger has fired that was started before anybody looked, in milliseconds: a week. */
const history = 7 * 24 * 60 * 60 * 1000;

/** Whether a trigger is to fire. */
export function isStarted(trigger: JsonObject): boolean {
  return trigger['runtimeState'] === 'Started';
}

/**
 * Begins what started triggers have begun since anybody looked last. Asked before runs are told, so that no timer is
 * needed; everything about these runs follows from names and times, so that it does not matter when.
 */
export function fireTriggers(context: Context, workspace: Workspace): void {
  const now = context.clock();
  const { runs } = workspace.work();
  for (const resource of artifactsOf(context, workspace, 'triggers')) {
    const trigger = propertiesOf(resource);
    if (!isStarted(trigger)) continue;
    const key = resource.name.toLowerCase();
    const after = runs.firedUntil.get(key) ?? now - history;
    runs.firedUntil.set(key, now);
    for (const time of occurrences(trigger, after, now)) fire(context, workspace, resource.name, trigger, time);
  }
}

/** One run of a trigger, with those of its pipelines. @param rerun of an earlier one: same pipelines, same groups */
export function fire(
  context: Context,
  workspace: Workspace,
  triggerName: string,
  trigger: JsonObject,
  scheduledAt: number,
  { firedAt = scheduledAt, again }: { readonly firedAt?: number; readonly again?: TriggerRun } = {},
): TriggerRun {
  const { runs } = workspace.work();
  const key = [workspace.name, triggerName, String(scheduledAt), String(firedAt)];
  const id = `0858${idOf('trigger run', ...key)
    .replaceAll('-', '')
    .slice(0, 24)
    .toUpperCase()}CU00`;
  const pipelineOf = (name: string): JsonObject | undefined => {
    const pipeline = artifactsOf(context, workspace, 'pipelines').get(name);
    return pipeline && propertiesOf(pipeline);
  };
  const started = wantedRuns(trigger).flatMap(({ pipelineName, parameters }) => {
    const pipeline = pipelineOf(pipelineName);
    if (pipeline === undefined) return [];
    let count = 0;
    const run = startRun(
      context,
      workspace,
      {
        pipelineName,
        pipeline,
        given: parameters,
        invokedBy: { id, name: triggerName, invokedByType: String(trigger['type']) },
        startsAt: firedAt,
        groupId: again && runs.pipelines.get(again.pipelines[pipelineName] ?? '')?.groupId,
        newId: () => idOf('run', ...key, pipelineName, String((count += 1))),
        pace: (name) => minutes(...key, pipelineName, name),
      },
      pipelineOf,
    );
    return [[pipelineName, run.runId] as const];
  });
  const run: TriggerRun = {
    id,
    triggerName,
    triggerType: String(trigger['type']),
    firedAt,
    scheduledAt,
    pipelines: Object.fromEntries(started),
  };
  runs.triggers.set(id, run);
  return run;
}

/** Windows begin one pipeline, schedules any number. */
function wantedRuns(trigger: JsonObject): { readonly pipelineName: string; readonly parameters: JsonObject }[] {
  return [...objectsOf(trigger['pipelines']), ...objectsOf([trigger['pipeline']])].map((each) => ({
    pipelineName: isObject(each['pipelineReference']) ? textOf(each['pipelineReference']['referenceName']) : '',
    parameters: isObject(each['parameters']) ? each['parameters'] : {},
  }));
}

/** What an activity of a scheduled run takes: one to four minutes, always the same for the same one. */
function minutes(...name: readonly string[]): number {
  return 60_000 + (parseInt(idOf(...name).slice(0, 4), 16) % 180) * 1000;
}
