import type { KnownEnd } from '../../src/api/longRunningEnds.ts';
import type { LongRunningEnd } from '../../src/azure/operation.ts';
import { operationsOfFile, type FoundOperation } from './findOperations.ts';
import type { Specifications } from './specifications.ts';

export type KnownEnds = Readonly<Record<string, KnownEnd>>;

export interface ResolvedEnd {
  /** What the declaration says. */
  readonly declared: LongRunningEnd;
  /** The operation whose reply is the result; `undefined` where nothing is left to read. */
  readonly resultOf: FoundOperation | undefined;
}

/**
 * How a long-running operation ends. One that nobody has looked at is refused: what the specifications promise
 * (`final-state-via`) is not what the service does.
 */
export function resolveEnd(
  operation: FoundOperation,
  ends: KnownEnds,
  specifications: Specifications,
): ResolvedEnd | undefined {
  if (!operation.longRunning) return undefined;
  const end = ends[operation.id];
  if (!end) throw new Error(`${operation.id} is long-running: say in src/api/longRunningEnds.ts how it really ends`);
  if (end.then === 'nothing') return { declared: { then: 'nothing' }, resultOf: undefined };
  if (end.then === 'location') {
    const resultOf = end.like === undefined ? operation : readingOperation(operation, end.like, specifications);
    return { declared: { then: 'location' }, resultOf };
  }

  const read = readingOperation(operation, end.operation, specifications);
  const unknown = parameterNames(read.path).filter((name) => !parameterNames(operation.path).includes(name));
  if (unknown.length > 0) throw new Error(`${operation.id} has no {${unknown.join('}, {')}} to call ${read.id} with`);
  return { declared: { then: 'get', path: read.path }, resultOf: read };
}

function readingOperation(operation: FoundOperation, id: string, specifications: Specifications): FoundOperation {
  const read = operationsOfFile(operation.file, specifications).find((each) => each.id === id);
  if (read?.method !== 'GET') throw new Error(`${operation.id}: ${id} is no GET operation of ${operation.file}`);
  return read;
}

/** Entries must belong to a long-running operation of a generated group, or the table rots. */
export function refuseStaleEnds(ends: KnownEnds, operations: readonly FoundOperation[]): void {
  const needed = new Set(operations.filter(({ longRunning }) => longRunning).map(({ id }) => id));
  const stale = Object.keys(ends).filter((id) => !needed.has(id));
  if (stale.length > 0) {
    throw new Error(`src/api/longRunningEnds.ts: no generated long-running operation is called ${stale.join(', ')}`);
  }
}

export function parameterNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
}
