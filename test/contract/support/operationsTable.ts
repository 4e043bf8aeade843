import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiFolder } from './places.ts';

/** A row of the table of operations that lies beside the specifications. */
export interface OperationRow {
  readonly plane: 'management' | 'data' | 'arm';
  /** `(other)` in the plane `management`: not of the 35 groups. */
  readonly group: string;
  readonly operationId: string;
  readonly method: string;
  /** Path template. */
  readonly path: string;
  readonly apiVersion: string;
  /** File names in `examples` beside the specification. */
  readonly examples: readonly string[];
  /** Below the folder of the specifications. */
  readonly specFile: string;
}

/** The table; it is there where the specifications are. */
export function operationRows(): readonly OperationRow[] {
  return JSON.parse(readFileSync(path.join(apiFolder, 'operations.json'), 'utf8')) as readonly OperationRow[];
}

/** The operations of the 35 groups of the management plane. */
export function managementRows(): readonly OperationRow[] {
  return operationRows().filter(({ plane, group }) => plane === 'management' && group !== '(other)');
}

/** Why operations of the development endpoint are not among those that are declared and served, by their group. */
export const leftOutAtEndpoint: Readonly<Record<string, string>> = {
  '2019-11-01-preview Livy+monitoring': 'the same operations as in 2020-12-01, at the same paths',
  'RBAC 2020-02-01-preview': 'superseded by 2020-12-01, and without a specification file',
};

/** The operations of the development endpoint. */
export function endpointRows(): readonly OperationRow[] {
  return operationRows().filter(({ plane, group }) => plane === 'data' && leftOutAtEndpoint[group] === undefined);
}
