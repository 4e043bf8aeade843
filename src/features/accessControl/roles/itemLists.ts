import { BigDataPools } from '../../../api/synapse/bigDataPools.generated.ts';
import { Credentials } from '../../../api/synapse/credentials.generated.ts';
import { IntegrationRuntimes } from '../../../api/synapse/integrationRuntimes.generated.ts';
import { LinkedServices } from '../../../api/synapse/linkedServices.generated.ts';
import type { Page } from '../../../azure/restService.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { formatScope, isScopeName, itemScopeKinds } from './scope.ts';

/** The items of one kind that roles can be given at. */
export interface ItemList {
  /** As the service spells it: `bigDataPools`. */
  readonly kind: string;
  readonly items: { scope: string; name: string }[];
  /** Why they could not be read. */
  readonly problem?: string;
}

/** Names of the workspace's items, by the kind of scope; scope pools have no list in any specification. */
function listsOf({ connection, workspace }: InWorkspace, signal: AbortSignal) {
  const { rest } = connection;
  const options = { signal };
  return new Map<string, AsyncIterable<Page<{ readonly name?: string }>>>([
    ['bigDataPools', rest.pages(BigDataPools.listByWorkspace, workspace, options)],
    ['integrationRuntimes', rest.pages(IntegrationRuntimes.listByWorkspace, workspace, options)],
    ['linkedServices', rest.pages(LinkedServices.listByWorkspace, workspace, options)],
    ['credentials', rest.pages(Credentials.listByWorkspace, workspace, options)],
  ]);
}

/**
 * Reads all that a role can be given at, or those kinds of it. A list that fails says why, and takes nothing from the
 * others.
 */
export async function readItemLists(
  place: InWorkspace,
  signal: AbortSignal,
  explain: (error: unknown) => string | undefined,
  kinds: readonly string[] = itemScopeKinds,
): Promise<ItemList[]> {
  const lists = listsOf(place, signal);
  return await Promise.all(
    kinds.map(async (kind): Promise<ItemList> => {
      const list = lists.get(kind);
      try {
        const names = list ? await namesIn(list) : [];
        return { kind, items: names.map((name) => ({ name, scope: scopeOf(place, kind, name) })) };
      } catch (error) {
        signal.throwIfAborted();
        const problem = explain(error);
        return { kind, items: [], ...(problem !== undefined && { problem }) };
      }
    }),
  );
}

async function namesIn(list: AsyncIterable<Page<{ readonly name?: string }>>): Promise<string[]> {
  const names: string[] = [];
  for await (const { items } of list) {
    names.push(...items.map(({ name = '' }) => name).filter((name) => isScopeName(name)));
  }
  return names.toSorted((a, b) => a.localeCompare(b));
}

function scopeOf({ workspace }: InWorkspace, kind: string, item: string): string {
  return formatScope({ workspaceName: workspace.workspaceName, kind, item });
}
