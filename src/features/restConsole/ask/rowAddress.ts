import type { TreeEntry } from '../../../platform/tree/treeEntry.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { knownOperations } from '../requests/operationCatalogue.ts';
import { fittingOperations, type RowAddress } from './fittingOperations.ts';

/** What the rows that stand for a list are called in paths, where that is not the name of their kind. */
const pathNames: Readonly<Record<string, string>> = {
  accessControl: 'roleAssignments',
  networking: 'firewallRules',
  sparkPools: 'bigDataPools',
};

/** The workspace that a row is or lies in. */
export function workspaceOf(entry: TreeEntry): InWorkspace | undefined {
  const { data } = entry.node;
  return typeof data === 'object' && data !== null && 'workspace' in data && 'connection' in data
    ? (data as InWorkspace)
    : undefined;
}

/** Where a row stands; a row that no operation is about stands where the one above it does. */
export function rowAddress(entry: TreeEntry): RowAddress {
  for (let at: TreeEntry | undefined = entry; at; at = at.parent) {
    const place = workspaceOf(at);
    const { resource, kind } = at.node;
    const workspaceId = place?.workspace.id;
    const section = workspaceId === undefined ? undefined : `${workspaceId}/${pathNames[kind.name] ?? kind.name}`;
    for (const id of [resource?.id, section]) {
      if (id === undefined) continue;
      const address = { id, ...(workspaceId !== undefined && { workspaceId }) };
      if (fittingOperations(knownOperations, address).some(({ known }) => isAbout(known.operation.path)))
        return address;
    }
  }
  return {};
}

/** Not one of those that take any resource, or any id, for their scope. */
function isAbout(path: string): boolean {
  return !path.startsWith('/{');
}
