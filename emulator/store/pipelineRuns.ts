import { CaseInsensitiveMap } from './caseInsensitiveMap.ts';

/** What happens in a run, planned; all times are milliseconds since 1970. */
export interface ActivityRun {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly outcome: 'Succeeded' | 'Failed';
  readonly error?: { readonly errorCode: string; readonly message: string };
  readonly input: unknown;
  readonly output: unknown;
}

/** A run of a pipeline, planned from its beginning to its end: what it is at a moment follows from the times. */
export interface PipelineRun {
  readonly runId: string;
  /** Reruns of a run share it. */
  readonly groupId: string;
  readonly pipelineName: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly invokedBy: { readonly id: string; readonly name: string; readonly invokedByType: string };
  readonly annotations: readonly unknown[];
  /** `runDimension` */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly outcome: 'Succeeded' | 'Failed';
  readonly message: string;
  readonly activities: readonly ActivityRun[];
  /** Runs that this one's activities start. */
  readonly children: readonly string[];
  cancelledAt?: number;
}

/** A trigger that has fired. */
export interface TriggerRun {
  readonly id: string;
  readonly triggerName: string;
  readonly triggerType: string;
  readonly firedAt: number;
  readonly scheduledAt: number;
  /** Run ids by pipeline. */
  readonly pipelines: Readonly<Record<string, string>>;
}

/** The runs of a workspace, of pipelines and of triggers. They outlive what they are runs of. */
export class Runs {
  readonly pipelines = new CaseInsensitiveMap<PipelineRun>();
  readonly triggers = new CaseInsensitiveMap<TriggerRun>();
  /** Up to when each started trigger has fired, by its name in lower case; milliseconds since 1970. */
  readonly firedUntil = new Map<string, number>();
  readonly subscribed = new Set<string>();
}
