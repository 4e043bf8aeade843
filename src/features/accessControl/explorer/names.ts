import type { InWorkspace } from '../../explorer/public.ts';
import type { Resolved } from '../model/principal.ts';
import { directoryOf } from '../people/directories.ts';
import type { GraphDirectory } from '../people/graphDirectory.ts';

/** Rows do not wait longer for names: they show with object ids, and get their names when these are there. */
const patienceMs = 1_500;

export function directoryAt({ connection, workspace }: InWorkspace): GraphDirectory {
  return directoryOf(connection, workspace);
}

/** Who these are, or undefined when that takes longer than rows wait. @throws the reason of the aborted signal */
export async function namesSoon(
  place: InWorkspace,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Resolved | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, patienceMs, undefined);
  try {
    return await Promise.race([directoryAt(place).resolve(ids, signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
