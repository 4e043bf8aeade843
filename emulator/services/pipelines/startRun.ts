import { randomUUID } from 'node:crypto';
import { ServiceError } from '../../http/serviceError.ts';
import type { Workspace } from '../../store/model.ts';
import type { PipelineRun } from '../../store/pipelineRuns.ts';
import type { Context } from '../context.ts';
import { isObject, type JsonObject } from '../requestBody.ts';
import { planRun, textOf } from './planRun.ts';

/** How a run comes about. */
export interface RunStart {
  readonly pipelineName: string;
  /** `properties` of the pipeline. */
  readonly pipeline: JsonObject;
  readonly given: JsonObject;
  readonly invokedBy: PipelineRun['invokedBy'];
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  /** Of a rerun: that of the run before. */
  readonly groupId?: string | undefined;
  readonly failure?: string | undefined;
  /** Milliseconds of an activity; the operation time by default. */
  readonly pace?: (name: string, type: string) => number;
  readonly newId?: () => string;
  readonly runId?: string;
  /** How many pipelines have called this one. */
  readonly depth?: number;
}

/** A pipeline that calls itself has to end somewhere. */
const deepest = 8;

/** Plans a run and remembers it. @param pipelineOf gives the `properties` of another pipeline */
export function startRun(
  { operations }: Pick<Context, 'operations'>,
  workspace: Workspace,
  start: RunStart,
  pipelineOf: (name: string) => JsonObject | undefined,
): PipelineRun {
  const { pipelineName, pipeline, startsAt, invokedBy, depth = 0, newId = randomUUID } = start;
  const runId = start.runId ?? newId();
  const pace = start.pace ?? (() => operations.duration);
  const plan = planRun(pipeline['activities'], {
    startsAt,
    failure: start.failure,
    newId,
    pace,
    runPipeline: (name, at) => {
      const other = depth < deepest ? pipelineOf(name) : undefined;
      if (other === undefined) return undefined;
      const caller = { id: runId, name: pipelineName, invokedByType: 'PipelineActivity' };
      const more = { pipelineName: name, pipeline: other, given: {}, invokedBy: caller, startsAt: at };
      return startRun({ operations }, workspace, { ...more, depth: depth + 1, pace, newId }, pipelineOf);
    },
  });
  const parameters = parametersOf(pipeline, start.given);
  const run: PipelineRun = {
    runId,
    groupId: start.groupId ?? runId,
    pipelineName,
    parameters,
    dimensions: dimensionsOf(pipeline, parameters),
    invokedBy,
    annotations: Array.isArray(pipeline['annotations']) ? pipeline['annotations'] : [],
    startsAt,
    endsAt: plan.endsAt,
    outcome: plan.failure === undefined ? 'Succeeded' : 'Failed',
    message: plan.failure ?? '',
    activities: plan.activities,
    children: plan.children,
  };
  workspace.work().runs.pipelines.set(runId, run);
  return run;
}

/**
 * What a run may be started with. A parameter without a value is none of it: the specification's example leaves one out.
 *
 * @throws ServiceError 400 for a value of another type than the parameter's
 */
export function checkParameters(pipeline: JsonObject, given: JsonObject): void {
  for (const [name, { type }] of declared(pipeline)) {
    const value = given[name] ?? undefined;
    if (value === undefined || fits(value, String(type))) continue;
    const text = `The pipeline parameter '${name}' must be of type ${String(type)}.`;
    throw new ServiceError(400, 'BadRequest', text);
  }
}

/** As runs tell them: texts as they are, everything else as JSON. */
function parametersOf(pipeline: JsonObject, given: JsonObject): Record<string, string> {
  const defaults = declared(pipeline).map(([name, { defaultValue }]) => [name, defaultValue] as const);
  const values = { ...Object.fromEntries(defaults.filter(([, value]) => value !== undefined)), ...given };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

/** Texts, or values of parameters; other expressions are not computed. */
function dimensionsOf(
  { runDimensions }: JsonObject,
  parameters: Readonly<Record<string, string>>,
): Record<string, string> {
  const wanted = isObject(runDimensions) ? Object.entries(runDimensions) : [];
  return Object.fromEntries(
    wanted.map(([name, value]) => {
      const text = textOf(isObject(value) ? value['value'] : value);
      const [, parameter] = /^@pipeline\(\)\.parameters\.(\w+)$/.exec(text) ?? [];
      return [name, parameter === undefined ? text : (parameters[parameter] ?? '')];
    }),
  );
}

function declared({ parameters }: JsonObject): [name: string, declaration: JsonObject][] {
  if (!isObject(parameters)) return [];
  return Object.entries(parameters).map(([name, value]) => [name, isObject(value) ? value : {}]);
}

/** Expressions come as text or as objects of their own and are not computed; they fit everywhere. */
function fits(value: unknown, type: string): boolean {
  if (typeof value === 'string' || isObject(value)) return true;
  switch (type.toLowerCase()) {
    case 'int':
    case 'float':
      return typeof value === 'number';
    case 'bool':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value);
    default:
      return type.toLowerCase() === 'object' || type.toLowerCase() === 'string';
  }
}
