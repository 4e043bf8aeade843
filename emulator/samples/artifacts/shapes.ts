import type { NewResource } from '../../store/resources.ts';

/** Artifacts of a workspace, by the path of their type and by their names: each with its `properties`. */
export type SampleArtifacts = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** What a workspace asks for its artifacts. */
export function artifactsFrom(artifacts: () => SampleArtifacts): (path: string) => NewResource[] {
  return (path) =>
    Object.entries(artifacts()[path] ?? {}).map(([name, properties]) => ({ name, members: { properties } }));
}

const session = { driverMemory: '28g', driverCores: 4, executorMemory: '28g', executorCores: 4, numExecutors: 2 };

/** A notebook as the service keeps it (recording azure-cli.notebook.json). @param cells code, or text after a `# ` */
export function notebook(
  { pool, folder, description = null }: { pool?: string; folder?: string; description?: string | null },
  ...cells: readonly string[]
): object {
  return {
    nbformat: 4,
    nbformat_minor: 2,
    entityState: null,
    renameOperationDetails: null,
    ...(pool !== undefined && { bigDataPool: { referenceName: pool, type: 'BigDataPoolReference' } }),
    targetSparkConfiguration: null,
    sessionProperties: { ...session, conf: null, runAsWorkspaceSystemIdentity: false },
    metadata: {
      language_info: { name: 'python' },
      kernelspec: { name: 'synapse_pyspark', display_name: 'Synapse PySpark' },
      a365ComputeOptions: null,
      sessionKeepAliveTimeout: 30,
    },
    cells: cells.map((source) => ({
      cell_type: source.startsWith('# ') ? 'markdown' : 'code',
      metadata: {},
      source: source.split(/(?<=\n)/),
      ...(source.startsWith('# ') ? {} : { outputs: [], execution_count: null }),
    })),
    ...(folder !== undefined && { folder: { name: folder } }),
    description,
  };
}

/** Activities that only steer, and one that the specification takes for such; they have no policy. */
const control = new Set(['ExecutePipeline', 'Fail', 'ForEach', 'SqlPoolStoredProcedure', 'Wait']);

const policy = {
  timeout: '0.12:00:00',
  retry: 0,
  retryIntervalInSeconds: 30,
  secureOutput: false,
  secureInput: false,
};

/** An activity that follows others. @param after names, with the condition where it is not success: `Copy:Failed` */
export function activity(type: string, name: string, typeProperties: object, ...after: readonly string[]): object {
  return {
    name,
    type,
    dependsOn: after.map((each) => {
      const [on, condition = 'Succeeded'] = each.split(':');
      return { activity: on, dependencyConditions: [condition] };
    }),
    ...(!control.has(type) && { policy }),
    userProperties: [],
    typeProperties,
  };
}

export function pipeline(
  { folder, parameters, description }: { folder?: string; parameters?: object; description?: string },
  ...activities: readonly object[]
): object {
  return {
    ...(description !== undefined && { description }),
    activities,
    ...(parameters && { parameters }),
    ...(folder !== undefined && { folder: { name: folder } }),
    annotations: [],
    lastPublishTime: '2024-03-18T14:02:11Z',
  };
}

/** @param recurrence frequency, interval, schedule @param pipelines with their parameters */
export function schedule(
  state: 'Started' | 'Stopped',
  recurrence: object,
  pipelines: Readonly<Record<string, object>>,
  description?: string,
): object {
  return {
    ...(description !== undefined && { description }),
    annotations: [],
    runtimeState: state,
    pipelines: Object.entries(pipelines).map(([name, parameters]) => ({
      pipelineReference: reference(name, 'Pipeline'),
      parameters,
    })),
    type: 'ScheduleTrigger',
    typeProperties: { recurrence: { startTime: '2024-01-08T00:00:00Z', timeZone: 'UTC', ...recurrence } },
  };
}

export function reference(
  name: string,
  type: 'Pipeline' | 'Notebook' | 'Dataset' | 'LinkedService' | 'DataFlow',
): object {
  return { referenceName: name, type: `${type}Reference` };
}

export function copy(name: string, source: string, sink: string, from: string, to: string, ...after: string[]): object {
  return {
    ...activity('Copy', name, { source: { type: source }, sink: { type: sink } }, ...after),
    inputs: [reference(from, 'Dataset')],
    outputs: [reference(to, 'Dataset')],
  };
}

export function sparkJobDefinition(pool: string, file: string, more: object = {}): object {
  const jobProperties = { name: file.replace(/^.*\//, ''), file, conf: {}, args: [], jars: [], files: [], ...session };
  return {
    targetBigDataPool: { referenceName: pool, type: 'BigDataPoolReference' },
    requiredSparkVersion: '3.4',
    language: 'python',
    jobProperties,
    ...more,
  };
}

export function library(workspace: string, name: string): object {
  return {
    name,
    path: `${workspace}/libraries/${name}`,
    containerName: 'prep',
    uploadedTimestamp: '2024-03-12T08:01:17.6570000+00:00',
    type: name.replace(/^.*\./, ''),
    provisioningStatus: 'Succeeded',
    creatorId: '00000000-0000-0000-0000-000000000000',
  };
}
