import { SqlPools } from '../../../api/synapse/sqlPools.generated.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { ScriptStore } from '../scripts/scriptStore.ts';
import type { SqlScript } from '../scripts/sqlScript.ts';

/** What the page needs to know about a workspace. */
export interface WorkspaceFacts {
  readonly scripts: readonly SqlScript[];
  /** Names of the dedicated pools; none where they cannot be read, for a name can still be typed. */
  readonly pools: readonly string[];
  readonly mayWrite: 'yes' | 'no' | 'unknown';
}

export async function workspaceFacts(
  place: InWorkspace,
  store: ScriptStore,
  signal: AbortSignal,
): Promise<WorkspaceFacts> {
  const [scripts, pools, mayWrite] = await Promise.all([
    store.list(signal),
    poolsOf(place, signal).catch(() => []),
    store.checkWrite(signal),
  ]);
  return { scripts, pools, mayWrite };
}

/** The script of a name, which the service compares without regard to case. */
export function scriptNamed(scripts: readonly SqlScript[], name: string): SqlScript | undefined {
  return scripts.find((script) => script.name.toLowerCase() === name.toLowerCase());
}

async function poolsOf({ connection, workspace }: InWorkspace, signal: AbortSignal): Promise<string[]> {
  const names: string[] = [];
  for await (const { items } of connection.rest.pages(SqlPools.listByWorkspace, workspace, { signal })) {
    names.push(...items.flatMap(({ name }) => name ?? []));
  }
  return names.sort((a, b) => a.localeCompare(b));
}
