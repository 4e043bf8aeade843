import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Operation } from '../../../../src/azure/operation.ts';

const folder = path.resolve(import.meta.dirname, '../../../../src/api');

export interface Declared {
  /** Below `src/api`, with forward slashes. */
  readonly file: string;
  /** Name of the const and of its member: `SqlPools.pause`. */
  readonly name: string;
  readonly operation: Operation;
}

/**
 * All operations that `src/api` declares, found by looking: a new group is among them by itself. What reads an operation
 * that is declared already with exact numbers is not another one.
 */
export async function everyOperation(): Promise<readonly Declared[]> {
  const files = globSync('**/*.ts', { cwd: folder }).sort();
  const declared = files.map(async (file) => {
    const exported = (await import(pathToFileURL(path.join(folder, file)).href)) as Readonly<Record<string, unknown>>;
    return Object.entries(exported).flatMap(([group, members]) =>
      Object.entries(typeof members === 'object' ? { ...members } : {}).flatMap(([member, operation]) =>
        isOperation(operation) ? [{ file: file.split(path.sep).join('/'), name: `${group}.${member}`, operation }] : [],
      ),
    );
  });
  return (await Promise.all(declared)).flat();
}

function isOperation(value: unknown): value is Operation {
  if (typeof value !== 'object' || value === null || 'exact' in value) return false;
  return 'id' in value && 'plane' in value && 'method' in value;
}
