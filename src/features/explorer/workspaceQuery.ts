import { parseArmId } from '../../api/armId.ts';
import type { Identity } from '../../platform/tenants.ts';
import type { Workspace } from './public.ts';

/**
 * All workspaces that the token can see. Resource Graph is a replicated index: good for finding workspaces, never for
 * the state of a pool. A stable order keeps pages free of gaps.
 */
export const workspacesQuery = [
  'resources',
  "where type =~ 'microsoft.synapse/workspaces'",
  [
    'project id',
    'name',
    'location',
    'devEndpoint = properties.connectivityEndpoints.dev',
    'publicNetworkAccess = properties.publicNetworkAccess',
    'repository = properties.workspaceRepositoryConfiguration.repositoryName',
    'sqlEndpoint = properties.connectivityEndpoints.sql',
    'sqlOnDemandEndpoint = properties.connectivityEndpoints.sqlOnDemand',
  ].join(', '),
  'order by id asc',
].join(' | ');

/** A workspace from one row of the query's answer; undefined for a row without the parts that a request needs. */
export function workspaceFromRow(row: unknown, identity: Identity): Workspace | undefined {
  const { id, name, location, devEndpoint, publicNetworkAccess, repository, sqlEndpoint, sqlOnDemandEndpoint } = (row ??
    {}) as Record<string, unknown>;
  if (typeof id !== 'string' || typeof name !== 'string') return undefined;
  const parsed = parseArmId(id);
  if (parsed?.resourceGroupName === undefined) return undefined;
  return {
    id,
    ...identity,
    subscriptionId: parsed.subscriptionId,
    resourceGroupName: parsed.resourceGroupName,
    workspaceName: name,
    endpoint: typeof devEndpoint === 'string' ? devEndpoint : '',
    location: typeof location === 'string' ? location : '',
    repository: typeof repository === 'string' && repository !== '' ? repository : undefined,
    publicNetworkAccess: publicNetworkAccess !== 'Disabled',
    sqlEndpoint: typeof sqlEndpoint === 'string' ? sqlEndpoint : '',
    sqlOnDemandEndpoint: typeof sqlOnDemandEndpoint === 'string' ? sqlOnDemandEndpoint : '',
  };
}
