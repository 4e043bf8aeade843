/** A session for trying out data flows. Times are milliseconds since 1970. */
export interface DebugSession {
  readonly sessionId: string;
  readonly userObjectId: string;
  readonly computeType: string;
  readonly coreCount: number;
  readonly timeToLiveInMinutes: number;
  readonly integrationRuntimeName?: string;
  readonly startsAt: number;
  usedAt: number;
  /** Of the data flow that was added last. */
  dataFlowName?: string;
  /** Names of the streams of the data flows that were added: what can be previewed. */
  readonly streams: Set<string>;
}
