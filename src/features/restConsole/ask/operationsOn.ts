import type { Identity, TenantAccess } from '../../../platform/tenants.ts';
import type { TreeEntry } from '../../../platform/tree/treeEntry.ts';
import type { AtScope } from '../../accessControl/public.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { knownOperations } from '../requests/operationCatalogue.ts';
import { type Fitting, fittingOperations, type RowAddress, tenantOperations } from './fittingOperations.ts';

/** What rows say of themselves, besides the workspace that they lie in. */
type RowData = Partial<InWorkspace & AtScope & { readonly roleId: string; readonly tenant: TenantAccess }>;

/** Where rows stand below their workspace, besides the resources that some of them are. */
const placesOf: Readonly<Record<string, (data: RowData, label: string) => readonly (string | undefined)[]>> = {
  accessControl: () => ['roleAssignments', 'roleDefinitions', 'rbacScopes', 'checkAccessSynapseRbac'],
  azureRoles: () => ['providers/Microsoft.Authorization/roleAssignments'],
  networking: () => ['firewallRules'],
  role: ({ roleId }) => [roleId && `roleDefinitions/${roleId}`],
  // `workspaces/{workspace}/bigDataPools/{pool}`, or the workspace alone.
  scope: ({ accessScope }) => [accessScope?.split('/').slice(2).join('/')],
  // Its sessions and jobs are not below it.
  sparkPool: (_data, name) => [`livyApi/versions/2019-11-01-preview/sparkPools/${name}`],
  sparkPools: () => ['bigDataPools'],
  sqlPools: () => ['sqlPools'],
  sqlScripts: () => ['sqlScripts'],
};

/** The workspace that a row is or lies in. */
export function workspaceOf(entry: TreeEntry): InWorkspace | undefined {
  const { connection, workspace } = dataOf(entry);
  return connection && workspace && { connection, workspace };
}

/** Who asks for what a row offers, where it tells. */
export function identityOf({ node }: TreeEntry): Identity | undefined {
  const { tenant } = node.data as RowData;
  return node.resource ?? tenant;
}

/** What can be called on a row; one that no operation is about has what the row above it has. */
export function operationsOn(entry: TreeEntry): Fitting[] {
  for (let at: TreeEntry | undefined = entry; at; at = at.parent) {
    if (dataOf(at).tenant) return tenantOperations(knownOperations);
    const fitting = addressesOf(at).flatMap((address) => fittingOperations(knownOperations, address));
    if (fitting.length > 0) return completeFirst(fitting);
  }
  return [];
}

/** Each once; the place that was named first counts most. */
function completeFirst(fitting: readonly Fitting[]): Fitting[] {
  const each = [...new Map(fitting.toReversed().map((one) => [one.known, one])).values()].toReversed();
  return each.sort((a, b) => Math.min(a.missing.length, 1) - Math.min(b.missing.length, 1));
}

function addressesOf(entry: TreeEntry): RowAddress[] {
  const { resource, kind, label } = entry.node;
  const workspaceId = workspaceOf(entry)?.workspace.id;
  if (workspaceId === undefined) return resource ? [{ id: resource.id }] : [];
  const places = (placesOf[kind.name]?.(dataOf(entry), label) ?? []).filter(
    (place) => place !== undefined && place !== '',
  );
  const ids = [...(resource ? [resource.id] : []), ...places.map((place) => `${workspaceId}/${place ?? ''}`)];
  return ids.map((id) => ({ id, workspaceId }));
}

function dataOf({ node: { data } }: TreeEntry): RowData {
  return typeof data === 'object' && data !== null ? data : {};
}
