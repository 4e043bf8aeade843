import type {
  BigDataPoolResourceInfo,
  BigDataPoolResourceProperties,
} from '../../api/synapse/bigDataPools.generated.ts';

/** How many nodes a pool has: always as many, or as many as its jobs need. */
export type Nodes =
  | { readonly scaling: 'fixed'; readonly count: number }
  | { readonly scaling: 'automatic'; readonly least: number; readonly most: number };

/** The settings of a Spark pool that can be changed here. */
export interface SparkPoolSettings {
  /** As the service writes it, `Small`; undefined where it does not tell. */
  readonly nodeSize: string | undefined;
  readonly nodes: Nodes;
  /** Idle minutes after which it pauses. */
  readonly pause: number | 'never';
}

/** What is to become different; absent members stay as they are. */
export type SparkPoolChange = { -readonly [Name in keyof SparkPoolSettings]?: NonNullable<SparkPoolSettings[Name]> };

export function settingsOf({ properties = {} }: BigDataPoolResourceInfo): SparkPoolSettings {
  const { nodeSize, nodeCount = 0, autoScale, autoPause } = properties;
  return {
    nodeSize,
    nodes:
      autoScale?.enabled === true
        ? { scaling: 'automatic', least: autoScale.minNodeCount ?? 0, most: autoScale.maxNodeCount ?? 0 }
        : { scaling: 'fixed', count: nodeCount },
    pause: autoPause?.enabled === true ? (autoPause.delayInMinutes ?? 0) : 'never',
  };
}

/** The settings after a change. */
export function changed(settings: SparkPoolSettings, change: SparkPoolChange): SparkPoolSettings {
  return { ...settings, ...change };
}

export function sameSettings(one: SparkPoolSettings, other: SparkPoolSettings): boolean {
  return JSON.stringify(parts(one)) === JSON.stringify(parts(other));
}

function parts({ nodeSize, nodes, pause }: SparkPoolSettings): unknown[] {
  return [nodeSize, nodes.scaling, ...(nodes.scaling === 'fixed' ? [nodes.count] : [nodes.least, nodes.most]), pause];
}

/** Whether the pool runs on machines of its own; such a pool has one node size, and no other pool has that one. */
export function isIsolated({ properties }: BigDataPoolResourceInfo): boolean {
  return properties?.isComputeIsolationEnabled === true;
}

/**
 * The body of a PUT that makes the change. PUT replaces the whole pool, so everything that the service told goes back,
 * also what we do not know; only its own remarks (`readOnly` in the specification bigDataPool.json, and the provisioning
 * state) stay out. A range that is switched off is zeros, as recorded (azure-cli.spark_pool).
 */
export function changedPool(pool: BigDataPoolResourceInfo, change: SparkPoolChange): BigDataPoolResourceInfo {
  const { id: _id, name: _name, type: _type, properties = {}, ...kept } = pool;
  return { ...kept, properties: { ...writable(properties), ...changedProperties(change) } };
}

function changedProperties({ nodeSize, nodes, pause }: SparkPoolChange): BigDataPoolResourceProperties {
  return {
    ...(nodeSize !== undefined && { nodeSize }),
    ...(nodes?.scaling === 'fixed' && {
      nodeCount: nodes.count,
      autoScale: { enabled: false, minNodeCount: 0, maxNodeCount: 0 },
    }),
    ...(nodes?.scaling === 'automatic' && {
      autoScale: { enabled: true, minNodeCount: nodes.least, maxNodeCount: nodes.most },
    }),
    ...(pause !== undefined && {
      autoPause: pause === 'never' ? { enabled: false, delayInMinutes: 0 } : { enabled: true, delayInMinutes: pause },
    }),
  };
}

function writable(properties: BigDataPoolResourceProperties): BigDataPoolResourceProperties {
  const {
    creationDate: _creationDate,
    lastSucceededTimestamp: _lastSucceededTimestamp,
    provisioningState: _provisioningState,
    libraryRequirements,
    sparkConfigProperties,
    customLibraries,
    ...kept
  } = properties;
  return {
    ...kept,
    ...(libraryRequirements && { libraryRequirements: withoutTime(libraryRequirements) }),
    ...(sparkConfigProperties && { sparkConfigProperties: withoutTime(sparkConfigProperties) }),
    ...(customLibraries && {
      customLibraries: customLibraries.map(
        ({ uploadedTimestamp: _uploaded, provisioningStatus: _status, creatorId: _creator, ...library }) => library,
      ),
    }),
  };
}

function withoutTime<File extends { readonly time?: string }>({ time: _time, ...file }: File): Omit<File, 'time'> {
  return file;
}
