import type { ActivityRun } from '../../store/pipelineRuns.ts';
import { isObject, type JsonObject } from '../requestBody.ts';

/** What a plan is made with. */
export interface Planning {
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  /** Milliseconds that an activity takes which says nothing itself. */
  pace(name: string, type: string): number;
  newId(): string;
  /** Begins the run of another pipeline; undefined where there is none of that name. */
  runPipeline(name: string, startsAt: number): Ended | undefined;
  /** Why the first activity fails, if it shall. */
  readonly failure?: string | undefined;
}

export interface Ended {
  readonly runId: string;
  readonly endsAt: number;
  readonly outcome: 'Succeeded' | 'Failed';
}

export interface Plan {
  readonly activities: readonly ActivityRun[];
  readonly children: readonly string[];
  readonly endsAt: number;
  /** Why the run fails; undefined where it succeeds. */
  readonly failure: string | undefined;
}

interface Ending {
  readonly endsAt: number;
  readonly outcome: 'Succeeded' | 'Failed' | 'Skipped';
}

/** These do nothing that takes time. */
const quick = new Set(['SetVariable', 'AppendVariable', 'Filter', 'Fail']);

/**
 * When each activity of a pipeline begins and how it ends: each waits for what it depends on, and is left out where its
 * conditions are not met (documentation of Azure Data Factory: activity dependencies). Nothing is really run, so
 * expressions are not computed: what is in a loop runs once, of a condition the first branch that holds anything.
 */
export function planRun(activities: unknown, planning: Planning): Plan {
  const wanted = objectsOf(activities);
  const runs: ActivityRun[] = [];
  const children: string[] = [];
  const endings = new Map<string, Ending>();
  let { failure } = planning;

  function runOne(activity: JsonObject, startsAt: number): Ending {
    const [name, type] = [textOf(activity['name']), textOf(activity['type'])];
    const properties = isObject(activity['typeProperties']) ? activity['typeProperties'] : {};
    const run = { id: planning.newId(), name, type, startsAt, input: inputOf(properties), output: {} };
    const end = (endsAt: number, error?: ActivityRun['error'], output: unknown = {}): Ending => {
      const outcome = error === undefined ? 'Succeeded' : 'Failed';
      runs.push({ ...run, endsAt, outcome, output, ...(error && { error }) });
      return { endsAt, outcome };
    };
    const usual = startsAt + (quick.has(type) ? 0 : planning.pace(name, type));
    if (failure !== undefined) {
      const error = { errorCode: '2500', message: failure };
      failure = undefined;
      return end(usual, error);
    }
    if (type === 'Fail') {
      return end(usual, {
        errorCode: textOf(properties['errorCode']) || '2500',
        message: textOf(properties['message']),
      });
    }
    if (type === 'Wait' && typeof properties['waitTimeInSeconds'] === 'number') {
      return end(startsAt + properties['waitTimeInSeconds'] * 1000);
    }
    if (type === 'ExecutePipeline') return runPipeline(properties, usual, startsAt, end);
    const inner = planRun(innerOf(properties), { ...planning, startsAt, failure: undefined });
    if (inner.activities.length === 0) return end(usual);
    children.push(...inner.children);
    const ending = end(inner.endsAt, inner.failure === undefined ? undefined : innerFailure(inner.failure));
    runs.push(...inner.activities);
    return ending;
  }

  function runPipeline(
    properties: JsonObject,
    usual: number,
    startsAt: number,
    end: (endsAt: number, error?: ActivityRun['error'], output?: unknown) => Ending,
  ): Ending {
    const pipelineName = isObject(properties['pipeline']) ? textOf(properties['pipeline']['referenceName']) : '';
    const child = planning.runPipeline(pipelineName, startsAt);
    if (child === undefined) {
      return end(usual, { errorCode: '2100', message: `The pipeline '${pipelineName}' does not exist.` });
    }
    children.push(child.runId);
    const waits = properties['waitOnCompletion'] !== false;
    const failed = waits && child.outcome === 'Failed' ? innerFailure(`The run ${child.runId} failed.`) : undefined;
    return end(waits ? child.endsAt : usual, failed, { pipelineName, pipelineRunId: child.runId });
  }

  // What depends on itself, or on nothing that is there, never begins.
  let waiting = wanted;
  let left: number;
  do {
    left = waiting.length;
    waiting = waiting.filter((activity) => {
      const before = dependenciesOf(activity).map(({ on, when }) => ({ ending: endings.get(on), when }));
      if (before.some(({ ending }) => ending === undefined)) return true;
      const startsAt = Math.max(planning.startsAt, ...before.map(({ ending }) => ending?.endsAt ?? 0));
      const isMet = before.every(({ ending, when }) => ending !== undefined && meets(ending.outcome, when));
      const name = textOf(activity['name']);
      endings.set(name, isMet ? runOne(activity, startsAt) : { endsAt: startsAt, outcome: 'Skipped' });
      return false;
    });
  } while (waiting.length < left);
  return {
    activities: runs,
    children,
    endsAt: Math.max(planning.startsAt, ...runs.map(({ endsAt }) => endsAt)),
    failure: failureOf(wanted, runs, endings),
  };
}

/** A run fails with an activity that failed, unless another one was there for that case. */
function failureOf(
  wanted: readonly JsonObject[],
  runs: readonly ActivityRun[],
  endings: ReadonlyMap<string, Ending>,
): string | undefined {
  for (const [name, { outcome }] of endings) {
    if (outcome !== 'Failed') continue;
    const isCaught = wanted.some(
      (other) =>
        endings.get(textOf(other['name']))?.outcome === 'Succeeded' &&
        dependenciesOf(other).some(({ on, when }) => on === name && meets('Failed', when)),
    );
    if (isCaught) continue;
    const message = runs.find((run) => run.name === name)?.error?.message ?? '';
    return `Operation on target ${name} failed: ${message}`;
  }
  return undefined;
}

function innerFailure(message: string): ActivityRun['error'] {
  return { errorCode: 'ActionFailed', message };
}

function meets(outcome: Ending['outcome'], conditions: readonly string[]): boolean {
  return conditions.some((condition) => condition === outcome || (condition === 'Completed' && outcome !== 'Skipped'));
}

function dependenciesOf(activity: JsonObject): { readonly on: string; readonly when: readonly string[] }[] {
  return objectsOf(activity['dependsOn']).map(({ activity: on, dependencyConditions: when }) => ({
    on: textOf(on),
    when: Array.isArray(when) ? when.map(textOf) : ['Succeeded'],
  }));
}

/** What an activity is told to do, without what it holds. */
function inputOf(properties: JsonObject): JsonObject {
  const inner = innerOf(properties);
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => inner === undefined || value !== inner));
}

/** What loops and conditions hold. */
function innerOf(properties: JsonObject): unknown {
  const [firstCase] = objectsOf(properties['cases']);
  const held = [
    properties['activities'],
    properties['ifTrueActivities'],
    properties['ifFalseActivities'],
    firstCase?.['activities'],
    properties['defaultActivities'],
  ];
  return held.find((each) => objectsOf(each).length > 0);
}

export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
